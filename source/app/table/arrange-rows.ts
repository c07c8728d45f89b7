import {compileQuery, type Query, type QueryProblem} from '../../domain/query/compile-query.ts';
import {findMatches} from '../../domain/query/find-matches.ts';
import {isNarrower} from '../../domain/query/is-narrower.ts';
import {finishWork, type Work} from '../../domain/work.ts';
import {followCursor} from './place-rows.ts';
import {sortRows} from './sort-rows.ts';
import type {Table} from './table.ts';
import type {Arranging, RowId, TableState} from './table-state.ts';

/** A filter, ready to be used on the rows of a list, or what is wrong with it. */
export function compileFilter(
	{query}: Table,
	filter: string,
): Query<RowId> | {readonly problem: QueryProblem} {
	return compileQuery(filter, query?.() ?? {fields: [], values: () => [], searched: () => ''});
}

/** Whether the rows for a filter are among those shown already: it goes on from the one that was typed before. */
export function isGoingOn({state}: Table, {filter, sort, typedOver}: Arranging): boolean {
	return (
		typedOver !== undefined &&
		sort === state.sort &&
		state.filter !== typedOver.filter &&
		isNarrower(filter, state.filter)
	);
}

/** The rows for a filter and an order, worked out in steps. */
export function* arrangeRows(
	table: Table,
	arranging: Arranging,
	query: Query<RowId>,
): Work<readonly RowId[]> {
	if (isGoingOn(table, arranging)) return yield* findMatches(table.state.rows, query);
	const found = yield* findMatches(table.rowIds(), query);
	return arranging.sort.length === 0 ? found : yield* sortRows(table, found, arranging.sort);
}

/** The list with the rows that it would have from scratch: its source has changed. The cursor stays on its row. */
export function arrangeAgain(table: Table): TableState {
	const {state} = table;
	const {filter, sort, filterEditor, unfiltered, rows: shown} = state;
	const query = compileFilter(table, filter);
	const rows =
		'problem' in query
			? shown
			: finishWork(arrangeRows(table, {filter, sort, typedOver: undefined, shown}, query));
	const again = (before: TableState): TableState => arrangeAgain({...table, state: before});
	const arranged = {
		...state,
		rows,
		filterEditor: filterEditor && {...filterEditor, before: again(filterEditor.before)},
		unfiltered: unfiltered && {...unfiltered, before: again(unfiltered.before)},
	};
	return followCursor(arranged, state);
}
