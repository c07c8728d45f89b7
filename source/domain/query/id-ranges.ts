/** IDs from one to another, both included. */
export type IdRange = {readonly from: number; readonly to: number};

/** "1-50,60,90-": numbers and ranges with commas between; undefined where a part is neither. */
export function parseIdRanges(text: string): readonly IdRange[] | undefined {
	const ranges = text.split(',').map(parseIdRange);
	return ranges.every((range) => range !== undefined) ? ranges : undefined;
}

/** Whether an ID is in one of the ranges. */
export function isInRanges(id: number, ranges: readonly IdRange[]): boolean {
	return ranges.some(({from, to}) => id >= from && id <= to);
}

function parseIdRange(text: string): IdRange | undefined {
	const parts = /^([1-9]\d{0,14})(-([1-9]\d{0,14})?)?$/.exec(text.trim());
	if (parts === null) return undefined;
	const from = Number(parts[1]);
	const to = parts[2] === undefined ? from : Number(parts[3] ?? Number.POSITIVE_INFINITY);
	return from <= to ? {from, to} : undefined;
}

/** Ranges that a text names; of more it says that there are some. */
const mostNamed = 20;

/** "ID 1-8, 11, 20-22": many IDs in a few words, in their own order. */
export function nameIds(ids: readonly number[]): string {
	const ranges: {from: number; to: number}[] = [];
	const isSorted = ids.every((id, place) => place === 0 || (ids[place - 1] ?? 0) <= id);
	for (const id of isSorted ? ids : ids.toSorted((a, b) => a - b)) {
		const last = ranges.at(-1);
		if (last !== undefined && id <= last.to + 1) last.to = id;
		else if (ranges.length > mostNamed) break;
		else ranges.push({from: id, to: id});
	}
	const named = ranges.slice(0, mostNamed).map(({from, to}) => (from === to ? `${from}` : `${from}-${to}`));
	return `ID ${named.join(', ')}${ranges.length > mostNamed ? ', …' : ''}`;
}
