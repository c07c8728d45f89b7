import {type Command, firstReason} from '../commands/command.ts';
import type {CommandId} from '../keymap/keymap.ts';
import type {Message} from '../message.ts';
import type {Model} from '../model.ts';
import {focusedTable} from '../screens/screen-table.ts';
import {canComplete} from '../table/complete-filter.ts';
import {nextToClear} from '../table/next-to-clear.ts';

const inTable = {when: ['table']} as const;
const moving = {...inTable, basic: true} as const;

/** Moving about in any list, and what can be done with its rows. */
export const tableCommands: readonly Command[] = [
	move('table.up', 'Up one row', -1, 0),
	move('table.down', 'Down one row', 1, 0),
	move('table.left', 'Left one column', 0, -1),
	move('table.right', 'Right one column', 0, 1),
	{
		...moving,
		id: 'table.next',
		title: 'Right one column; where a line is chosen: down',
		run: () => ({type: 'table/move-cursor', rows: 0, columns: 1, by: 'tab'}),
	},
	{
		...moving,
		id: 'table.previous',
		title: 'Left one column; where a line is chosen: up',
		run: () => ({type: 'table/move-cursor', rows: 0, columns: -1, by: 'tab'}),
	},
	{
		...moving,
		id: 'table.page-up',
		title: 'Up one page',
		run: (_, count = 1) => ({type: 'table/move-page', pages: -count}),
	},
	{
		...moving,
		id: 'table.page-down',
		title: 'Down one page',
		run: (_, count = 1) => ({type: 'table/move-page', pages: count}),
	},
	{
		...moving,
		id: 'table.row-start',
		title: 'To the first column; where a line is chosen: to the first line',
		run: (model) => ({type: 'table/move-to', ...endOf(model, 'first')}),
	},
	{
		...moving,
		id: 'table.row-end',
		title: 'To the last column; where a line is chosen: to the last line',
		run: (model) => ({type: 'table/move-to', ...endOf(model, 'last')}),
	},
	{
		...moving,
		id: 'table.first',
		title: 'To the first row',
		run: (_, count) => goToNumber(count) ?? {type: 'table/move-to', row: 'first'},
	},
	{
		...moving,
		id: 'table.last',
		title: 'To the last row',
		run: (_, count) => goToNumber(count) ?? {type: 'table/move-to', row: 'last'},
	},
	{
		...moving,
		id: 'table.go-to',
		title: 'To the row with this number, as the ID of a user; or else to this row',
		argument: {name: '42', alone: /^\d+$/, run: (number) => ({type: 'table/go-to', number: Number(number)})},
		run: () => ({type: 'commands/open', purpose: 'palette'}),
	},
	{
		...inTable,
		id: 'table.filter',
		title: 'Filter: show only rows that match what is typed',
		short: 'Filter',
		disabledReason: firstReason(refuseUnasked, refuseNothing),
		run: () => ({type: 'table/open-filter'}),
	},
	{
		...inTable,
		id: 'table.mark',
		title: 'Mark the row, or take the mark away',
		short: 'Mark',
		disabledReason: firstReason(refuseLines, refuseEmpty),
		run: () => ({type: 'table/toggle-mark'}),
	},
	{
		...inTable,
		id: 'table.mark-all',
		title: 'Mark all shown, or take all marks away',
		disabledReason: firstReason(refuseLines, refuseEmpty),
		run: () => ({type: 'table/toggle-all-marks'}),
	},
	{
		...inTable,
		id: 'table.sort',
		title: 'Sort by this column: up, down, off',
		short: 'Sort',
		secondary: true,
		disabledReason: firstReason(refuseLines, refuseEmpty),
		run: () => ({type: 'table/sort'}),
	},
	{
		...inTable,
		id: 'table.sort-also',
		title: 'Sort by this column as well, behind those that are sorted by: up, down, off',
		disabledReason: firstReason(refuseLines, refuseEmpty),
		run: () => ({type: 'table/sort', adds: true}),
	},
	{
		when: ['filter'],
		id: 'filter.keep',
		title: 'Keep the filter and go to the rows',
		short: 'Keep',
		run: () => ({type: 'table/close-filter', keep: true}),
	},
	{
		when: ['filter'],
		id: 'filter.complete',
		title: 'Complete the name or the value: take the first that is shown',
		short: 'Complete',
		disabledReason: refuseCompleting,
		run: () => ({type: 'table/complete-filter'}),
	},
	{
		when: ['filter'],
		id: 'filter.cancel',
		title: 'Back to the filter as it was',
		short: 'Cancel',
		pinned: true,
		run: () => ({type: 'table/close-filter', keep: false}),
	},
	{
		...inTable,
		id: 'table.clear',
		title: 'End the range, then take the filter away, then the marks',
		basic: true,
		waits: true,
		run: (model) => ({type: nextToClear(focusedTable(model)) ?? 'table/clear-marks'}),
	},
];

function move(id: CommandId, title: string, rows: number, columns: number): Command {
	return {
		...moving,
		id,
		title,
		run: (_, count = 1) => ({type: 'table/move-cursor', rows: rows * count, columns: columns * count}),
	};
}

/** In Vim a count before the key for the first or last line is the number of a line. */
function goToNumber(number: number | undefined): Message | undefined {
	return number === undefined ? undefined : {type: 'table/go-to', number};
}

function endOf(
	model: Model,
	end: 'first' | 'last',
): {readonly row?: typeof end; readonly column?: typeof end} {
	return focusedTable(model)?.cursor === 'row' ? {row: end} : {column: end};
}

function refuseLines(model: Model): string | undefined {
	return focusedTable(model)?.cursor === 'row' ? 'That is for lists with columns.' : undefined;
}

/** Why there is nothing to look for: the list is empty even without a filter. */
function refuseNothing(model: Model): string | undefined {
	const table = focusedTable(model);
	return table === undefined || table.rowCount > 0 ? undefined : table.emptyText;
}

function refuseCompleting(model: Model): string | undefined {
	const table = focusedTable(model);
	return table === undefined || canComplete(table) ? undefined : 'Nothing is known that would complete this.';
}

function refuseUnasked(model: Model): string | undefined {
	const table = focusedTable(model);
	return table !== undefined && table.query === undefined ? 'This list has no filter.' : undefined;
}

function refuseEmpty(model: Model): string | undefined {
	const table = focusedTable(model);
	return table === undefined || table.state.rows.length > 0 ? undefined : table.emptyText;
}
