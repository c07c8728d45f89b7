import {formatQueryProblem} from '../../domain/query/compile-query.ts';
import {withNotice} from '../model.ts';
import type {Step} from '../step.ts';
import {type TextFieldState, textField} from '../text-field-state.ts';
import {askForRows} from './ask-for-rows.ts';
import {backTo, endBlankFilter, placeRows} from './place-rows.ts';
import type {Table} from './table.ts';
import type {TableState} from './table-state.ts';

/** Opens the line in which the filter is typed. */
export function openFilter({state}: Table): TableState {
	return {...state, filterEditor: {field: textField(state.filter), before: state, problem: undefined}};
}

/** The filter line after a key, with the rows that match it; as long as it cannot be followed, with those of before. */
export function editFilter(table: Table, edit: (field: TextFieldState) => TextFieldState): Step {
	const {state} = table;
	const {filterEditor} = state;
	if (filterEditor === undefined) return [table.keep(state), []];
	const {field: before, before: typedOver} = filterEditor;
	const field = edit(before);
	const isSame = field.text === before.text;
	const typed = {...state, filterEditor: {...filterEditor, field, ...(isSame ? {} : {problem: undefined})}};
	if (isSame) return [table.keep(typed), []];
	return askForRows({...table, state: typed}, {filter: field.text, sort: state.sort, typedOver});
}

/** Leaves the line, with the filter that was typed if it can be followed, or with the list as it was when the line was opened. */
export function closeFilter(table: Table, keep: boolean): Step {
	const {state} = table;
	const {filterEditor} = state;
	if (filterEditor === undefined) return [table.keep(state), []];
	const {before, problem} = filterEditor;
	if (keep && problem !== undefined)
		return [withNotice(table.keep(state), formatQueryProblem(problem), 'bad'), []];
	if (keep) return [table.keep(endBlankFilter({...state, filterEditor: undefined})), []];
	const {filter, rows, unfiltered} = before;
	const closed = {...state, filter, rows, unfiltered, filterEditor: undefined, arranging: undefined};
	return [table.keep(backTo(closed, before)), []];
}

/**
 * All rows again. The cursor goes back to the row where it was before the filter, unless it was moved to another one since:
 * then it stays on that one.
 */
export function clearFilter(table: Table): Step {
	const {state} = table;
	const {sort} = state;
	const before = state.unfiltered?.before;
	if (state.filter === '') return [table.keep({...state, arranging: undefined}), []];
	const wanted = {filter: '', sort, typedOver: undefined};
	if (before === undefined || before.sort !== sort) return askForRows(table, wanted);
	return [table.keep(placeRows(state, {...wanted, shown: state.rows}, before.rows)), []];
}
