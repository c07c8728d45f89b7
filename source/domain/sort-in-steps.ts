import type {Work} from './work.ts';

const itemsPerStep = 500;

/** The items in order, sorted in steps; those that compare as equal stay as they were. */
export function* sortInSteps<Item>(
	items: readonly Item[],
	compare: (a: Item, b: Item) => number,
): Work<readonly Item[]> {
	const total = items.length;
	let runs: (readonly Item[])[] = [];
	for (let start = 0; start < total; start += itemsPerStep) {
		yield {done: start, total};
		runs.push(items.slice(start, start + itemsPerStep).sort(compare));
	}
	while (runs.length > 1) {
		const merged: (readonly Item[])[] = [];
		for (let place = 0; place < runs.length; place += 2)
			merged.push(yield* mergeRuns(runs[place] ?? [], runs[place + 1] ?? [], compare));
		runs = merged;
	}
	return runs[0] ?? [];
}

function* mergeRuns<Item>(
	left: readonly Item[],
	right: readonly Item[],
	compare: (a: Item, b: Item) => number,
): Work<readonly Item[]> {
	const total = left.length + right.length;
	const merged: Item[] = [];
	let [a, b] = [0, 0];
	for (;;) {
		const [first, second] = [left[a], right[b]];
		if (first === undefined || second === undefined) return merged.concat(left.slice(a), right.slice(b));
		if (merged.length % itemsPerStep === 0) yield {done: merged.length, total};
		const isFirst = compare(first, second) <= 0;
		merged.push(isFirst ? first : second);
		if (isFirst) a += 1;
		else b += 1;
	}
}
