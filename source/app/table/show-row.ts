import type {RowId, TableState} from './table-state.ts';

/** The list with the cursor on a row, and on a column if it is given; as it was where the row is not shown. */
export function showRow<State extends TableState>(
	state: State,
	id: RowId,
	column = state.cursor.column,
): State {
	const row = state.rows.indexOf(id);
	return row < 0 ? state : {...state, cursor: {row, column}, anchor: undefined};
}
