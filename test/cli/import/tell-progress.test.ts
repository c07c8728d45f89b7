import {expect, it} from 'vitest';
import {finishTelling} from '../../../source/cli/import/tell-progress.ts';
import type {Work} from '../../../source/domain/work.ts';

/** What is said of work with these steps, of which each takes 700 ms. */
function tell(steps: readonly number[]): readonly string[] {
	function* checkRows(): Work<string> {
		for (const done of steps) yield {done, total: 100_000};
		return 'done';
	}
	const lines: string[] = [];
	let now = 0;
	const stderr = {
		isTerminal: false,
		columns: 80,
		write: async (data: string | Uint8Array) => void lines.push(String(data)),
	};
	const clock = (): number => {
		now += 700;
		return now;
	};
	expect(finishTelling(checkRows(), {stderr}, clock)).toBe('done');
	return lines;
}

it.each([
	[
		'how far it is, and how long the rest takes',
		[0, 0, 25_000, 50_000, 75_000],
		['0 of 100,000 rows checked\n', '50,000 of 100,000 rows checked, 2 s left\n'],
	],
	[
		'nothing of the time where another count begins',
		[60_000, 80_000, 90_000, 20_000, 40_000, 60_000],
		[
			'80,000 of 100,000 rows checked, 1 s left\n',
			'20,000 of 100,000 rows checked\n',
			'60,000 of 100,000 rows checked, 2 s left\n',
		],
	],
	['at most one line a second', [50_000], []],
])('says once a second %s', (_, steps, lines) => {
	expect(tell(steps)).toEqual(lines);
});
