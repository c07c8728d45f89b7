import type {Message, TypedMessage} from '../message.ts';
import type {Model} from '../model.ts';
import {focusedScreen, focusedTable, kindOf} from '../screens/screen-table.ts';
import type {Step} from '../step.ts';

/** What ends a wait, as Esc does, instead of being kept for later. */
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
			if (chord === undefined || !endsWait(model, chord)) {
				return [{...model, typedAhead: [...model.typedAhead, message]}, []];
			}
			return step({...model, typedAhead: []}, message);
		}
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
	return chord === 'escape' || impatient.some((id) => keys[id].includes(chord));
}

function isTyped(message: Message): message is TypedMessage {
	return message.type === 'input/press-key' || message.type === 'input/paste';
}

/** Whether what has the keys cannot say what they mean before the shell has answered. */
function isWaiting(model: Model): boolean {
	const screen = focusedScreen(model);
	const {arranging, filterEditor} = focusedTable(model)?.state ?? {};
	// A filter can be typed on; what is done with rows is for those that come.
	if (arranging !== undefined && filterEditor === undefined) return true;
	return kindOf(screen).isWaiting?.(screen, model) === true;
}
