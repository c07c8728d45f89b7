import {chooseKeymap, offerVimKeys} from './choose-keymap.ts';
import {contextsOf} from './commands/command.ts';
import {disabledReason, findBinding, findCommand, pressedBefore} from './commands/command-table.ts';
import {updateDraft} from './draft/update-draft.ts';
import {editFocusedText} from './edit-text.ts';
import {finishEscape, pressAfterEscape, updateEscape} from './escape.ts';
import type {Key} from './key.ts';
import {keyName} from './keymap/keymap.ts';
import {addToSequence, type PressedKeys, pressedLabel} from './keymap/pressed-keys.ts';
import type {Message} from './message.ts';
import {closeScreen, type Model, topScreen, withNotice} from './model.ts';
import {updatePointer} from './pointer.ts';
import {quit} from './quit.ts';
import {withoutQuestion, withQuestions} from './saving/ask-refused.ts';
import {followOthers, noteRivals} from './saving/follow-others.ts';
import {type Step, updateStore} from './saving/make-change.ts';
import {updateUndo} from './saving/undo-change.ts';
import {updateForm} from './screens/form/update-form.ts';
import {followCommits, updateHistoryScreen} from './screens/history/update-history-screen.ts';
import {updateImport} from './screens/import/update-import.ts';
import {updatePin} from './screens/pin/update-pin.ts';
import {updateDialog} from './screens/update-dialog.ts';
import {inView} from './screens/users/grid-layout.ts';
import {updateGrid} from './screens/users/update-grid.ts';
import {editText, insertText, oneLine} from './text-field-state.ts';
import {withTypeAhead} from './type-ahead.ts';
import {updateSettings} from './update-settings.ts';
import {updateTerminal} from './update-terminal.ts';

/** The only place where state changes: pure, from a model and a message to a model and work for the shell. */
export const update = withQuestions(withTypeAhead(step));

function step(model: Model, message: Message): Step {
	switch (message.type) {
		case 'input/press-key':
			return withHiding(pressAfterEscape(model, message.key, pressKey));
		case 'input/paste':
			return pasteAfterEscape(model, message.text);
		case 'input/refuse-paste':
			return [refuseLongPaste(clearNotice(model)), []];
		case 'screen/resize':
			return [inView({...model, size: message.size}), []];
		case 'screen/close':
			return [closeScreen(model), []];
		case 'screen/redraw':
			return [model, [{type: 'screen/redraw'}]];
		case 'screen/toggle-reveal':
			return [toggleReveal(model), []];
		case 'screen/hide-secrets':
			return [model.revealed ? hideSecrets(model) : model, []];
		case 'text/insert':
			return editFocusedText(model, (field) => insertText(field, message.text));
		case 'text/edit':
			return editFocusedText(model, (field) => editText(field, message.edit));
		case 'app/quit':
			return quit(model, message.sure);
		case 'app/interrupt':
			return interrupt(model, message.again);
	}
	if (isAbout(message, 'escape')) return updateEscape(model, message, pressKey);
	if (isAbout(message, 'grid')) return offerVimKeys(model, updateGrid(model, message));
	if (isAbout(message, 'keymap')) return chooseKeymap(model, message);
	if (isAbout(message, 'history')) return updateHistoryScreen(model, message);
	if (isAbout(message, 'undo')) return updateUndo(model, message);
	if (isAbout(message, 'form')) return updateForm(model, message);
	if (isAbout(message, 'import')) return updateImport(model, message);
	if (isAbout(message, 'pin')) return updatePin(model, message);
	if (isAbout(message, 'settings')) return updateSettings(model, message);
	if (isAbout(message, 'draft')) return updateDraft(model, message);
	if (message.type === 'store/changed') return followCommits([followOthers(model, message), []]);
	if (message.type === 'store/committed') {
		const informed = noteRivals(model, message.others, message.timeZone);
		return followCommits(updateStore(informed, message));
	}
	if (isAbout(message, 'store')) return updateStore(model, message);
	if (isAbout(message, 'pointer')) return updatePointer(model, message, pressKey);
	if (isAbout(message, 'clipboard') || isAbout(message, 'mouse')) return updateTerminal(model, message);
	return updateDialog(model, message, step);
}

function isAbout<Noun extends string>(
	message: Message,
	noun: Noun,
): message is Extract<Message, {readonly type: `${Noun}/${string}`}> {
	return message.type.startsWith(`${noun}/`);
}

/** A key is a command, or text for the line that has the keys, or in the grid the start of a new value. */
function pressKey(before: Model, key: Key): Step {
	const model = clearNotice(before);
	if (before.pressedKeys !== undefined && isCancelKey(model, key)) return [model, []];
	const binding = findBinding(before, key);
	if (binding === undefined) return pressUnbound(model, key, pressedBefore(before));
	if ('pressed' in binding) return [{...model, pressedKeys: binding.pressed}, []];
	if ('insert' in binding) return step(model, {type: 'text/insert', text: binding.insert});
	const {command} = binding;
	const reason = disabledReason(command, model);
	if (reason !== undefined) return [withNotice(model, reason, 'bad'), []];
	return step(model, command.run(before, binding.count));
}

/** Ctrl+C cancels what is open, as Esc does; in the grid it has to come twice to quit. */
function interrupt(model: Model, again: boolean): Step {
	if (contextsOf(model)[0] !== 'grid') return pressKey(model, {chord: 'escape'});
	if (again) return quit(model, false);
	return [
		withNotice(
			{...model, interrupted: true},
			`${keyName(model, 'app.interrupt')} once more quits. Changes are saved by themselves.`,
		),
		[],
	];
}

/** Esc and Ctrl+C take back what was begun, and do nothing else. */
function isCancelKey({keymap}: Model, {chord}: Key): boolean {
	return chord === 'escape' || keymap.keys['app.interrupt'].includes(chord);
}

/** In the grid text starts a new value, unless keys are only commands there; any other key says that it does nothing. */
function pressUnbound(model: Model, key: Key, before: PressedKeys): Step {
	const isCommand = model.keymap.isModal && contextsOf(model)[0] === 'grid';
	const typed = key.text === undefined || isCommand ? undefined : beginTyping(model, key.text);
	const pressed = {...before, keys: addToSequence(before, key.chord)};
	return typed ?? [sayUnused(model, pressedLabel(pressed)), []];
}

function sayUnused(model: Model, what: string): Model {
	const help = [findCommand('help.open'), findCommand('help.open-anywhere')].find(
		(command) => disabledReason(command, model) === undefined,
	);
	const hint = help === undefined ? '' : ` ${keyName(model, help.id)} shows all keys.`;
	return withNotice(model, `${what} does nothing here.${hint}`);
}

/** Opens what takes the text: the profiles of the form, or a cell. Undefined where something else has the keys. */
function beginTyping(before: Model, typed: string): Step | undefined {
	const screen = topScreen(before);
	if (screen?.name === 'form' && screen.focus.kind === 'profile')
		return step(before, {type: 'form/choose-profile', typed});
	const model = withoutQuestion(before);
	if (contextsOf(model)[0] !== 'grid') return undefined;
	const reason = findCommand('cell.edit').disabledReason?.(model);
	if (reason !== undefined) return [withNotice(model, reason, 'bad'), []];
	return step(model, {type: 'grid/edit-cell', typed});
}

function pasteAfterEscape(before: Model, text: string): Step {
	const [model, effects] = finishEscape(before, pressKey);
	const [next, more] = paste(clearNotice(model), text);
	return [next, [...effects, ...more]];
}

function paste(model: Model, text: string): Step {
	const line = oneLine(text);
	if (line === '') return [model, []];
	if (contextsOf(model).includes('text')) return step(model, {type: 'text/insert', text: line});
	if (/[\t\n\r]./u.test(text.trim())) {
		return [withNotice(model, `That is a block of several cells: ${adviseImport(model)}`, 'bad'), []];
	}
	return beginTyping(model, line) ?? [sayUnused(model, 'Pasted text'), []];
}

function refuseLongPaste(model: Model): Model {
	const text = `That is over 64 kB, and no field holds so much: ${adviseImport(model)}`;
	return withNotice(model, text, 'bad');
}

function adviseImport(model: Model): string {
	return `save it as a CSV file and import it with ${keyName(model, 'import.open')}.`;
}

/** The model before the next key: what answered the last one goes, and so do keys that waited for it. */
function clearNotice(model: Model): Model {
	const {notice: _, pressedKeys: __, ...rest} = model;
	return rest.interrupted ? {...rest, interrupted: false} : rest;
}

function toggleReveal(model: Model): Model {
	if (model.revealed) return hideSecrets(model);
	const text = `PINs and typed secrets are shown until ${keyName(model, 'pin.reveal')} or a minute without a key.`;
	return withNotice({...model, revealed: true}, text);
}

function hideSecrets(model: Model): Model {
	return withNotice({...model, revealed: false}, 'PINs and secrets are hidden.');
}

/** Each key lets what is revealed stay for a minute more (rules.md 3.19). */
function withHiding([model, effects]: Step): Step {
	return model.revealed ? [model, [...effects, {type: 'screen/hide-later'}]] : [model, effects];
}
