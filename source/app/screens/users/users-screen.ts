import {type Model, withNotice} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {cellCommands} from './cell-commands.ts';
import {cursorCommands} from './cursor-commands.ts';
import {applyFilter} from './filter-rows.ts';
import {offerVimKeys} from './offer-vim-keys.ts';
import {updateUsers} from './update-users.ts';
import {refuseEditing, usersCommands} from './users-commands.ts';

/** The grid of all users: the screen below all others. */
export const usersScreen: KindOf<'users'> = {
	layer: 'base',
	contexts: {
		grid: {title: 'In the grid', counts: true},
		cell: {title: 'While a cell is edited', types: true},
		filter: {title: 'While the filter is typed', types: true},
		undoing: {title: 'While many users are changed back'},
		searching: {title: 'While a problem is looked for'},
	},
	commands: [...cursorCommands, ...usersCommands, ...cellCommands],
	contextsOf({editor, filterEditor}, {undoing, searching}) {
		if (undoing !== undefined) return ['undoing'];
		if (searching !== undefined) return ['searching'];
		if (editor !== undefined) return ['cell', 'text'];
		return filterEditor === undefined ? ['grid'] : ['filter', 'text'];
	},
	update: (model, message) => offerVimKeys(model, updateUsers(model, message)),
	editText: (model, {editor, filterEditor}, edit) => {
		if (editor !== undefined) {
			const {problem: _, ...rest} = editor;
			return [withGrid(model, {editor: {...rest, field: edit(editor.field)}}), []];
		}
		if (filterEditor === undefined) return [model, []];
		const field = edit(filterEditor.field);
		const typed = withGrid(model, {filterEditor: {...filterEditor, field}});
		return [field.text === filterEditor.field.text ? typed : applyFilter(typed, field.text), []];
	},
	beginTyping(model, _, typed, app) {
		const reason = refuseEditing(model);
		return reason === undefined
			? app.update(model, {type: 'users/edit-cell', typed})
			: [withNotice(model, reason, 'bad'), []];
	},
	isWaiting: (_, {undoing, searching}) => undoing !== undefined || searching !== undefined,
	describeLoss: ({editor}) => (editor === undefined ? undefined : 'The cell being edited is not saved.'),
	draft({editor}) {
		if (editor === undefined) return undefined;
		return {cell: {id: editor.id, key: editor.key, text: editor.field.text}};
	},
};

function withGrid(model: Model, part: Partial<Model['grid']>): Model {
	return {...model, grid: {...model.grid, ...part}};
}
