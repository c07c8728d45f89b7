import type {Key} from '../key.ts';
import type {Model} from '../model.ts';
import type {Step} from '../step.ts';
import type {PointerMessage} from '../terminal-message.ts';
import {contextsOf} from './contexts.ts';

/** Rows that one step of the wheel moves. */
const wheelRows = 3;

/**
 * What the mouse did. The wheel is the arrow keys of the list that is open, and does nothing where text is typed: there an
 * arrow would end the typing.
 */
export function updatePointer(
	model: Model,
	message: PointerMessage,
	press: (model: Model, key: Key) => Step,
): Step {
	if (!model.mouse || message.type !== 'pointer/wheel' || contextsOf(model).includes('text'))
		return [model, []];
	const key: Key = {chord: message.direction};
	let step: Step = [model, []];
	for (let row = 0; row < wheelRows; row += 1) {
		const [next, effects] = press(step[0], key);
		step = [next, [...step[1], ...effects]];
	}
	return step;
}
