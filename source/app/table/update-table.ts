import {count} from '../../domain/problem.ts';
import {keyName} from '../keymap/keymap.ts';
import {type Model, withNotice} from '../model.ts';
import {turnSort} from './arrange-rows.ts';
import {clearFilter, closeFilter, openFilter} from './filter-table.ts';
import {goToRow} from './go-to-row.ts';
import {countHiddenMarks, toggleAllMarks, toggleMark} from './mark-rows.ts';
import {moveCursor, movePage, moveTo} from './move-cursor.ts';
import {takeColumn, toggleRange, withRange} from './range.ts';
import type {Table} from './table.ts';
import type {TableMessage} from './table-messages.ts';
import type {TableState} from './table-state.ts';

/** Everything that happens in any list alike. */
export function updateTable(model: Model, table: Table, message: TableMessage): Model {
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
		case 'table/close-filter':
			return table.keep(closeFilter(table, message.keep));
		case 'table/clear-filter':
			return table.keep(clearFilter(table));
		case 'table/sort':
			return sayOrder(table, turnSort(table), keyName(model, 'table.sort'));
		case 'table/toggle-mark':
			return table.keep(toggleMark(table));
		case 'table/toggle-all-marks':
			return sayMarks(table, toggleAllMarks(state));
		case 'table/clear-marks':
			return state.marks.size === 0 ? model : sayMarks(table, {...state, marks: new Set()});
	}
}

function sayOrder(table: Table, state: TableState, key: string): Model {
	const {sort} = state;
	const sorted = table.columns.find((column) => column.key === sort?.key);
	const header = sorted?.name ?? sorted?.header ?? '';
	const text =
		sort === undefined
			? `Sorted by ${table.kind.numbered} again.`
			: sort.descending
				? `Sorted by ${header}, downwards. ${key} again: by ${table.kind.numbered}.`
				: `Sorted by ${header}, upwards. ${key} again: downwards.`;
	return withNotice(table.keep(state), text);
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
