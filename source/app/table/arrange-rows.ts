import {compileFilter} from '../../domain/compare-text.ts';
import type {Table} from './table.ts';
import type {RowId, Sort, TableState} from './table-state.ts';

const collator = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

/** The rows for a filter and an order, from scratch. */
export function arrangeRows(table: Table, filter: string, sort: Sort | undefined): readonly RowId[] {
	const {kind, context} = table;
	const matches = compileFilter(filter);
	const found =
		matches === undefined
			? table.rowIds()
			: table.rowIds().filter((id) => {
					const row = table.rowOf(id);
					return row !== undefined && matches(kind.searchedText(row, context));
				});
	return sort === undefined ? found : sortRows(table, found, sort);
}

/** Rows by the values of a column; those without one come last in both directions. */
function sortRows(table: Table, ids: readonly RowId[], {key, descending}: Sort): readonly RowId[] {
	const {kind, context} = table;
	const sign = descending ? -1 : 1;
	const keyed = ids.map((id) => {
		const row = table.rowOf(id);
		return {id, value: row === undefined ? '' : kind.valueOf(row, key, context)};
	});
	keyed.sort((a, b) => {
		if (a.value === '' || b.value === '') return Number(a.value === '') - Number(b.value === '');
		return sign * collator.compare(a.value, b.value);
	});
	return keyed.map(({id}) => id);
}

/** One key, three orders: upwards, downwards, as the rows come by themselves. */
export function turnSort(table: Table): TableState {
	const {state, columns} = table;
	const key = columns[state.cursor.column]?.key ?? '';
	const isFirst = state.sort?.key !== key;
	const isSecond = !isFirst && state.sort?.descending === false;
	const sort: Sort | undefined = isFirst || isSecond ? {key, descending: isSecond} : undefined;
	const rows = arrangeRows(table, state.filter, sort);
	return followCursor({...state, sort, rows, anchor: undefined}, state);
}

/** The list with the rows that it would have from scratch: its source has changed. The cursor stays on its row. */
export function arrangeAgain(table: Table): TableState {
	const {state} = table;
	return followCursor({...state, rows: arrangeRows(table, state.filter, state.sort)}, state);
}

/** The cursor on the row it was on before the rows changed, or as near as can be. */
export function followCursor<State extends TableState>(state: State, before: TableState): State {
	const id = before.rows[before.cursor.row];
	const found =
		id === undefined || state.rows[before.cursor.row] === id ? before.cursor.row : state.rows.indexOf(id);
	const row = found < 0 ? before.cursor.row : found;
	return {...state, cursor: {...state.cursor, row: Math.max(0, Math.min(row, state.rows.length - 1))}};
}
