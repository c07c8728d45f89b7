import {expect, it} from 'vitest';
import {formatLocalDate, formatLocalTime} from '../../source/domain/local-time.ts';

it.each([
	['UTC', '2026-11-26 23:30'],
	['Europe/Vienna', '2026-11-27 00:30'],
	['America/New_York', '2026-11-26 18:30'],
])('in %s a moment is shown as the clock there has it, and its day is that of the clock', (zone, time) => {
	expect(formatLocalTime('2026-11-26T23:30:00.000Z', zone)).toBe(time);
	expect(formatLocalDate('2026-11-26T23:30:00.000Z', zone)).toBe(time.slice(0, 10));
});
