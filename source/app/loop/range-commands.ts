import type {Command} from '../commands/command.ts';
import type {CommandId} from '../keymap/keymap.ts';
import type {Model} from '../model.ts';
import {focusedTable} from '../screens/screen-table.ts';
import {isChosen} from '../table/copy-rows.ts';
import type {TableMessage} from '../table/table-messages.ts';

const inTable = {when: ['table']} as const;

/** Choosing several cells of any list that has columns. */
export const rangeCommands: readonly Command[] = [
	{
		...inTable,
		id: 'table.range',
		title: 'Range: from here on every move extends it; again: end it',
		short: 'Range',
		secondary: true,
		disabledReason: refuseRange,
		run: () => ({type: 'table/toggle-range'}),
	},
	{
		...inTable,
		id: 'table.range-column',
		title: 'Range: the whole column, all rows shown',
		disabledReason: refuseRange,
		run: () => ({type: 'table/take-column'}),
	},
	{
		...inTable,
		id: 'table.copy',
		title:
			'Copy the range or the marked rows, to usersheet and to the terminal; without them what is under the cursor',
		aliases: ['copy', 'y'],
		yields: (model) => !isChosen(focusedTable(model)),
		disabledReason: refuseNothing,
		run: () => ({type: 'table/copy'}),
	},
	extend('up', 'up one row', (times) => ({type: 'table/move-cursor', rows: -times, columns: 0})),
	extend('down', 'down one row', (times) => ({type: 'table/move-cursor', rows: times, columns: 0})),
	extend('left', 'left one column', (times) => ({type: 'table/move-cursor', rows: 0, columns: -times})),
	extend('right', 'right one column', (times) => ({type: 'table/move-cursor', rows: 0, columns: times})),
	extend('page-up', 'up one page', (times) => ({type: 'table/move-page', pages: -times})),
	extend('page-down', 'down one page', (times) => ({type: 'table/move-page', pages: times})),
	extend('row-start', 'to the first column', () => ({type: 'table/move-to', column: 'first'})),
	extend('row-end', 'to the last column', () => ({type: 'table/move-to', column: 'last'})),
	extend('first', 'to the first row', () => ({type: 'table/move-to', row: 'first'})),
	extend('last', 'to the last row', () => ({type: 'table/move-to', row: 'last'})),
];

type Way = CommandId extends infer Id ? (Id extends `table.extend-${infer Way}` ? Way : never) : never;
type Move = Extract<TableMessage, {readonly extends?: boolean}>;

function extend(way: Way, where: string, move: (times: number) => Move): Command {
	return {
		...inTable,
		id: `table.extend-${way}`,
		title: `Extend the range ${where}`,
		basic: true,
		disabledReason: refuseRange,
		run: (_, times = 1) => ({...move(times), extends: true}),
	};
}

function refuseRange(model: Model): string | undefined {
	return focusedTable(model)?.cursor === 'row' ? 'That is for lists with columns.' : refuseNothing(model);
}

function refuseNothing(model: Model): string | undefined {
	const table = focusedTable(model);
	return table === undefined || table.state.rows.length > 0 ? undefined : table.emptyText;
}
