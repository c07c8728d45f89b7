import {Box, render, Text} from 'ink';
import {createElement, type ReactElement} from 'react';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {createFrameWriter} from '../../../source/terminal/frames/frame-writer.ts';
import {fitText} from '../../../source/terminal/text/text-width.ts';
import {FakeTerminal} from '../../helpers/fake-terminal.ts';

// Chalk looks once, when Ink is imported; without styles there would be too little to measure.
vi.hoisted(() => {
	process.env.FORCE_COLOR = '1';
});

const size = {columns: 120, rows: 40};
const gridRows = 35;
const widths = [6, 14, 18, 12, 26, 14, 18];
const columns = widths.length;

const terminals: FakeTerminal[] = [];

afterEach(() => {
	for (const terminal of terminals.splice(0)) terminal.dispose();
});

type Place = {readonly row: number; readonly column: number};

function value(row: number, column: number): string {
	const number = (row * 7919 + column * 104_729) % 99_991;
	return column === 0
		? String(row)
		: `${String.fromCodePoint(97 + (number % 26))}${number.toString(36)}-${number}`;
}

/** A grid of 10,000 users as the app draws it: one text for each row, cursor and row marked with characters too. */
function Grid({row, column, top}: Place & {readonly top: number}): ReactElement {
	const lines = Array.from({length: gridRows}, (_, index) => {
		const here = top + index;
		const cells = widths.map((width, at) => fitText(value(here, at), width));
		if (here !== row) return <Text key={here} wrap="truncate">{`  ${cells.join(' ')}`}</Text>;
		return (
			<Text key={here} wrap="truncate">
				{`> ${cells.slice(0, column).join(' ')}${column > 0 ? ' ' : ''}`}
				<Text inverse>{cells[column]}</Text>
				{` ${cells.slice(column + 1).join(' ')}`}
			</Text>
		);
	});
	return (
		<Box flexDirection="column">
			<Text bold wrap="truncate">
				{fitText('  ID     First name     Last name', size.columns)}
			</Text>
			{lines}
			<Text wrap="truncate">{`${value(row, column)}`}</Text>
			<Text wrap="truncate">{`Row ${row + 1} of 10,000  Saved`}</Text>
		</Box>
	);
}

async function measure(
	from: Place & {readonly top: number},
	to: Place & {readonly top: number},
): Promise<number> {
	const terminal = new FakeTerminal(size);
	terminals.push(terminal);
	const app = render(createElement(Grid, from), {
		stdin: terminal.stdin,
		stdout: createFrameWriter(terminal.stdout),
		debug: true,
		interactive: true,
		alternateScreen: true,
		patchConsole: false,
		exitOnCtrlC: false,
	});
	await app.waitUntilRenderFlush();
	expect(terminal.screen()[1 + from.row - from.top]).toMatch(/^> /);
	terminal.forgetBytes();
	app.rerender(createElement(Grid, to));
	await app.waitUntilRenderFlush();
	const bytes = terminal.bytesWritten;
	expect(terminal.screen()[1 + to.row - to.top]).toMatch(/^> /);
	expect(terminal.screen()[1]).toContain(value(to.top, 0));
	expect(terminal.cellStyle(24, 1 + to.row - to.top).inverse).toBe(to.column === 2);
	app.unmount();
	return bytes;
}

describe('bytes for a key at 120×40', () => {
	it.each([
		['down', {row: 5010, column: 2, top: 5000}, {row: 5011, column: 2, top: 5000}, 120],
		['right', {row: 5010, column: 2, top: 5000}, {row: 5010, column: 3, top: 5000}, 100],
		['down from the last row', {row: 5034, column: 2, top: 5000}, {row: 5035, column: 2, top: 5001}, 300],
		['up from the first row', {row: 5000, column: 2, top: 5000}, {row: 4999, column: 2, top: 4999}, 300],
		['a page down', {row: 5034, column: 2, top: 5000}, {row: 5069, column: 2, top: 5035}, 4000],
	])('%s', async (_, from, to, budget) => {
		expect(columns).toBe(7);
		const bytes = await measure(from, to);
		if (process.env.SHOW_BYTES !== undefined) process.stdout.write(`${_}: ${bytes}\n`);
		expect(bytes).toBeLessThan(budget);
	});
});
