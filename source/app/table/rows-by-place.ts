import {queryById} from '../../domain/query/query-by-id.ts';
import type {QueryTable} from '../../domain/query/query-table.ts';
import type {Table} from './table.ts';
import {placesOf} from './table-state.ts';

/**
 * The rows of a list that are known by their places.
 *
 * @param query what a filter may ask of them; without it there is no filter
 */
export function rowsByPlace<Row>(
	rows: readonly Row[],
	query?: () => QueryTable<Row>,
): Pick<Table<Row>, 'rowCount' | 'rowIds' | 'rowOf' | 'query'> {
	const rowOf = (place: number): Row | undefined => rows[place];
	return {
		rowCount: rows.length,
		rowIds: () => placesOf(rows.length),
		rowOf,
		...(query === undefined ? {} : {query: () => queryById(query(), rowOf)}),
	};
}
