import {gridFields} from '../../../domain/field-lists.ts';
import type {Model} from '../../model.ts';
import {inView, visibleRowCount} from './grid-layout.ts';
import type {UsersMessage} from './users-messages.ts';
import {frozenCount, type GridState} from './users-state.ts';

type Move = Extract<UsersMessage, {type: 'users/move-cursor' | 'users/commit-cell'}>;

/**
 * The cursor some rows and columns on, inside the grid. Tab remembers the column where the first of several Tabs began, and Enter
 * after one of them goes down to that column, as in any spreadsheet; every other move ends this.
 *
 * @param wraps whether beyond the last column the next row begins, and before the first one the row before
 */
export function moveCursor(model: Model, {rows, columns, by}: Omit<Move, 'type'>, wraps = false): Model {
	const {grid} = model;
	const begun = isInTabRun(grid) ? grid.tabRun?.column : undefined;
	let row = grid.cursor.row + rows;
	let column = by === 'enter' && begun !== undefined ? begun : grid.cursor.column + columns;
	if (wraps && column >= gridFields.length && row < grid.rows.length - 1) [row, column] = [row + 1, 1];
	if (wraps && column < 1 && row > 0 && columns < 0) [row, column] = [row - 1, gridFields.length - 1];
	const moved = placeCursor(model, row, column);
	if (by !== 'tab') return moved;
	const tabRun = {column: begun ?? grid.cursor.column, at: cursorPlace(moved.grid)};
	return {...moved, grid: {...moved.grid, tabRun}};
}

/** One page up or down, with the cursor on its line of the screen. */
export function movePage(model: Model, pages: number): Model {
	const height = visibleRowCount(model.size);
	const {grid} = model;
	const lastTop = Math.max(0, grid.rows.length - height);
	const top = Math.max(0, Math.min(grid.top + pages * height, lastTop));
	return placeCursor({...model, grid: {...grid, top}}, grid.cursor.row + pages * height, grid.cursor.column);
}

/** To an end of the rows or of the columns; at the first column, those that scroll are back at their first one, too. */
export function moveTo(model: Model, {row, column}: Extract<UsersMessage, {type: 'users/move-to'}>): Model {
	const {cursor, rows} = model.grid;
	const grid = column === 'first' ? {...model.grid, left: frozenCount} : model.grid;
	return placeCursor(
		{...model, grid},
		row === undefined ? cursor.row : row === 'first' ? 0 : rows.length - 1,
		column === undefined ? cursor.column : column === 'first' ? 0 : gridFields.length - 1,
	);
}

function placeCursor(model: Model, row: number, column: number): Model {
	const {tabRun: _, ...grid} = model.grid;
	const cursor = {
		row: Math.max(0, Math.min(row, grid.rows.length - 1)),
		column: Math.max(0, Math.min(column, gridFields.length - 1)),
	};
	return inView({...model, grid: {...grid, cursor}});
}

/** Whether the cursor is still where the last Tab has put it. */
function isInTabRun(grid: GridState): boolean {
	return grid.tabRun?.at === cursorPlace(grid);
}

/** The user and the column under the cursor. */
function cursorPlace({rows, cursor}: GridState): string {
	return `${rows[cursor.row]} ${cursor.column}`;
}
