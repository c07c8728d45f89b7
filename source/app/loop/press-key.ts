import type {Command} from '../commands/command.ts';
import type {Key} from '../key.ts';
import {type CommandId, keyName} from '../keymap/keymap.ts';
import {addToSequence, type PressedKeys, pressedLabel} from '../keymap/pressed-keys.ts';
import {type Model, withNotice} from '../model.ts';
import type {App} from '../screens/screen-kind.ts';
import {focusedScreen, kindOf} from '../screens/screen-table.ts';
import type {Step} from '../step.ts';
import {disabledReason, findCommand} from './command-table.ts';
import {contexts, contextsOf} from './contexts.ts';
import {findBinding, pressedBefore} from './find-binding.ts';
import {quit} from './quit.ts';

/** A key is a command, or text for the line that has the keys, or in the grid the start of a new value. */
export function pressKey(before: Model, key: Key, app: App): Step {
	const model = clearNotice(before);
	if (before.pressedKeys !== undefined && isCancelKey(model, key)) return [model, []];
	const binding = findBinding(before, key);
	if (binding === undefined) return pressUnbound(model, key, pressedBefore(before), app);
	if ('pressed' in binding) return [{...model, pressedKeys: binding.pressed}, []];
	if ('insert' in binding) return app.update(model, {type: 'text/insert', text: binding.insert});
	return runCommand(before, binding.command, app, binding.count);
}

/** What a command does, or why it cannot. */
export function runCommand(before: Model, command: Command, app: App, count?: number): Step {
	const model = clearNotice(before);
	const reason = disabledReason(command, model);
	if (reason !== undefined) return [withNotice(model, reason, 'bad'), []];
	return app.update(model, command.run(before, count));
}

/** Ctrl+C cancels what is open, as Esc does; in the grid it has to come twice to quit. */
export function interrupt(model: Model, again: boolean, app: App): Step {
	if (contextsOf(model)[0] !== 'grid') return pressKey(model, {chord: 'escape'}, app);
	if (again) return quit(model, false);
	return [
		withNotice(
			{...model, interrupted: true},
			`${keyName(model, 'app.interrupt')} once more quits. Changes are saved by themselves.`,
		),
		[],
	];
}

/** Text where no line of text has the keys; undefined where it means nothing. */
export function beginTyping(model: Model, typed: string, app: App): Step | undefined {
	const screen = focusedScreen(model);
	const {beginTyping: begin, cells} = kindOf(screen);
	if (begin !== undefined) return begin(model, screen, typed, app);
	if (cells === undefined || !isInCells(model)) return undefined;
	const message = {type: 'cell/edit', typed} as const;
	const reason = cells.refuse(screen, model, message);
	return reason === undefined ? app.update(model, message) : [withNotice(model, reason, 'bad'), []];
}

/** Whether the keys go to a list whose cells can be edited. */
function isInCells(model: Model): boolean {
	return contexts[contextsOf(model)[0] ?? 'any']?.edits === true;
}

/** The model before the next key: what answered the last one goes, and so do keys that waited for it. */
export function clearNotice(model: Model): Model {
	const {notice: _, pressedKeys: __, ...rest} = model;
	return rest.interrupted ? {...rest, interrupted: false} : rest;
}

/** Says that a key or a paste means nothing here, and where help is. */
export function sayUnused(model: Model, what: string): Model {
	const ways: readonly CommandId[] = ['help.open', 'help.open-anywhere'];
	const help = ways.find((id) => disabledReason(findCommand(id), model) === undefined);
	const hint = help === undefined ? '' : ` ${keyName(model, help)} shows all keys.`;
	return withNotice(model, `${what} does nothing here.${hint}`);
}

/** Esc and Ctrl+C take back what was begun, and do nothing else. */
function isCancelKey({keymap}: Model, {chord}: Key): boolean {
	return chord === 'escape' || keymap.keys['app.interrupt'].includes(chord);
}

/** Text may begin something; any other key says that it does nothing. */
function pressUnbound(model: Model, key: Key, before: PressedKeys, app: App): Step {
	// Where keys only give commands, a letter begins no value.
	const isCommand = model.keymap.isModal && isInCells(model);
	const typed = key.text === undefined || isCommand ? undefined : beginTyping(model, key.text, app);
	const pressed = {...before, keys: addToSequence(before, key.chord)};
	return typed ?? [sayUnused(model, pressedLabel(pressed)), []];
}
