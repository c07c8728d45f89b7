import {count} from '../../domain/problem.ts';
import {keyName} from '../keymap/keymap.ts';
import {type Model, withNotice} from '../model.ts';
import type {Step} from '../step.ts';
import {askForRows} from './ask-for-rows.ts';
import {completeFilter} from './complete-filter.ts';
import {clearFilter, closeFilter, openFilter} from './filter-table.ts';
import {goToRow} from './go-to-row.ts';
import {countHiddenMarks, toggleAllMarks, toggleMark} from './mark-rows.ts';
import {moveCursor, movePage, moveTo} from './move-cursor.ts';
import {takeColumn, toggleRange, withRange} from './range.ts';
import type {Table} from './table.ts';
import type {TableMessage} from './table-messages.ts';
import type {Sort, TableState} from './table-state.ts';

/** Everything that happens in any list alike. */
export function updateTable(model: Model, table: Table, message: TableMessage): Step {
	switch (message.type) {
		case 'table/close-filter':
			return closeFilter(table, message.keep);
		case 'table/clear-filter':
			return clearFilter(table);
		case 'table/complete-filter':
			return completeFilter(model, table);
		case 'table/sort':
			return turnSort(table, keyName(model, 'table.sort'));
		default:
			return [changeTable(model, table, message), []];
	}
}

type Arranging = 'table/close-filter' | 'table/clear-filter' | 'table/complete-filter' | 'table/sort';

/** What needs no other rows. */
function changeTable(
	model: Model,
	table: Table,
	message: Exclude<TableMessage, {readonly type: Arranging}>,
): Model {
	const {state} = table;
	switch (message.type) {
		case 'table/move-cursor':
			return table.keep(withRange(table, moveCursor(table, message), message.extends));
		case 'table/move-page':
			return table.keep(withRange(table, movePage(table, message.pages), message.extends));
		case 'table/move-to':
			return table.keep(withRange(table, moveTo(table, message), message.extends));
		case 'table/go-to':
			return goToRow(model, table, message.number);
		case 'table/toggle-range':
			return table.keep(toggleRange(table));
		case 'table/take-column':
			return table.keep(takeColumn(table));
		case 'table/end-range':
			return table.keep({...state, anchor: undefined});
		case 'table/open-filter':
			return table.keep(openFilter(table));
		case 'table/toggle-mark':
			return table.keep(toggleMark(table));
		case 'table/toggle-all-marks':
			return sayMarks(table, toggleAllMarks(state));
		case 'table/clear-marks':
			return state.marks.size === 0 ? model : sayMarks(table, {...state, marks: new Set()});
	}
}

/** One key, three orders: upwards, downwards, as the rows come by themselves. */
function turnSort(table: Table, keyOfSort: string): Step {
	const {state, columns} = table;
	const key = columns[state.cursor.column]?.key ?? '';
	const isFirst = state.sort?.key !== key;
	const isSecond = !isFirst && state.sort?.descending === false;
	const sort: Sort | undefined = isFirst || isSecond ? {key, descending: isSecond} : undefined;
	const [model, effects] = askForRows(table, {filter: state.filter, sort, typedOver: undefined});
	return [withNotice(model, describeOrder(table, sort, keyOfSort)), effects];
}

function describeOrder(table: Table, sort: Sort | undefined, key: string): string {
	const sorted = table.columns.find((column) => column.key === sort?.key);
	const header = sorted?.name ?? sorted?.header ?? '';
	if (sort === undefined) return `Sorted by ${table.kind.numbered} again.`;
	return sort.descending
		? `Sorted by ${header}, downwards. ${key} again: by ${table.kind.numbered}.`
		: `Sorted by ${header}, upwards. ${key} again: downwards.`;
}

function sayMarks(table: Table, state: TableState): Model {
	const {one, many} = table.kind.noun;
	const hidden = countHiddenMarks(state);
	const text =
		state.marks.size === 0
			? `No ${one} is marked now.`
			: `${count(state.marks.size, `${one} is`, `${many} are`)} marked now${hidden === 0 ? '' : `, ${hidden.toLocaleString('en-US')} hidden by the filter`}.`;
	return withNotice(table.keep(state), text);
}
