import {findArgument} from '../../commands/typed-name.ts';
import {closeScreen, type Model, openScreen, replaceScreen, withNotice} from '../../model.ts';
import type {Step} from '../../step.ts';
import {textField} from '../../text-field-state.ts';
import type {App} from '../screen-kind.ts';
import type {CommandsMessage} from './commands-messages.ts';
import type {CommandListState} from './commands-state.ts';
import {listCommands} from './list-commands.ts';

/** Opens help or palette, moves in it, and runs the command under the cursor. */
export function updateCommands(model: Model, message: CommandsMessage, app: App): Step {
	if (message.type === 'commands/open') {
		const state = {name: 'commands', purpose: message.purpose, field: textField(''), index: 0} as const;
		return [openScreen(model, {...state, listed: listCommands(model, state, app)}), []];
	}
	const screen = model.screens.at(-1);
	if (screen?.name !== 'commands') return [model, []];
	if (message.type === 'commands/run') return runListed(model, screen, app);
	const index = Math.max(0, Math.min(screen.index + message.by, screen.listed.length - 1));
	return [replaceScreen(model, {...screen, index}), []];
}

function runListed(model: Model, {listed, index, field}: CommandListState, app: App): Step {
	const command = listed[index];
	if (command === undefined) return [model, []];
	const below = closeScreen(model);
	const reason = app.disabledReason(command, below);
	if (reason !== undefined) return [withNotice(model, `${command.title}: ${reason}`, 'bad'), []];
	const argument = findArgument(command, field.text);
	const isGiven = argument !== undefined && command.argument !== undefined;
	return app.update(below, isGiven ? command.argument.run(argument) : command.run(below));
}
