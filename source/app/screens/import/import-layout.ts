import type {Size} from '../../size.ts';

/** Lines around the preview's table: title, counts, tabs, table header, rule; the chosen line in full, notice, keys. */
const linesAroundPreview = 7;
/** Lines in which the line under the cursor is shown in full. */
export const previewDetailHeight = 3;

/** How many lines of the preview fit on a page. */
export function previewHeight(size: Size): number {
	return Math.max(1, size.rows - linesAroundPreview - previewDetailHeight);
}

/** The first line of the page that a line is on. */
export function pageStart(line: number, height: number): number {
	return Math.floor(line / height) * height;
}
