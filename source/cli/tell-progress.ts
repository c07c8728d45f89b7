import {count} from '../domain/problem.ts';
import type {Work} from '../domain/work.ts';
import {type Io, printLine} from './io.ts';

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
	const start = clock();
	let last = start;
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
		const now = clock();
		if (now - last < pause) continue;
		last = now;
		const {done, total} = step.value;
		if (done > 0)
			printLine(
				stderr,
				`${describeProgress(done, total)}, ${describeTime(((now - start) * (total - done)) / done)} left`,
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
