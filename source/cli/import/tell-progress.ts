import {count} from '../../domain/problem.ts';
import type {Work} from '../../domain/work.ts';
import {type Io, printLine} from '../io.ts';

/** Milliseconds between two lines. */
const pause = 1000;

/**
 * Runs work to its end; on standard error it says once a second how many rows are done, and how long the others will take.
 *
 * @param clock milliseconds since any moment
 */
export function finishTelling<Result>(
	work: Work<Result>,
	{stderr}: Pick<Io, 'stderr'>,
	clock: () => number,
): Result {
	let told = clock();
	/** Where the rows began to be counted: what comes before it, or another count, says nothing of how long a row takes. */
	let base = {done: 0, at: told};
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
		const {done, total} = step.value;
		const now = clock();
		if (done < base.done || base.done === 0) base = {done, at: now};
		if (now - told < pause) continue;
		told = now;
		const left = done > base.done ? ((now - base.at) * (total - done)) / (done - base.done) : undefined;
		printLine(
			stderr,
			`${describeProgress(done, total)}${left === undefined ? '' : `, ${describeTime(left)} left`}`,
		);
	}
}

function describeProgress(done: number, total: number): string {
	return `${done.toLocaleString('en-US')} of ${count(total, 'row')} checked`;
}

/** "3 s", "2 min". */
function describeTime(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
