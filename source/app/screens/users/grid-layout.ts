import type {ScreenField} from '../../../domain/field.ts';
import {gridFields} from '../../../domain/field-lists.ts';
import type {Model} from '../../model.ts';
import type {Size} from '../../size.ts';
import {frozenCount, type GridState} from './users-state.ts';

/** Lines around the rows: title and header above; detail, status and keys below. */
const linesAround = 5;
/** Cells at the left of each row for mark and cursor. */
const gutterWidth = 2;
/** Cells between columns. */
const columnGap = 1;
/** Under this many columns or rows a plain notice stands in place of the grid. */
export const smallestSize: Size = {columns: 40, rows: 8};

/** A column as drawn: where it starts and how wide it is, in cells. */
export type DrawnColumn = {
	readonly field: ScreenField;
	/** Position in `gridFields`. */
	readonly index: number;
	readonly start: number;
	readonly width: number;
};

/** Cells that a narrow terminal keeps free for a column that scrolls, and the fewest that a column which does not is left with. */
const scrollingRoom = 12;
const narrowestFrozen = 6;

/** How many rows of users fit. */
export function visibleRowCount(size: Size): number {
	return Math.max(1, size.rows - linesAround);
}

/** The columns that fit beside each other: the frozen ones, then the scrolling ones from `left` on; the last may be cut. */
export function drawnColumns(size: Size, left: number): readonly DrawnColumn[] {
	const columns: DrawnColumn[] = [];
	let start = gutterWidth;
	const candidates = [...gridFields.keys()].filter((index) => index < frozenCount || index >= left);
	for (const index of candidates) {
		const field = gridFields[index];
		const room = size.columns - start;
		if (field === undefined || room < Math.min(field.width, 8)) break;
		const width = Math.min(index < frozenCount ? frozenWidth(field, size) : field.width, room);
		columns.push({field, index, start, width});
		start += width + columnGap;
	}
	const last = columns.at(-1);
	if (last !== undefined && last.index === gridFields.length - 1) {
		columns[columns.length - 1] = {
			...last,
			width: Math.min(size.columns - last.start, Math.max(last.width, 20)),
		};
	}
	return columns;
}

/** How wide a column that stays at the left is: names give way in a narrow terminal, so that the cursor is seen beside them. */
function frozenWidth({width, key}: ScreenField, size: Size): number {
	const frozen = gridFields.slice(0, frozenCount);
	const taken = frozen.reduce((sum, field) => sum + field.width + columnGap, gutterWidth);
	const lacking = Math.max(0, taken + scrollingRoom - size.columns);
	return key === 'id' ? width : Math.max(narrowestFrozen, width - Math.ceil(lacking / (frozenCount - 1)));
}

/** How many scrolling columns lie beyond the right edge. */
export function hiddenAtRight(columns: readonly DrawnColumn[]): number {
	return gridFields.length - 1 - (columns.at(-1)?.index ?? 0);
}

/** The grid scrolled as little as it takes to have the cursor in view, with its column whole where it can be. */
export function keepCursorInView(grid: GridState, size: Size): GridState {
	const height = visibleRowCount(size);
	const {row, column} = grid.cursor;
	const lastTop = Math.max(0, grid.rows.length - height);
	const top = Math.min(
		lastTop,
		row < grid.top ? row : row >= grid.top + height ? row - height + 1 : grid.top,
	);
	let left = grid.left;
	if (column >= frozenCount) {
		left = Math.min(left, column);
		while (left < column && !isWhole(drawnColumns(size, left), column)) left += 1;
	}
	return top === grid.top && left === grid.left ? grid : {...grid, top, left};
}

/** The same model with the cursor scrolled into view. */
export function inView(model: Model): Model {
	return {...model, grid: keepCursorInView(model.grid, model.size)};
}

function isWhole(columns: readonly DrawnColumn[], index: number): boolean {
	const column = columns.find((drawn) => drawn.index === index);
	return column !== undefined && column.width >= column.field.width;
}
