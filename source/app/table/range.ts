import type {Column, Table} from './table.ts';
import {cursorRow, type RowId, type TableState} from './table-state.ts';

/** Cells in one block, by the places of its first and last row and column. */
export type Range = {
	readonly top: number;
	readonly bottom: number;
	readonly left: number;
	readonly right: number;
};

/** The cells from the anchor to the cursor; undefined where there is no range, or one of its ends is not shown any more. */
export function rangeOf({state, columns, cursor}: Table): Range | undefined {
	const {anchor, rows} = state;
	if (anchor === undefined || cursor === 'row' || rows[state.cursor.row] === undefined) return undefined;
	const column = columns.findIndex(({key}) => key === anchor.column);
	const row = anchor.row === 'all' ? 0 : rows.indexOf(anchor.row);
	if (column < 0 || row < 0) return undefined;
	return {
		top: Math.min(row, state.cursor.row),
		bottom: anchor.row === 'all' ? rows.length - 1 : Math.max(row, state.cursor.row),
		left: Math.min(column, state.cursor.column),
		right: Math.max(column, state.cursor.column),
	};
}

/** The rows of the range, top to bottom; undefined where there is none. */
export function rangeRows(table: Table): readonly RowId[] | undefined {
	const range = rangeOf(table);
	return range && table.state.rows.slice(range.top, range.bottom + 1);
}

/** The columns of the range, or else the one under the cursor. */
export function rangeColumns(table: Table): readonly Column[] {
	const {left, right} = rangeOf(table) ?? {
		left: table.state.cursor.column,
		right: table.state.cursor.column,
	};
	return table.columns.slice(left, right + 1);
}

/** The list after a move of its cursor: with the range as far as there, where the move extends one. */
export function withRange(table: Table, moved: TableState, isExtending = false): TableState {
	const anchor = rangeOf(table) === undefined ? undefined : table.state.anchor;
	if (!isExtending && anchor?.isOpen !== true) return moved;
	return {...moved, anchor: anchor ?? anchorAt(table, false)};
}

/** From now on every move extends the range, or no more: then it ends. */
export function toggleRange(table: Table): TableState {
	const {state} = table;
	if (rangeOf(table) === undefined) return {...state, anchor: anchorAt(table, true)};
	return {...state, anchor: state.anchor?.isOpen === false ? {...state.anchor, isOpen: true} : undefined};
}

/** Every row shown, in the columns of the range or in the one under the cursor. */
export function takeColumn(table: Table): TableState {
	const anchor = rangeOf(table) === undefined ? undefined : table.state.anchor;
	const begun = anchor ?? anchorAt(table, false);
	return {...table.state, anchor: begun && {...begun, row: 'all'}};
}

function anchorAt({state, columns}: Table, isOpen: boolean): TableState['anchor'] {
	const row = cursorRow(state);
	const column = columns[state.cursor.column];
	return row === undefined || column === undefined ? undefined : {row, column: column.key, isOpen};
}
