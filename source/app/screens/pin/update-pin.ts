import {applyChange} from '../../../domain/apply-change.ts';
import {isEmptyChange} from '../../../domain/change.ts';
import {fitChange} from '../../../domain/fit-change.ts';
import {checkDeploymentPin} from '../../../domain/pin.ts';
import {describeEasy, type PinChoice, type PinPlan} from '../../../domain/pins/plan-pins.ts';
import {count, type Finding, formatFinding} from '../../../domain/problem.ts';
import {checkCommonPin} from '../../../domain/shared-rules.ts';
import {usersWithIds} from '../../../domain/sheet.ts';
import {trimUnseen} from '../../../terminal/text/visible-text.ts';
import {keyName} from '../../keymap/keymap.ts';
import {closeScreen, type Model, openScreen, replaceScreen, withNotice} from '../../model.ts';
import {usersGone} from '../../saving/describe-conflicts.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {textField} from '../../text-field-state.ts';
import {describeTargets} from '../users/describe-targets.ts';
import type {PinMessage} from './pin-messages.ts';
import {countPins, describePins, modesFor, type PinState} from './pin-state.ts';

/** Everything that happens while PINs are set. */
export function updatePin(model: Model, message: PinMessage): Step {
	if (message.type === 'pin/open') return [openScreen(model, openPins(model)), []];
	const screen = model.screens.at(-1);
	if (screen?.name !== 'pin') return [model, []];
	switch (message.type) {
		case 'pin/move':
			return [replaceScreen(model, moveMode(screen, message.by)), []];
		case 'pin/ask':
			return ask(model, screen);
		case 'pin/planned': {
			// An answer to a question that has been left since is none to this one.
			if (message.users !== screen.planning) return [model, []];
			const {planning: _, ...planned} = screen;
			return [askToSet(model, {...planned, change: message.change}, message), []];
		}
		case 'pin/set':
			return setPins(model, screen);
	}
}

function openPins(model: Model): PinState {
	return {name: 'pin', aboutUsers: true, ...describeTargets(model), mode: 'typed', field: textField('')};
}

function moveMode(screen: PinState, by: number): PinState {
	const {problem: _, ...rest} = screen;
	const modes = modesFor(screen);
	return {...rest, mode: modes[(modes.indexOf(screen.mode) + by + modes.length) % modes.length] ?? 'typed'};
}

function ask(model: Model, screen: PinState): Step {
	const pin = trimUnseen(screen.field.text);
	const finding = screen.mode === 'typed' ? checkDeploymentPin(pin) : undefined;
	if (finding !== undefined) {
		return [replaceScreen(model, {...screen, problem: formatFinding(finding)}), []];
	}
	const choice: PinChoice = screen.mode === 'typed' ? {kind: 'typed', pin} : {kind: screen.mode};
	const users = usersWithIds(model.sheet, screen.ids);
	const waiting = {...screen, planning: users, plannedFor: model.sheet};
	return [replaceScreen(model, waiting), [{type: 'pin/plan', users, choice}]];
}

/** Who is affected is shown before anything is set (rules.md 2.7). */
function askToSet(model: Model, screen: PinState, plan: PinPlan): Model {
	const {ids, who, hidden} = screen;
	const already = countPins(model.sheet, ids);
	const isOne = ids.length === 1;
	const common = findCommonPin(model, screen);
	const easy = describeEasy(plan, ids.length);
	const what = {
		typed: 'the PIN that was typed',
		generated: isOne ? 'a generated PIN' : 'the same generated PIN',
		'generated-each': 'a generated PIN each',
	}[screen.mode];
	return openScreen(replaceScreen(model, screen), {
		name: 'confirm',
		question: `Give ${who}${hidden} ${what}?`,
		details: [
			`${describePins(already, isOne)}${already === 0 ? '' : ', which is replaced'}.`,
			...(easy === undefined ? [] : [easy]),
			...(common === undefined ? [] : [`Then ${common.message}`]),
			`PINs are never sent by e-mail: tell ${isOne ? 'the user' : 'the users'} separately. ${keyName(model, 'pin.reveal')} in the grid shows them.`,
		],
		action: `Set the PIN of ${who}`,
		confirm: {type: 'pin/set'},
		aboutUsers: true,
	});
}

/** One PIN for all may be that of many: how many would have it then (rules.md 3.15). */
function findCommonPin({sheet}: Model, {mode, change}: PinState): Finding | undefined {
	const pin = change?.updated[0]?.cells.deploymentPin?.after;
	if (change === undefined || pin === undefined || mode === 'generated-each') return undefined;
	return checkCommonPin(applyChange(sheet, change).users, pin);
}

function setPins(model: Model, screen: PinState): Step {
	const {change, plannedFor = model.sheet} = screen;
	const closed = closeScreen(model);
	if (change === undefined || isEmptyChange(change)) {
		return [withNotice(closed, 'They all have this PIN already: nothing was changed.'), []];
	}
	// Others may have changed these users since the question was asked.
	const {sheet} = model;
	const fitted = sheet === plannedFor ? change : fitChange(change, sheet.nextId, sheet).change;
	if (isEmptyChange(fitted)) return [withNotice(closed, usersGone, 'bad'), []];
	const told = `${change.label}: done.`;
	const keys = `${keyName(model, 'change.undo')} takes it back, ${keyName(model, 'pin.reveal')} shows PINs.`;
	// The one that was typed is known; those that were generated are known to nobody.
	const next =
		screen.mode === 'typed'
			? withNotice(closed, `${told} ${keys}`, 'good')
			: offerList(closed, screen, told, keys);
	return makeChange(next, fitted, {from: 'bulk'});
}

/** PINs that were generated are to be told now. What was done is said here only: twice, one of both would be cut. */
function offerList(model: Model, {ids}: PinState, told: string, keys: string): Model {
	const isOne = ids.length === 1;
	return openScreen(model, {
		name: 'confirm',
		question: `${told} Show ${isOne ? 'it' : 'them'} now?`,
		details: [
			'A list with name, number and PIN, masked again by itself. A hand-out can be written from it.',
			`In the grid ${keys}`,
		],
		action: isOne ? 'Show the PIN now' : `Show the ${count(ids.length, 'PIN')} now`,
		confirm: {type: 'pins/open', ids},
		aboutUsers: true,
	});
}
