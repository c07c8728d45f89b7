import {keyName} from '../keymap/keymap.ts';
import {type Model, withNotice} from '../model.ts';
import type {Step} from '../step.ts';
import {askForRows} from './ask-for-rows.ts';
import type {Table} from './table.ts';
import type {Sort} from './table-state.ts';

/**
 * One key, three orders: by the column under the cursor upwards, downwards, and not by it. Another key adds the column to those
 * that the rows are sorted by already, and decides between rows that are equal in those.
 */
export function turnSort(model: Model, table: Table, adds: boolean): Step {
	const {state, columns} = table;
	const key = columns[state.cursor.column]?.key ?? '';
	const sort = turnOrder(state.sort, key, adds);
	const [next, effects] = askForRows(table, {filter: state.filter, sort, typedOver: undefined});
	return [withNotice(next, describeOrder(model, table, sort)), effects];
}

function turnOrder(sort: readonly Sort[], key: string, adds: boolean): readonly Sort[] {
	const before = sort.find((one) => one.key === key);
	if (!adds && (before === undefined || sort.length > 1)) return [{key, descending: false}];
	if (before === undefined) return [...sort, {key, descending: false}];
	if (before.descending) return sort.filter((one) => one !== before);
	return sort.map((one) => (one === before ? {key, descending: true} : one));
}

/** What the rows are sorted by, with `v` where that is downwards: "Last name, Directory Number v"; '' for their own order. */
export function sortNames({arranged, columns}: Table, sort: readonly Sort[]): string {
	const all = arranged?.all ?? columns;
	const names = sort.map(({key, descending}) => {
		const column = all.find((one) => one.key === key);
		return `${column?.name ?? column?.header ?? ''}${descending ? ' v' : ''}`;
	});
	return names.join(', ');
}

function describeOrder(model: Model, table: Table, sort: readonly Sort[]): string {
	const [first] = sort;
	const key = keyName(model, 'table.sort');
	if (first === undefined) return `Sorted by ${table.kind.numbered} again.`;
	if (sort.length > 1) return `Sorted by ${sortNames(table, sort)}. ${key}: by one column again.`;
	const name = sortNames(table, [{...first, descending: false}]);
	return first.descending
		? `Sorted by ${name}, downwards. ${key} again: by ${table.kind.numbered}.`
		: `Sorted by ${name}, upwards. ${key} again: downwards. ${keyName(model, 'table.sort-also')} adds a column.`;
}
