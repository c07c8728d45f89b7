import {rangeRows} from './range.ts';
import type {Table} from './table.ts';
import {cursorRow, type RowId, type TableState} from './table-state.ts';

/** The mark of the row under the cursor set, or taken away; of all rows of a range, which ends with that. */
export function toggleMark(table: Table): TableState {
	const {state} = table;
	const rows = rangeRows(table) ?? [cursorRow(state)].filter((row) => row !== undefined);
	return {...state, marks: toggleRows(state.marks, rows), anchor: undefined};
}

/** Those shown beside those marked before, which a filter may hide; or none, where all shown are marked already. */
export function toggleAllMarks(state: TableState): TableState {
	const {rows, marks} = state;
	const isAll = rows.every((id) => marks.has(id));
	return {...state, marks: isAll ? new Set() : toggleRows(marks, rows)};
}

/** Rows marked beside those marked before; or not marked any more, where all of them are. */
function toggleRows(marks: TableState['marks'], rows: readonly RowId[]): TableState['marks'] {
	if (marks.size === 0) return new Set(rows);
	const toggled = new Set(marks);
	for (const id of rows) toggled.add(id);
	if (toggled.size === marks.size) for (const id of rows) toggled.delete(id);
	return toggled;
}

/** Rows for which the hidden marks have been counted: every frame asks, and there may be 100,000 of both. */
const counted = new WeakMap<
	TableState['marks'],
	{readonly rows: readonly RowId[]; readonly hidden: number}
>();

/** How many of the marked rows the filter hides. */
export function countHiddenMarks({rows, marks, filter}: TableState): number {
	if (marks.size === 0 || filter === '') return 0;
	const known = counted.get(marks);
	if (known?.rows === rows) return known.hidden;
	let hidden = marks.size;
	for (const id of rows) if (marks.has(id)) hidden -= 1;
	counted.set(marks, {rows, hidden});
	return hidden;
}
