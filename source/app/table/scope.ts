import {count} from '../../domain/problem.ts';
import {countHiddenMarks} from './mark-rows.ts';
import {rangeColumns, rangeOf, rangeRows} from './range.ts';
import type {Column, Table} from './table.ts';
import {cursorRow, type RowId, type TableState} from './table-state.ts';

/** What an action on many is for (rules.md 3.20). */
export type Scope = {
	/** Why these rows: they are marked; else they are in the range; else the cursor is on the one. */
	readonly by: 'marks' | 'range' | 'row';
	/** In the order in which they are shown, then those that the filter hides, by their numbers. */
	readonly rows: readonly RowId[];
	/** Those of the range, or the one under the cursor. */
	readonly columns: readonly Column[];
	/** How many of the rows the filter hides. */
	readonly hidden: number;
};

/** The one rule for every action on many: the marks, else the range, else the row under the cursor. */
export function scopeOf(table: Table): Scope {
	const {state} = table;
	const columns = rangeColumns(table);
	if (state.marks.size > 0)
		return {by: 'marks', rows: markedRows(state), columns, hidden: countHiddenMarks(state)};
	const range = rangeRows(table);
	if (range !== undefined) return {by: 'range', rows: range, columns, hidden: 0};
	const row = cursorRow(state);
	return {by: 'row', rows: row === undefined ? [] : [row], columns, hidden: 0};
}

/** Whether an action would be for other cells than the one under the cursor. */
export function isBeyondCursor(table: Table): boolean {
	const {rows, columns} = scopeOf(table);
	return rows.length > 1 || columns.length > 1 || rows[0] !== cursorRow(table.state);
}

/** What the range has in it: "40 users × 1 column"; undefined where there is none. */
export function describeRange(table: Table): string | undefined {
	const range = rangeOf(table);
	if (range === undefined) return undefined;
	const {one, many} = table.kind.noun;
	const rows = count(range.bottom - range.top + 1, one, many);
	return `${rows} × ${count(range.right - range.left + 1, 'column')}`;
}

/** The rows for marks and shown rows: several things ask between two keys, and there may be 100,000 of both. */
const known = new WeakMap<
	TableState['marks'],
	{readonly shown: readonly RowId[]; readonly rows: readonly RowId[]}
>();

function markedRows({rows, marks}: TableState): readonly RowId[] {
	const last = known.get(marks);
	if (last?.shown === rows) return last.rows;
	const found = findMarked(rows, marks);
	known.set(marks, {shown: rows, rows: found});
	return found;
}

function findMarked(rows: readonly RowId[], marks: TableState['marks']): readonly RowId[] {
	const shown = rows.filter((id) => marks.has(id));
	if (shown.length === marks.size) return shown;
	const isShown = new Set(shown);
	const hidden = [...marks].filter((id) => !isShown.has(id));
	return shown.concat(hidden.sort((a, b) => a - b));
}
