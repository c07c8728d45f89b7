import type {Command} from '../../commands/command.ts';
import type {Message} from '../../message.ts';
import type {Model} from '../../model.ts';
import type {TextEdit} from '../../text-field-state.ts';

const inCell = {when: ['cell']} as const;
const basic = {...inCell, basic: true} as const;

/** What can be done while a cell is open. */
export const cellCommands: readonly Command[] = [
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
		run: () => ({type: 'users/cancel-cell'}),
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
	return {type: 'users/commit-cell', rows, columns, ...(by === undefined ? {} : {by})};
}

/** Excel's rule: after typing the arrows commit and move, after F2 or Enter they move the caret. */
function commitOrEdit(model: Model, rows: number, columns: number, edit: TextEdit): Message {
	return model.grid.editor?.openedBy === 'typing' ? commit(rows, columns) : {type: 'text/edit', edit};
}
