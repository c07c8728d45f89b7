import {blankRow, type FrameRow} from './frame-row.ts';

/** Rows `top` to `bottom` moved up by `by` rows; down where it is negative. */
export type Scroll = {readonly top: number; readonly bottom: number; readonly by: number};

/** Fewer rows are as cheap to write again. */
const fewestRows = 3;

/**
 * Whether most of the new frame is the old one with some rows moved up or down, as when the cursor leaves the last row
 * of a grid: the block that spares the most rows, or undefined.
 */
export function findScroll(shown: readonly FrameRow[], wanted: readonly FrameRow[]): Scroll | undefined {
	const places = placesOf(shown);
	let best: {readonly scroll: Scroll; readonly spared: number} | undefined;
	for (let row = 0; row < wanted.length; row += 1) {
		const place = placeOf(wanted[row], places);
		if (place === undefined || place === row) continue;
		const by = place - row;
		let last = row;
		while (isSameRow(shown[last + 1 + by], wanted[last + 1])) last += 1;
		const spared = countSpared(shown, wanted, row, last);
		if (spared >= fewestRows && spared > (best?.spared ?? 0)) {
			// The region that moves is where the block was and where it is going.
			const scroll = {top: Math.min(row, row + by), bottom: Math.max(last, last + by), by};
			best = {scroll, spared};
		}
		row = last;
	}
	return best?.scroll;
}

/** The rows on the screen after the terminal has scrolled. */
export function applyScroll(rows: readonly FrameRow[], {top, bottom, by}: Scroll): readonly FrameRow[] {
	return rows.map((row, index) => {
		if (index < top || index > bottom) return row;
		const from = index + by;
		return from < top || from > bottom ? blankRow : (rows[from] ?? blankRow);
	});
}

/** Where each row is, for rows that are there once only: of equal ones it cannot be said which moved. */
function placesOf(rows: readonly FrameRow[]): ReadonlyMap<string, number | undefined> {
	const places = new Map<string, number | undefined>();
	for (const [index, {source}] of rows.entries()) {
		places.set(source, places.has(source) ? undefined : index);
	}
	return places;
}

function placeOf(row: FrameRow | undefined, places: ReadonlyMap<string, number | undefined>) {
	return row === undefined || row.cells.length === 0 ? undefined : places.get(row.source);
}

function isSameRow(a: FrameRow | undefined, b: FrameRow | undefined): boolean {
	return a !== undefined && b !== undefined && a.source === b.source;
}

function countSpared(
	shown: readonly FrameRow[],
	wanted: readonly FrameRow[],
	first: number,
	last: number,
): number {
	let spared = 0;
	for (let row = first; row <= last; row += 1) {
		if (wanted[row]?.cells.length !== 0 && !isSameRow(shown[row], wanted[row])) spared += 1;
	}
	return spared;
}
