import {rangeOf} from './range.ts';
import type {Table} from './table.ts';

/** What Esc takes away of a list: the latest and cheapest first; undefined where there is nothing. */
export function nextToClear(
	table: Table | undefined,
): 'table/end-range' | 'table/clear-filter' | 'table/clear-marks' | undefined {
	if (table === undefined) return undefined;
	if (rangeOf(table) !== undefined) return 'table/end-range';
	if (table.state.filter !== '' || table.state.arranging !== undefined) return 'table/clear-filter';
	return table.state.marks.size > 0 ? 'table/clear-marks' : undefined;
}
