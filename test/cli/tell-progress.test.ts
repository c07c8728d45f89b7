import {expect, it} from 'vitest';
import {finishTelling} from '../../source/cli/tell-progress.ts';
import type {Work} from '../../source/domain/work.ts';

function* checkRows(): Work<string> {
	for (const done of [0, 25_000, 50_000, 75_000]) yield {done, total: 100_000};
	return 'done';
}

it('says once a second how far it is, and how long the rest takes', () => {
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
	expect(lines).toEqual([
		'25,000 of 100,000 rows checked, 5 s left\n',
		'75,000 of 100,000 rows checked, 1 s left\n',
	]);
});
