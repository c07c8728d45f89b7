/** How far a long computation has come: rows done, of how many. */
export type Progress = {readonly done: number; readonly total: number};

/**
 * A long computation in steps: a pure generator that yields its progress every few hundred rows and returns its result.
 * The command line runs it to the end; the screen runs it in slices between key presses, and can drop it half-way.
 */
export type Work<Result> = Generator<Progress, Result, void>;

/** Runs the work to its end at once. */
export function finishWork<Result>(work: Generator<unknown, Result, void>): Result {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}

const itemsPerStep = 500;

/**
 * Does something with each of many items, a few hundred a step.
 *
 * @param progress what is reported instead of the items done, where they are not what the work counts
 */
export function* eachInSteps<Item>(
	items: readonly Item[],
	act: (item: Item) => unknown,
	progress?: Progress,
): Work<void> {
	for (let done = 0; done < items.length; done += itemsPerStep) {
		yield progress ?? {done, total: items.length};
		for (const item of items.slice(done, done + itemsPerStep)) act(item);
	}
}
