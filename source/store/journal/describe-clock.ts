import {count} from '../../domain/problem.ts';
import {plausibleTimes} from './plausible-times.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * What the dates of changes say about the clocks that gave them, in whole sentences; nothing where they can be right.
 *
 * @param changes in their order
 * @param days how long the history keeps a change; undefined where only a part of it is looked at
 */
export function describeClock(
	changes: readonly {readonly revision: number; readonly at: string}[],
	now: number,
	days: number | undefined,
): readonly string[] {
	const written = changes.map(({at}) => Date.parse(at));
	const next = (index: number): number => written[index + 1] ?? now;
	const wrong = changes.filter((_, index) => (written[index] ?? now) > next(index) + day);
	const [newest] = wrong.slice(-1);
	const sentences: string[] = [];
	if (newest !== undefined) {
		const more = count(wrong.length - 1, 'more', 'more');
		const others = wrong.length === 1 ? '' : ` So ${wrong.length === 2 ? 'is' : 'are'} ${more}.`;
		sentences.push(
			`Change ${newest.revision} is dated ${newest.at.slice(0, 10)}, later than what came after it: a clock was wrong.${others} Nothing was taken out of the history for it.`,
		);
	}
	if (days === undefined) return sentences;
	const {times, now: present} = plausibleTimes(written, now, days);
	const isKept = (times[0] ?? now) < now - days * day;
	if (isKept && now - present > day) {
		const pause = count(Math.floor((now - present) / day), 'day');
		sentences.push(
			`By the clock, nothing was changed for ${pause}. It may be wrong, so for a month older changes stay in the history as if that time had not passed.`,
		);
	}
	return sentences;
}
