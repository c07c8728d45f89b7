import {closeScreen, replaceScreen} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {commandsCommands} from './commands-commands.ts';
import {listCommands} from './list-commands.ts';
import {updateCommands} from './update-commands.ts';

/** Help and palette. */
export const commandsScreen: KindOf<'commands'> = {
	layer: 'panel',
	contexts: {commands: {title: 'In help and palette', types: true}},
	commands: commandsCommands,
	contextsOf: () => ['commands', 'text'],
	update: updateCommands,
	editText(model, screen, edit, app) {
		const typed = {...screen, field: edit(screen.field), index: 0};
		return [replaceScreen(model, {...typed, listed: listCommands(closeScreen(model), typed, app)}), []];
	},
};
