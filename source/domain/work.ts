/** How far a long computation has come: rows done, of how many. */
export type Progress = {readonly done: number; readonly total: number};

/**
 * A long computation in steps: a pure generator that yields its progress every few hundred rows and returns its result.
 * The command line runs it to the end; the screen runs it in slices between key presses, and can drop it half-way.
 */
export type Work<Result> = Generator<Progress, Result, void>;

/** Runs the work to its end at once. */
export function finishWork<Result>(work: Work<Result>): Result {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}
