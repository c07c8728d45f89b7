import {render} from 'ink';
import {createElement} from 'react';
import {afterEach, describe, expect, it} from 'vitest';
import {createFrameWriter} from '../../../source/terminal/frames/frame-writer.ts';
import {Table} from '../../../source/ui/parts/table.tsx';
import {FakeTerminal} from '../../helpers/fake-terminal.ts';

const columns = [
	{key: 'line', header: 'Line', width: 5},
	{key: 'name', header: 'Name', width: 8},
	{key: 'why', header: 'Reason', width: 10},
];

const ends: (() => void)[] = [];

afterEach(() => {
	for (const end of ends.splice(0)) end();
});

async function show(rows: readonly Record<string, string>[], size = {columns: 40, rows: 10}) {
	const terminal = new FakeTerminal(size);
	const writer = createFrameWriter(terminal.stdout);
	const app = render(createElement(Table, {columns, rows}), {
		stdin: terminal.stdin,
		stdout: writer,
		debug: true,
		interactive: true,
		patchConsole: false,
		exitOnCtrlC: false,
	});
	ends.push(() => {
		app.unmount();
		terminal.dispose();
	});
	await app.waitUntilRenderFlush();
	return {terminal, app};
}

describe('Table', () => {
	it('draws headers, a rule and one line for each row', async () => {
		const {terminal} = await show([
			{line: '2', name: 'Ann', why: 'No e-mail'},
			{line: '13', name: 'Bob', why: 'E-mail is in use already'},
		]);
		expect(terminal.screen().slice(0, 5)).toEqual([
			' Line   Name      Reason',
			' ─────  ────────  ──────────',
			' 2      Ann       No e-mail',
			' 13     Bob       E-mail is…',
			'',
		]);
	});

	it('keeps columns straight with Chinese, emoji and combining letters, and values that are missing', async () => {
		const {terminal} = await show([
			{line: '1', name: '中文名字很长', why: 'x'},
			{line: '2', name: '👩‍👧 Ann', why: 'x'},
			{line: '3', name: 'e\u0301e\u0301', why: 'x'},
			{line: '4', why: 'x'},
		]);
		expect(terminal.screen().slice(2, 6)).toEqual([
			' 1      中文名 …  x',
			' 2      👩‍👧 Ann    x',
			' 3      e\u0301e\u0301        x',
			' 4                x',
		]);
		for (const row of [2, 3, 4, 5]) expect(terminal.cellStyle(18, row).text).toBe('x');
	});

	it('shows what a terminal would act on as symbols, one line a row', async () => {
		const {terminal} = await show([{line: '1', name: 'a\nb\u001b[31m', why: '\ttab'}]);
		expect(terminal.screen()[2]).toBe(' 1      a␊b␛[31m  ␉tab');
		expect(terminal.screen()[3]).toBe('');
	});

	it('stays one line a row where the terminal is narrower than the table', async () => {
		const {terminal} = await show([{line: '1', name: 'Ann', why: 'because'}], {columns: 22, rows: 6});
		expect(terminal.screen()).toEqual([
			' Line   Name      Reas',
			' ─────  ────────  ────',
			' 1      Ann       beca',
			'',
			'',
			'',
		]);
	});

	it('takes new rows and new columns', async () => {
		const {terminal, app} = await show([{line: '1', name: 'Ann', why: ''}]);
		app.rerender(
			createElement(Table, {columns: [{key: 'name', header: 'Who', width: 4}], rows: [{name: 'Bob'}]}),
		);
		await app.waitUntilRenderFlush();
		expect(terminal.screen().slice(0, 4)).toEqual([' Who', ' ────', ' Bob', '']);
	});
});
