import type {Size} from '../../size.ts';

/** Title, table header, rule, notice, keys. */
const linesAround = 5;
/** From this many rows on there is room for a blank line between the parts. */
const roomy = 20;

/** Whether there is room for blank lines. */
export function isRoomy(size: Size): boolean {
	return size.rows >= roomy;
}

/** Lines that say more of the line under the cursor. */
export const detailHeight = 3;

/** How many changes fit on a page. */
export function listHeight(size: Size): number {
	return Math.max(1, size.rows - linesAround - detailHeight - (isRoomy(size) ? 2 : 0));
}

/** Lines below the title of an opened change that say what it was. */
const summaryHeight = 2;

/** How many values of an opened change fit on a page. */
export function entryHeight(size: Size): number {
	return Math.max(1, listHeight(size) - summaryHeight);
}
