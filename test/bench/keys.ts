import {render, Text} from 'ink';
import {createElement} from 'react';
import type {Sheet} from '../../source/domain/sheet.ts';
import type {Store} from '../../source/store/store.ts';
import {type Drawing, openBenchApp} from './bench-app.ts';
import {type BenchRow, benchRow, median, quantile, timed} from './bench-row.ts';
import {BenchTerminal, type KeyCost} from './bench-terminal.ts';
import type {Built} from './built.ts';

/** A key, and whether it is measured or only leads to the next one. */
type Press = readonly [key: string, isMeasured: boolean];

type Scenario = {
	readonly name: string;
	readonly presses: readonly Press[];
	/** Most bytes that the middle one may cost. */
	readonly budget?: number;
};

const keys = {
	up: '\u001b[A',
	down: '\u001b[B',
	right: '\u001b[C',
	left: '\u001b[D',
	pageDown: '\u001b[6~',
	escape: '\u001b',
	clearLine: '\u0015',
};
const samples = 120;

/** Starts of names, each letter of which shows other users. */
const names = ['an', 'be', 'ca', 'gr', 'he', 'iv', 'ja', 'ka', 'wi', 'yo'];

const scenarios: readonly Scenario[] = [
	{
		name: 'cursor down or up',
		presses: repeat(samples / 60, [
			...repeat<Press>(30, [[keys.down, true]]),
			...repeat<Press>(30, [[keys.up, true]]),
			[keys.pageDown, false],
		]),
		budget: 100,
	},
	{
		name: 'cursor sideways',
		presses: repeat(samples / 6, [
			...repeat<Press>(3, [[keys.right, true]]),
			...repeat<Press>(3, [[keys.left, true]]),
			[keys.down, false],
		]),
		budget: 100,
	},
	{
		name: 'cursor down, scrolling',
		presses: [...repeat<Press>(35, [[keys.down, false]]), ...repeat<Press>(samples, [[keys.down, true]])],
	},
	{name: 'PageDown', presses: repeat(samples, [[keys.pageDown, true]]), budget: 4500},
	{
		name: 'typing into a cell',
		presses: repeat(samples / 8, [
			...[...'Fernando'].map((letter): Press => [letter, true]),
			[keys.escape, false],
		]),
	},
	{
		name: 'typing into the filter',
		presses: [
			['/', false],
			...repeat(samples / 20, names).flatMap((name): readonly Press[] => [
				...[...name].map((letter): Press => [letter, true]),
				[keys.clearLine, false],
			]),
		],
	},
];

/** Bytes and time for a key, with all users of the sheet, at 120×40. */
export async function benchKeys(built: Built, store: Store, sheet: Sheet): Promise<readonly BenchRow[]> {
	const rows: BenchRow[] = [];
	for (const {name, presses, budget} of scenarios) {
		const press = async (drawing: Drawing, most = samples, after = (_cost: KeyCost) => {}) => {
			const app = await openBenchApp(built, {store, sheet, drawing});
			const costs: KeyCost[] = [];
			for (const [key, isMeasured] of presses) {
				if (costs.length === most) break;
				const cost = await app.terminal.press(key);
				if (!isMeasured) continue;
				costs.push(cost);
				after(cost);
			}
			await app.close();
			return costs;
		};
		const whole = await press('whole-frames');
		const lines = await press('ink-incremental', samples / 6);
		// In turns, so that whatever else the machine does slows down both.
		const text = openText();
		const texts: number[] = [];
		const ours = await press('frame-writer', samples, () =>
			texts.push(text.draw(whole[texts.length]?.last ?? '')),
		);
		text.close();
		const bytes = median(ours.map((cost) => cost.bytes));
		const times = ours.map((cost) => cost.time);
		rows.push(
			benchRow(name, 'bytes', bytes, median(whole.map((cost) => cost.bytes)), 'the whole frame', budget),
			benchRow(name, 'bytes', bytes, median(lines.map((cost) => cost.bytes)), "Ink's incremental rendering"),
			benchRow(`${name}, median`, 'ms', median(times), median(texts), 'Ink drawing the frame as one <Text>'),
			benchRow(`${name}, p95`, 'ms', quantile(times, 0.95), quantile(texts, 0.95), 'the same'),
		);
	}
	return rows;
}

/** Ink when it is told the frame as one text: what it takes to draw that. */
function openText(): {readonly draw: (frame: string) => number; readonly close: () => void} {
	const terminal = new BenchTerminal();
	const app = render(createElement(Text, null, ''), {
		stdin: terminal.stdin,
		stdout: terminal.stdout,
		debug: true,
		interactive: true,
		patchConsole: false,
	});
	return {
		draw: (frame) => timed(() => app.rerender(createElement(Text, null, frame))),
		close: () => app.unmount(),
	};
}

function repeat<Item>(count: number, items: readonly Item[]): readonly Item[] {
	return Array.from({length: count}, () => items).flat();
}
