import type {QueryProblem} from '../../domain/query/compile-query.ts';
import {historyNeeded} from '../../domain/query/user-query.ts';
import {finishWork} from '../../domain/work.ts';
import type {Step} from '../step.ts';
import {textField} from '../text-field-state.ts';
import {arrangeRows, compileFilter, isGoingOn} from './arrange-rows.ts';
import {placeRows} from './place-rows.ts';
import type {Table} from './table.ts';
import type {Arranging, TableState} from './table-state.ts';

/** So few rows are looked through between two keys. */
const few = 2000;

/**
 * Shows the rows for a filter and an order: few at once, many when the shell has worked them out. A filter that cannot be
 * followed changes no row, and its line stays open or opens again.
 */
export function askForRows(table: Table, wanted: Omit<Arranging, 'shown'>): Step {
	const {state} = table;
	const arranging = {...wanted, shown: state.rows};
	const query = compileFilter(table, wanted.filter);
	if ('problem' in query) {
		if (query.problem.code !== historyNeeded.code)
			return [table.keep(refuseFilter(state, wanted, query.problem)), []];
		const waiting = table.keep({...state, arranging});
		return [waiting, [{type: 'table/read-changes', stored: waiting.stored}]];
	}
	const looked = isGoingOn(table, arranging) ? state.rows.length : table.rowCount;
	if (looked > few)
		return [table.keep({...state, arranging}), [{type: 'table/arrange', table, arranging, query}]];
	const rows = finishWork(arrangeRows(table, arranging, query));
	return [table.keep(placeRows(state, arranging, rows)), []];
}

/** What is wrong with a filter is said while its line is open. */
export function refuseFilter(
	state: TableState,
	{filter, typedOver = state}: Pick<Arranging, 'filter' | 'typedOver'>,
	problem: QueryProblem,
): TableState {
	const field = state.filterEditor?.field ?? textField(filter);
	return {...state, arranging: undefined, filterEditor: {field, before: typedOver, problem}};
}
