import {cursorRow, type RowId, type TableState} from './table-state.ts';

/** The mark of the row under the cursor set, or taken away. */
export function toggleMark(state: TableState): TableState {
	const row = cursorRow(state);
	if (row === undefined) return state;
	const marks = new Set(state.marks);
	if (!marks.delete(row)) marks.add(row);
	return {...state, marks};
}

/** Those shown beside those marked before, which a filter may hide; or none, where all shown are marked already. */
export function toggleAllMarks(state: TableState): TableState {
	const {rows, marks} = state;
	const isAll = rows.every((id) => marks.has(id));
	return {...state, marks: isAll ? new Set() : new Set([...marks, ...rows])};
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
