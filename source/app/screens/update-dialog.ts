import {disabledReason} from '../commands/command-table.ts';
import {findArgument} from '../commands/typed-name.ts';
import type {DialogMessage, Message} from '../message.ts';
import {closeScreen, type Model, openScreen, replaceScreen, type Screen, withNotice} from '../model.ts';
import type {Step} from '../saving/make-change.ts';
import {textField} from '../text-field-state.ts';
import {typedPath} from '../typed-path.ts';
import {listCommands} from './commands/list-commands.ts';
import type {ExportState} from './export/export-state.ts';
import {openExport} from './export/open-export.ts';

type Update = (model: Model, message: Message) => Step;

/** Lists, questions, file names, help and palette. `update` is the whole loop, for what was chosen. */
export function updateDialog(model: Model, message: DialogMessage, update: Update): Step {
	const screen = model.screens.at(-1);
	switch (message.type) {
		case 'choice/move':
			if (screen?.name !== 'choice') return [model, []];
			return [
				replaceScreen(model, {...screen, index: within(screen.index + message.by, screen.items.length)}),
				[],
			];
		case 'choice/choose': {
			if (screen?.name !== 'choice') return [model, []];
			const chosen = screen.items[screen.index];
			return chosen === undefined ? [closeScreen(model), []] : update(closeScreen(model), chosen.choose);
		}
		case 'confirm/accept':
			return screen?.name === 'confirm' ? update(closeScreen(model), screen.confirm) : [model, []];
		case 'confirm/refuse':
			if (screen?.name !== 'confirm') return [model, []];
			return screen.refuse === undefined
				? [closeScreen(model), []]
				: update(closeScreen(model), screen.refuse);
		case 'commands/open':
			return [
				openScreen(model, {name: 'commands', purpose: message.purpose, field: textField(''), index: 0}),
				[],
			];
		case 'commands/move':
			if (screen?.name !== 'commands') return [model, []];
			return [
				replaceScreen(model, {
					...screen,
					index: within(screen.index + message.by, listCommands(model).length),
				}),
				[],
			];
		case 'commands/run':
			return runListed(model, update);
		case 'export/open':
			return [openExport(model), []];
		case 'export/write':
			return screen?.name === 'export' ? write(model, screen, message.replace) : [model, []];
		case 'export/written':
			return [
				withNotice(
					isAnswered(screen, message) ? closeScreen(model) : model,
					`Written: ${message.path}`,
					'good',
				),
				[],
			];
		case 'export/failed': {
			// Who has left the dialog since is told, and asked nothing: another one may be open by now.
			if (!isAnswered(screen, message))
				return [withNotice(model, `Not written: ${message.message}`, 'bad'), []];
			const {problem: _, ...rest} = screen;
			const back = {...rest, writing: false};
			if (message.reason === 'failed') return [replaceScreen(model, {...back, problem: message.message}), []];
			return [
				openScreen(replaceScreen(model, back), {
					name: 'confirm',
					question: message.message,
					details: [],
					action: 'Replace the file',
					confirm: {type: 'export/write', replace: true},
				}),
				[],
			];
		}
	}
}

/** Whether this dialog waits for this answer, and not for one to another name. */
function isAnswered(screen: Screen | undefined, {path}: {readonly path: string}): screen is ExportState {
	return screen?.name === 'export' && screen.writing && typedPath(screen.field.text) === path;
}

function write(model: Model, screen: ExportState, replace: boolean): Step {
	const path = typedPath(screen.field.text);
	if (path === '')
		return [replaceScreen(model, {...screen, problem: 'Type the name of the file first.'}), []];
	const {content} = screen;
	return [replaceScreen(model, {...screen, writing: true}), [{type: 'file/write', path, content, replace}]];
}

function runListed(model: Model, update: Update): Step {
	const screen = model.screens.at(-1);
	if (screen?.name !== 'commands') return [model, []];
	const command = listCommands(model)[screen.index];
	if (command === undefined) return [model, []];
	const below = closeScreen(model);
	const reason = disabledReason(command, below);
	if (reason !== undefined) return [withNotice(model, `${command.title}: ${reason}`, 'bad'), []];
	const argument = findArgument(command, screen.field.text);
	const isGiven = argument !== undefined && command.argument !== undefined;
	return update(below, isGiven ? command.argument.run(argument) : command.run(below));
}

function within(index: number, length: number): number {
	return Math.max(0, Math.min(index, length - 1));
}
