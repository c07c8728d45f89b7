import {findArgument} from '../../commands/typed-name.ts';
import {closeScreen, type Model, openScreen, withNotice} from '../../model.ts';
import type {Step} from '../../step.ts';
import {openTable, placesOf} from '../../table/table-state.ts';
import {textField} from '../../text-field-state.ts';
import type {App} from '../screen-kind.ts';
import type {CommandsMessage} from './commands-messages.ts';
import type {CommandListState} from './commands-state.ts';
import {listCommands} from './list-commands.ts';

/** Opens help or palette, moves in it, and runs the command under the cursor. */
export function updateCommands(model: Model, message: CommandsMessage, app: App): Step {
	if (message.type === 'commands/open') {
		const {purpose, typed = ''} = message;
		return [
			openScreen(model, withListed({name: 'commands', purpose, field: textField(typed)}, model, app)),
			[],
		];
	}
	const screen = model.screens.at(-1);
	return screen?.name === 'commands' ? runListed(model, screen, app) : [model, []];
}

/** The list of what fits the text in it, with the cursor on what fits best. */
export function withListed(
	state: Omit<CommandListState, 'listed' | 'table'>,
	below: Model,
	app: App,
): CommandListState {
	const listed = listCommands(below, state, app).map((one) => ({
		...one,
		reason: app.disabledReason(one.command, below),
	}));
	return {...state, listed, table: openTable(placesOf(listed.length))};
}

function runListed(model: Model, {listed, table, field}: CommandListState, app: App): Step {
	const command = listed[table.cursor.row]?.command;
	if (command === undefined) return [model, []];
	const below = closeScreen(model);
	const reason = app.disabledReason(command, below);
	if (reason !== undefined) return [withNotice(model, reason, 'bad'), []];
	const argument = findArgument(command, field.text);
	const isGiven = argument !== undefined && command.argument !== undefined;
	return app.update(below, isGiven ? command.argument.run(argument) : command.run(below));
}
