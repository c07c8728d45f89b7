import {putScreen} from '../../model.ts';
import {editOpenCell} from '../edit-open-cell.ts';
import type {KindOf} from '../screen-kind.ts';
import {updateUsers} from './update-users.ts';
import {usersCells} from './users-cells.ts';
import {usersCommands} from './users-commands.ts';
import {usersTable} from './users-table.ts';

/** The grid of all users: the screen below all others. */
export const usersScreen: KindOf<'users'> = {
	layer: 'base',
	contexts: {
		grid: {title: 'In the grid', counts: true, inList: true, edits: true},
		undoing: {title: 'While many users are changed back'},
		searching: {title: 'While a problem is looked for'},
	},
	commands: usersCommands,
	contextsOf({editor}, {undoing, searching}) {
		if (undoing !== undefined) return ['undoing'];
		if (searching !== undefined) return ['searching'];
		return editor === undefined ? ['grid', 'table'] : ['cell', 'text'];
	},
	update: updateUsers,
	shownPins: ({rows}) => rows,
	table: usersTable,
	cells: usersCells,
	editText: (model, screen, edit) => [
		putScreen(model, {...screen, editor: editOpenCell(screen.editor, edit)}),
		[],
	],
	isWaiting: (_, {undoing, searching}) => undoing !== undefined || searching !== undefined,
	describeLoss: ({editor}) => (editor === undefined ? undefined : 'The cell being edited is not saved.'),
	editedCells: ({editor}) => (editor === undefined ? [] : [editor]),
	draft({editor}) {
		if (editor === undefined) return undefined;
		return {cell: {id: editor.id, key: editor.key, text: editor.field.text}};
	},
};
