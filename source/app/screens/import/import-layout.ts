import type {Size} from '../../size.ts';
import {listsProblems, type PreviewTab} from './preview-tabs.ts';

/** Lines around the preview's rows: first line, tabs, table header; keys. */
const linesAround = 4;
/** Lines in which the line under the cursor is shown in full. */
export const previewDetailHeight = 3;

/** How many lines of the preview fit on a page. */
export function previewHeight(size: Size): number {
	return Math.max(1, size.rows - linesAround - previewDetailHeight);
}

/** From this width on the kinds of problem are at the left of the rows. */
const roomForKinds = 120;

/** Terminal cells of the list of kinds of problem; 0 where there is no room for it, and beside rows, which need it more. */
export function kindsWidth({columns}: Size, tab: PreviewTab): number {
	return columns < roomForKinds || !listsProblems(tab) ? 0 : Math.min(44, Math.floor(columns * 0.3));
}

/** Terminal cells of a line of the preview's rows. */
export function previewWidth(size: Size, tab: PreviewTab): number {
	return size.columns - kindsWidth(size, tab);
}
