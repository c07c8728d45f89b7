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
