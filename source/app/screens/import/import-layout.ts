import type {Size} from '../../size.ts';

/** Lines around the preview's rows: first line, counts, tabs, table header; keys. */
const linesAround = 5;
/** Lines in which the line under the cursor is shown in full. */
export const previewDetailHeight = 3;

/** How many lines of the preview fit on a page. */
export function previewHeight(size: Size): number {
	return Math.max(1, size.rows - linesAround - previewDetailHeight);
}
