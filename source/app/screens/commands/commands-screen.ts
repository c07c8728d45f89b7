import {closeScreen, replaceScreen} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {commandsCommands} from './commands-commands.ts';
import {commandsTable} from './commands-table.ts';
import {updateCommands, withListed} from './update-commands.ts';

/** Help and palette. */
export const commandsScreen: KindOf<'commands'> = {
	layer: 'panel',
	contexts: {commands: {title: 'In help and palette', types: true}},
	commands: commandsCommands,
	contextsOf: () => ['commands', 'text', 'table'],
	update: updateCommands,
	table: commandsTable,
	editText(model, screen, edit, app) {
		const typed = {...screen, field: edit(screen.field)};
		return [replaceScreen(model, withListed(typed, closeScreen(model), app)), []];
	},
};
