import {functionKeyOfDigit, type Key} from '../key.ts';
import {type Model, type RecentEscape, type View, withNotice} from '../model.ts';
import type {Step} from '../step.ts';
import type {EscapeMessage} from '../terminal-message.ts';
import {findBinding} from './find-binding.ts';
import {isWaiting} from './type-ahead.ts';

type PressKey = (model: Model, key: Key) => Step;

const escapeKey: Key = {chord: 'escape'};

/** What happens with the last Esc, beside the keys after it. */
export function updateEscape(model: Model, message: EscapeMessage, press: PressKey): Step {
	switch (message.type) {
		case 'escape/expire':
			return endSecond(model, press);
		case 'escape/withdraw':
			return withdrawEscape(model, message.key, press);
	}
}

/** Presses a key: Esc and a digit, typed as people do or in one, are a function key, and never text. */
export function pressAfterEscape(model: Model, key: Key, press: PressKey): Step {
	const {recentEscape, ...rest} = model;
	const asDigit = recentEscape?.isOver === false ? /^(?:alt\+)?(\d)$/ : /^alt\+(\d)$/;
	const functionKey = functionKeyOfDigit(asDigit.exec(key.chord)?.[1] ?? '');
	if (functionKey !== undefined) return press(rest, functionKey);
	const [finished, effects] = finishEscape(model, press);
	const [next, more] = key.chord === 'escape' ? pressEscape(finished, press) : press(finished, key);
	return [next, [...effects, ...more]];
}

/** The model when no digit makes a function key of the last Esc any more. */
export function finishEscape(before: Model, press: PressKey): Step {
	if (before.recentEscape === undefined) return [before, []];
	const {recentEscape, ...model} = before;
	// A question that has come in between is not what it was for.
	return recentEscape.isWaiting && isPatient(model) ? press(model, escapeKey) : [model, []];
}

function pressEscape(model: Model, press: PressKey): Step {
	const isWaiting = isPatient(model);
	const [next, effects] = noteEscape(model, isWaiting ? [model, []] : press(model, escapeKey), {
		isWaiting,
		isOver: false,
	});
	return [next, [...effects, {type: 'escape/wait'}]];
}

/** A second after Esc it has done what it does, if no key came. */
function endSecond(before: Model, press: PressKey): Step {
	const {recentEscape, ...model} = before;
	if (recentEscape === undefined) return [before, []];
	if (recentEscape.isWaiting)
		return noteEscape(model, finishEscape(before, press), {isWaiting: false, isOver: true});
	return [{...model, recentEscape: {...recentEscape, isOver: true}}, []];
}

/** What an Esc did can be taken back where that is no work for the shell. */
function noteEscape(from: Model, [to, effects]: Step, how: Omit<RecentEscape, 'changed'>): Step {
	const changed = effects.length === 0 ? {changed: {from, to}} : {};
	return [{...to, recentEscape: {...how, ...changed}}, effects];
}

/** Whether Esc waits for a digit where the keys go just now. */
function isPatient(model: Model): boolean {
	// Where other keys wait, Esc takes them back at once.
	if (model.pressedKeys !== undefined) return false;
	// What is being done must not be given up for the first byte of another key.
	if (isWaiting(model)) return true;
	const binding = findBinding(model, escapeKey);
	return binding !== undefined && 'command' in binding && binding.command.waits === true;
}

/**
 * It was no Esc, but the beginning of another key that the line has split: what it did is taken back, and then the key does
 * what it should. Where that cannot be, the key is left out, as it would hit something else than was meant.
 */
function withdrawEscape({recentEscape, ...model}: Model, key: Key | undefined, press: PressKey): Step {
	const view = viewBefore(model, recentEscape);
	if (view === undefined) {
		const text = 'A key came in pieces over a slow line: press it again.';
		return [key === undefined ? model : withNotice(model, text, 'bad'), []];
	}
	const {screens, grid} = view;
	const before = {...model, screens, grid};
	return key === undefined ? [before, []] : press(before, key);
}

/** What an Esc found, where that can be had back: nothing else has happened to it since. */
function viewBefore(model: Model, recentEscape: Model['recentEscape']): View | undefined {
	if (recentEscape?.isWaiting === true) return model;
	const {from, to} = recentEscape?.changed ?? {};
	return to?.screens === model.screens && to.grid === model.grid ? from : undefined;
}
