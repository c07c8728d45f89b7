import {setImmediate} from 'node:timers/promises';
import type {Progress, Work} from '../domain/work.ts';

/** Milliseconds of work between two looks at the keyboard: half a frame at 60 Hz. */
const sliceLength = 8;
/** Milliseconds between two reports: a figure that changes faster cannot be read. */
const reportInterval = 100;

/** Runs a long computation a slice at a time, so that keys are served in between; undefined when it was cancelled. */
export async function runInSlices<Result>(
	work: Work<Result>,
	signal: AbortSignal,
	onProgress: (progress: Progress) => void,
): Promise<Result | undefined> {
	let reported = performance.now();
	for (;;) {
		const started = performance.now();
		while (performance.now() - started < sliceLength) {
			const step = work.next();
			if (step.done === true) return step.value;
			if (performance.now() - reported > reportInterval) {
				reported = performance.now();
				onProgress(step.value);
			}
		}
		await setImmediate();
		if (signal.aborted) return undefined;
	}
}

/** Joins the pieces of a text, a slice of time for each few, so that keys are served in between. */
export async function joinInSlices(pieces: Iterable<string>): Promise<string> {
	const joined: string[] = [];
	let started = performance.now();
	for (const piece of pieces) {
		joined.push(piece);
		if (performance.now() - started < sliceLength) continue;
		await setImmediate();
		started = performance.now();
	}
	return joined.join('');
}
