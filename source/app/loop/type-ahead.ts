import {functionKeyOfDigit, type Key} from '../key.ts';
import type {Message, TypedMessage} from '../message.ts';
import type {Model} from '../model.ts';
import {focusedScreen, focusedTable, kindOf} from '../screens/screen-table.ts';
import type {Step} from '../step.ts';

/** What ends a wait at once, instead of being kept for later. */
const impatient = ['app.interrupt', 'app.quit'] as const;

/**
 * Keys typed and text pasted while the shell works on what decides what they mean (a file being read or written, PINs
 * being made) are kept, and come when it has answered: over a slow line people type ahead, and a key must not hit the
 * wrong screen.
 */
export function withTypeAhead(step: (model: Model, message: Message) => Step): typeof step {
	return (model, message) => {
		// What was pointed at goes away with the answer.
		if (message.type.startsWith('pointer/') && isWaiting(model)) return [model, []];
		if (isTyped(message) && isWaiting(model)) {
			const chord = message.type === 'input/press-key' ? message.key.chord : undefined;
			// Drawing the screen again ends nothing, and is wanted at once.
			if (chord !== undefined && model.keymap.keys['screen.redraw'].includes(chord))
				return [model, [{type: 'screen/redraw'}]];
			const isAfterEscape = model.recentEscape?.isWaiting === true;
			const functionKey = isAfterEscape ? functionKeyOfDigit(chord ?? '') : undefined;
			if (functionKey !== undefined) return [keepKey(model, functionKey), []];
			// Esc alone ends it, and not the first byte of another key: the next key or a second decides.
			if (chord === 'escape' && !isAfterEscape) return step(model, message);
			if (isAfterEscape || (chord !== undefined && endsWait(model, chord)))
				return step({...model, typedAhead: []}, message);
			return [{...model, typedAhead: [...model.typedAhead, message]}, []];
		}
		if (message.type === 'escape/withdraw' && isWaiting(model)) return [keepKey(model, message.key), []];
		if (message.type === 'escape/expire' && model.recentEscape?.isWaiting === true && isWaiting(model))
			return step({...model, typedAhead: []}, message);
		let [next, effects] = step(model, message);
		while (next.typedAhead.length > 0 && !isWaiting(next)) {
			const [first, ...typedAhead] = next.typedAhead;
			if (first === undefined) break;
			const [after, more] = step({...next, typedAhead}, first);
			next = after;
			effects = [...effects, ...more];
		}
		return [next, effects];
	};
}

function endsWait({keymap: {keys}}: Model, chord: string): boolean {
	return impatient.some((id) => keys[id].includes(chord));
}

/** The model when the last Esc was part of this key, which comes later. */
function keepKey({recentEscape: _, ...model}: Model, key: Key | undefined): Model {
	if (key === undefined) return model;
	return {...model, typedAhead: [...model.typedAhead, {type: 'input/press-key', key}]};
}

function isTyped(message: Message): message is TypedMessage {
	return message.type === 'input/press-key' || message.type === 'input/paste';
}

/** Whether what has the keys cannot say what they mean before the shell has answered. */
export function isWaiting(model: Model): boolean {
	const screen = focusedScreen(model);
	const {arranging, filterEditor} = focusedTable(model)?.state ?? {};
	// A filter can be typed on; what is done with rows is for those that come.
	if (arranging !== undefined && filterEditor === undefined) return true;
	return kindOf(screen).isWaiting?.(screen, model) === true;
}
