import type {Table} from './table.ts';
import {countFrozen} from './table-layout.ts';
import type {TableMessage} from './table-messages.ts';
import {cursorRow, type TableState} from './table-state.ts';

/** Rows and columns on, and the key that moves. */
export type CursorMove = {
	readonly rows: number;
	readonly columns: number;
	/** Tab remembers the column where it began, and Enter after it returns there. */
	readonly by?: 'tab' | 'enter';
};

/**
 * The cursor some rows and columns on, inside the list. Tab remembers the column where the first of several Tabs began, and Enter
 * after one of them goes down to that column, as in any spreadsheet; every other move ends this. Where whole lines are chosen,
 * Tab goes to the next one.
 *
 * @param wraps whether beyond the last column the next row begins, and before the first one the row before
 */
export function moveCursor(table: Table, {rows, columns, by}: CursorMove, wraps = false): TableState {
	const {state} = table;
	if (table.cursor === 'row')
		return placeCursor(table, state.cursor.row + rows + (by === 'tab' ? columns : 0), 0);
	const last = table.columns.length - 1;
	const begun = isInTabRun(state) ? state.tabRun?.column : undefined;
	let row = state.cursor.row + rows;
	let column = by === 'enter' && begun !== undefined ? begun : state.cursor.column + columns;
	if (wraps && column > last && row < state.rows.length - 1) [row, column] = [row + 1, 1];
	if (wraps && column < 1 && row > 0 && columns < 0) [row, column] = [row - 1, last];
	const moved = placeCursor(table, row, column);
	if (by !== 'tab') return moved;
	return {...moved, tabRun: {column: begun ?? state.cursor.column, at: cursorPlace(moved)}};
}

/** One page up or down, with the cursor on its line of the screen. */
export function movePage(table: Table, pages: number): TableState {
	const {state, size} = table;
	const lastTop = Math.max(0, state.rows.length - size.rows);
	const top = Math.max(0, Math.min(state.top + pages * size.rows, lastTop));
	return {...placeCursor(table, state.cursor.row + pages * size.rows, state.cursor.column), top};
}

/** To an end of the rows or of the columns; at the first column, those that scroll are back at their first one, too. */
export function moveTo(
	table: Table,
	{row, column}: Extract<TableMessage, {type: 'table/move-to'}>,
): TableState {
	const {state, columns} = table;
	const placed = placeCursor(
		table,
		row === undefined ? state.cursor.row : row === 'first' ? 0 : state.rows.length - 1,
		column === undefined ? state.cursor.column : column === 'first' ? 0 : columns.length - 1,
	);
	return column === 'first' ? {...placed, left: countFrozen(columns, table.size.columns)} : placed;
}

/** To a row and a column that are shown; as it was where they are not. */
export function pointAt(
	table: Table,
	{row, column}: Extract<TableMessage, {type: 'table/point-at'}>,
): TableState {
	const {state, columns} = table;
	const [rowPlace, columnPlace] = [state.rows.indexOf(row), columns.findIndex(({key}) => key === column)];
	return rowPlace < 0 || columnPlace < 0 ? state : placeCursor(table, rowPlace, columnPlace);
}

/** The cursor on a cell, or on the nearest one that there is, and no range. */
export function placeCursor(table: Table, row: number, column: number): TableState {
	const {state} = table;
	const cursor = {
		row: Math.max(table.isOpenAbove === true ? -1 : 0, Math.min(row, state.rows.length - 1)),
		column: Math.max(0, Math.min(column, table.columns.length - 1)),
	};
	return {...state, cursor, tabRun: undefined, anchor: undefined};
}

/** Whether the cursor is still where the last Tab has put it. */
function isInTabRun(state: TableState): boolean {
	return state.tabRun?.at === cursorPlace(state);
}

/** The row and the column under the cursor. */
function cursorPlace(state: TableState): string {
	return `${cursorRow(state)} ${state.cursor.column}`;
}
