import {count} from '../../domain/problem.ts';
import {type Model, withNotice} from '../model.ts';
import type {Step} from '../step.ts';
import {completeFilter} from './complete-filter.ts';
import {copyScope} from './copy-rows.ts';
import {clearFilter, closeFilter, openFilter} from './filter-table.ts';
import {goToRow} from './go-to-row.ts';
import {countHiddenMarks, toggleAllMarks, toggleMark} from './mark-rows.ts';
import {moveCursor, movePage, moveTo, pointAt} from './move-cursor.ts';
import {takeColumn, toggleRange, withRange} from './range.ts';
import type {Table} from './table.ts';
import type {TableMessage} from './table-messages.ts';
import type {TableState} from './table-state.ts';
import {turnSort} from './turn-sort.ts';

/** Everything that happens in any list alike. */
export function updateTable(model: Model, table: Table, message: TableMessage): Step {
	switch (message.type) {
		case 'table/close-filter':
			return closeFilter(table, message.keep);
		case 'table/clear-filter':
			return clearFilter(table);
		case 'table/complete-filter':
			return completeFilter(table);
		case 'table/copy':
			return copyScope(model, table);
		case 'table/sort':
			return turnSort(model, table, message.adds === true);
		default:
			return [changeTable(model, table, message), []];
	}
}

type Arranging =
	| 'table/close-filter'
	| 'table/clear-filter'
	| 'table/complete-filter'
	| 'table/sort'
	| 'table/copy';

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
		case 'table/point-at':
			return table.keep(withRange(table, pointAt(table, message), message.extends));
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

function sayMarks(table: Table, state: TableState): Model {
	const {one, many} = table.kind.noun;
	const hidden = countHiddenMarks(state);
	const text =
		state.marks.size === 0
			? `No ${one} is marked now.`
			: `${count(state.marks.size, `${one} is`, `${many} are`)} marked now${hidden === 0 ? '' : `, ${hidden.toLocaleString('en-US')} hidden by the filter`}.`;
	return withNotice(table.keep(state), text);
}
