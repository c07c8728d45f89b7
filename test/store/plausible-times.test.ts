import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {plausibleTimes} from '../../source/store/journal/plausible-times.ts';

const day = 24 * 60 * 60 * 1000;
const today = 20_000;

/** Days since the first one, for clocks that count in days. */
function judge(written: readonly number[], now: number, days = 365) {
	const {times, now: present} = plausibleTimes(
		written.map((time) => time * day),
		now * day,
		days,
	);
	return {times: times.map((time) => time / day), now: present / day};
}

describe('the present, as the history bears it out', () => {
	test.each<readonly [string, readonly number[], now: number, expected: number]>([
		['no change yet', [], today, today],
		['changes day by day', [today - 3, today - 2, today - 1], today, today],
		['a clock 400 days ahead, before any change of its own', [today - 1, today], today + 400, today],
		['the same after its changes', [today, today + 400, today + 401], today + 401, today + 1],
		['the same twice, with another clock', [today, today + 400, today + 800], today + 800, today + 400],
		['the same after it was put right', [today, today + 400, today + 1], today + 1, today + 1],
		['a clock of 1970', [today - 1, today], 0, 0],
		['a clock of 1970 that was put right', [today - 1, 0, today], today + 1, today + 1],
		['a change from time to time', [today - 90, today - 60, today - 30], today, today],
		['a store that rested for a year', [today - 400], today, today - 400],
		['the same a week after', [today - 400, today - 7], today, today - 393],
		['the same a month after', [today - 400, today - 30], today, today],
		['the same with a second rest', [today - 400, today - 60], today, today - 60],
	])('%s', (_, written, now, expected) => {
		expect(judge(written, now).now).toBe(expected);
	});

	test('is doubted sooner where the history keeps less', () => {
		expect(judge([today - 20], today, 365).now).toBe(today);
		expect(judge([today - 20], today, 7).now).toBe(today - 20);
		expect(judge([today - 20, today - 2, today - 1], today, 7).now).toBe(today);
		expect(judge([today - 20], today, 0).now).toBe(today);
	});
});

describe('the times of changes', () => {
	test.each<readonly [string, readonly number[], readonly number[]]>([
		['in order', [1, 2, 3], [1, 2, 3]],
		['one from the future', [1, today + 1, 3], [1, 1, 3]],
		['one of 1970', [5, 0, 6], [5, 5, 6]],
		['only from the future', [today + 1, today + 2], [today, today]],
		['first from the future', [today + 1, 3], [3, 3]],
		['what is no time', [1, Number.NaN, 3], [1, 1, 3]],
	])('%s', (_, written, expected) => {
		expect(judge(written, today).times).toEqual(expected);
	});

	test('and the present go forward, whatever is written', () => {
		const time = fc.integer({min: 0, max: 3 * today});
		fc.assert(
			fc.property(fc.array(time), time, fc.nat({max: 500}), (written, now, days) => {
				const judged = judge(written, now, days);
				expect(judged.times).toEqual(judged.times.toSorted((a, b) => a - b));
				expect(judged.now).toBeLessThanOrEqual(now);
				expect(judged.now).toBeGreaterThanOrEqual(judged.times[0] ?? judged.now);
			}),
		);
	});
});
