import {putScreen} from '../../model.ts';
import {editOpenCell} from '../edit-open-cell.ts';
import type {KindOf} from '../screen-kind.ts';
import {settingsCells} from './settings-cells.ts';
import {settingsCommands} from './settings-commands.ts';
import {settingsTable} from './settings-table.ts';
import {updateSettings} from './update-settings.ts';

/** The settings of the sheet and of the account (rules.md 1.4). */
export const settingsScreen: KindOf<'settings'> = {
	layer: 'base',
	contexts: {settings: {title: 'In the list of settings', counts: true, inList: true, edits: true}},
	commands: settingsCommands,
	contextsOf({editor}, {undoing}) {
		if (undoing !== undefined) return ['undoing'];
		return editor === undefined ? ['settings', 'table'] : ['cell', 'text'];
	},
	update: updateSettings,
	table: settingsTable,
	cells: settingsCells,
	editText: (model, screen, edit) => [
		putScreen(model, {...screen, editor: editOpenCell(screen.editor, edit)}),
		[],
	],
	isWaiting: (_, {undoing}) => undoing !== undefined,
	describeLoss: ({editor}) => (editor === undefined ? undefined : 'The value being edited is not saved.'),
};
