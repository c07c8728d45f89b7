import type {Step} from './make-change.ts';
import type {Message} from './message.ts';
import {type Model, topScreen} from './model.ts';

/** What ends a wait instead of being kept for later. */
const impatient = ['escape', 'ctrl+c', 'ctrl+q', 'ctrl+l'];

/**
 * Keys typed while the shell works on what decides what they mean (a file being read or written, PINs being made) are
 * kept and pressed when it has answered: over a slow line people type ahead, and a key must not hit the wrong screen.
 */
export function withTypeAhead(step: (model: Model, message: Message) => Step): typeof step {
	return (model, message) => {
		if (message.type === 'input/press-key' && isWaiting(model)) {
			const {key} = message;
			if (!impatient.includes(key.chord)) return [{...model, typedAhead: [...model.typedAhead, key]}, []];
			return step({...model, typedAhead: []}, message);
		}
		let [next, effects] = step(model, message);
		while (next.typedAhead.length > 0 && !isWaiting(next)) {
			const [key, ...typedAhead] = next.typedAhead;
			if (key === undefined) break;
			const [after, more] = step({...next, typedAhead}, {type: 'input/press-key', key});
			next = after;
			effects = [...effects, ...more];
		}
		return [next, effects];
	};
}

/** Whether what has the keys cannot say what they mean before the shell has answered. */
function isWaiting(model: Model): boolean {
	if (model.undoing !== undefined) return true;
	const screen = topScreen(model);
	switch (screen?.name) {
		case 'export':
			return screen.writing;
		case 'import':
			return screen.progress !== undefined && screen.step !== 'options';
		case 'pin':
			return screen.planning;
		case 'history':
			return screen.waiting !== undefined || (screen.entries === undefined && screen.problem === undefined);
		default:
			return false;
	}
}
