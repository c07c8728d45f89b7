import {setImmediate} from 'node:timers/promises';

/** Milliseconds for which keys may wait. */
const slice = 8;

/** Runs work that yields now and then without holding up the event loop. */
export async function runSliced<Result>(work: Generator<unknown, Result, void>): Promise<Result> {
	let until = performance.now() + slice;
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
		if (performance.now() > until) {
			await setImmediate();
			until = performance.now() + slice;
		}
	}
}

/** Runs it to its end at once. */
export function runWhole<Result>(work: Generator<unknown, Result, void>): Result {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}
