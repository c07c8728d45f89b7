import {setImmediate} from 'node:timers/promises';

/** Milliseconds of work for which keys may wait: half a frame at 60 Hz. */
const sliceLength = 8;
/** Milliseconds between two reports: a figure that changes faster cannot be read. */
const reportInterval = 100;

/** Runs long work a slice at a time, so that keys are served in between. */
export async function runSliced<Result>(work: Generator<unknown, Result, void>): Promise<Result>;
/** The same for work that can be cancelled: its result is then undefined. */
export async function runSliced<Step, Result>(
	work: Generator<Step, Result, void>,
	signal: AbortSignal,
	onProgress?: (progress: Step) => void,
): Promise<Result | undefined>;
export async function runSliced<Step, Result>(
	work: Generator<Step, Result, void>,
	signal?: AbortSignal,
	onProgress?: (progress: Step) => void,
): Promise<Result | undefined> {
	let reported = performance.now();
	for (;;) {
		const started = performance.now();
		while (performance.now() - started < sliceLength) {
			const step = work.next();
			if (step.done === true) return step.value;
			if (performance.now() - reported > reportInterval) {
				reported = performance.now();
				onProgress?.(step.value);
			}
		}
		await setImmediate();
		if (signal?.aborted === true) return undefined;
	}
}
