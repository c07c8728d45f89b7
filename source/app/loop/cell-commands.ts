import type {Command} from '../commands/command.ts';
import type {Message} from '../message.ts';
import type {Model} from '../model.ts';
import {focusedScreen, focusedTable, kindOf, screenTable} from '../screens/screen-table.ts';
import type {CellMessage} from '../table/cell-messages.ts';
import type {TextEdit} from '../text-field-state.ts';

const inCell = {when: ['cell']} as const;
const basic = {...inCell, basic: true} as const;

/** Every list whose cells can be edited. */
const inCells = {
	when: Object.values(screenTable).flatMap(({contexts}) =>
		Object.entries(contexts).flatMap(([name, {edits}]) => (edits === true ? [name] : [])),
	),
};

/** What can be done with the cell under the cursor of a list, and while it is open. */
export const cellCommands: readonly Command[] = [
	{
		...inCells,
		...forCell({type: 'cell/edit'}),
		id: 'cell.edit',
		opensRow: true,
		title: 'Edit the cell, keeping its value; on the ID: open the user in the form',
		short: 'Edit',
	},
	{
		...inCells,
		...forCell({type: 'cell/edit', typed: ''}),
		id: 'cell.replace',
		title: 'Replace the value of the cell (in a spreadsheet: just type)',
	},
	{
		...inCells,
		...forCell({type: 'cell/clear'}),
		id: 'cell.clear',
		title: 'Clear the cell; with marks or a range: the cells of all of them',
	},
	{
		...inCell,
		id: 'cell.commit-down',
		title: 'Keep the value and go down; after going right: to the column where that began',
		short: 'Keep',
		run: () => commit(1, 0, 'enter'),
	},
	{
		...inCell,
		id: 'cell.commit-up',
		title: 'Keep the value and go up',
		run: () => commit(-1, 0),
	},
	{
		...inCell,
		id: 'cell.commit-right',
		title: 'Keep the value and go right',
		short: 'Keep, go right',
		run: () => commit(0, 1, 'tab'),
	},
	{
		...inCell,
		id: 'cell.commit-left',
		title: 'Keep the value and go left',
		run: () => commit(0, -1, 'tab'),
	},
	{
		...inCell,
		id: 'cell.cancel',
		title: 'Leave the cell as it was',
		short: 'Cancel',
		pinned: true,
		run: () => ({type: 'cell/cancel'}),
	},
	{
		...basic,
		id: 'cell.up',
		title: 'After typing: keep and go up; while the old value is edited: to the start',
		run: (model) => commitOrEdit(model, -1, 0, 'home'),
	},
	{
		...basic,
		id: 'cell.down',
		title: 'After typing: keep and go down; while the old value is edited: to the end',
		run: (model) => commitOrEdit(model, 1, 0, 'end'),
	},
	{
		...basic,
		id: 'cell.left',
		title: 'After typing: keep and go left; while the old value is edited: left one character',
		run: (model) => commitOrEdit(model, 0, -1, 'left'),
	},
	{
		...basic,
		id: 'cell.right',
		title: 'After typing: keep and go right; while the old value is edited: right one character',
		run: (model) => commitOrEdit(model, 0, 1, 'right'),
	},
];

function commit(rows: number, columns: number, by?: 'tab' | 'enter'): Message {
	return {type: 'cell/commit', rows, columns, ...(by === undefined ? {} : {by})};
}

/** Excel's rule: after typing the arrows commit and move, after F2 or Enter they move the caret. */
function commitOrEdit(model: Model, rows: number, columns: number, edit: TextEdit): Message {
	return focusedTable(model)?.editing?.openedBy === 'typing'
		? commit(rows, columns)
		: {type: 'text/edit', edit};
}

/** What the screen does with the message, or why it cannot. */
function forCell(message: CellMessage): Pick<Command, 'run' | 'disabledReason'> {
	return {
		run: () => message,
		disabledReason(model) {
			const screen = focusedScreen(model);
			return kindOf(screen).cells?.refuse(screen, model, message);
		},
	};
}
