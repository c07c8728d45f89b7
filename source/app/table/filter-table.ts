import type {Model} from '../model.ts';
import {type TextFieldState, textField} from '../text-field-state.ts';
import {arrangeRows, followCursor} from './arrange-rows.ts';
import type {Table} from './table.ts';
import type {RowId, TableState} from './table-state.ts';

/** Opens the line in which the filter is typed. */
export function openFilter({state}: Table): TableState {
	return {...state, filterEditor: {field: textField(state.filter), before: state}};
}

/** The filter line after a key, with the rows that match it. */
export function editFilter(table: Table, edit: (field: TextFieldState) => TextFieldState): Model {
	const {state} = table;
	const {filterEditor} = state;
	if (filterEditor === undefined) return table.keep(state);
	const field = edit(filterEditor.field);
	const typed = {...state, filterEditor: {...filterEditor, field}};
	const isSame = field.text === filterEditor.field.text;
	return table.keep(isSame ? typed : applyFilter({...table, state: typed}, field.text));
}

/** Shows the rows that match what is being typed, with the cursor on the one nearest to where it was before. */
function applyFilter(table: Table, filter: string): TableState {
	const {state} = table;
	const start = state.filterEditor?.before ?? state;
	const before = start.unfiltered?.before ?? start;
	const rows = arrangeRows(table, filter, state.sort);
	const hit = findNearest(before.rows, start.rows[start.cursor.row], rows);
	const found = {...state, filter, rows, unfiltered: {before, hit}, anchor: undefined};
	if (filter.trim() === '' && start === before) return backTo(found, before);
	const row = hit === undefined ? 0 : Math.max(0, rows.indexOf(hit));
	return {...found, top: 0, cursor: {...state.cursor, row}};
}

/** Leaves the line, with the filter that was typed, or with the list as it was when the line was opened. */
export function closeFilter(table: Table, keep: boolean): TableState {
	const {state} = table;
	const {filterEditor} = state;
	if (filterEditor === undefined) return state;
	const {before} = filterEditor;
	const {filter, unfiltered} = keep ? state : before;
	const isBlank = filter.trim() === '';
	const closed = {
		...state,
		filter: isBlank ? '' : filter,
		filterEditor: undefined,
		unfiltered: isBlank ? undefined : unfiltered,
	};
	return keep ? closed : backTo({...closed, rows: arrangeRows(table, filter, state.sort)}, before);
}

/**
 * All rows again. The cursor goes back to the row where it was before the filter, unless it was moved to another one since:
 * then it stays on that one.
 */
export function clearFilter(table: Table): TableState {
	const {state} = table;
	const {unfiltered} = state;
	const all = {
		...state,
		filter: '',
		unfiltered: undefined,
		anchor: undefined,
		rows: arrangeRows(table, '', state.sort),
	};
	const isMoved = unfiltered === undefined || state.rows[state.cursor.row] !== unfiltered.hit;
	return isMoved ? followCursor(all, state) : backTo(all, unfiltered.before);
}

/** The cursor on the row that it was on before, on the same line of the screen. */
function backTo(state: TableState, before: TableState): TableState {
	const back = followCursor({...state, cursor: {...state.cursor, row: before.cursor.row}}, before);
	return {...back, top: Math.max(0, before.top + back.cursor.row - before.cursor.row)};
}

/** The one of the hits that is the fewest rows away from a row, downwards where two are; undefined when none of them is there. */
function findNearest(
	rows: readonly RowId[],
	from: RowId | undefined,
	hits: readonly RowId[],
): RowId | undefined {
	if (hits.length === 0) return undefined;
	const start = from === undefined ? 0 : Math.max(0, rows.indexOf(from));
	const isHit = new Set<RowId | undefined>(hits);
	for (let distance = 0; distance < rows.length; distance += 1) {
		const [below, above] = [rows[start + distance], rows[start - distance]];
		if (isHit.has(below)) return below;
		if (isHit.has(above)) return above;
	}
	return undefined;
}
