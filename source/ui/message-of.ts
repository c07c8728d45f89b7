import type {Message} from '../app/message.ts';
import type {PointerMessage} from '../app/terminal-message.ts';
import type {Input} from '../terminal/input/input.ts';
import type {Pointer} from '../terminal/input/pointer.ts';
import {findPointedAt, type Targets} from './parts/pointer-targets.ts';

/** What the loop is told of what a person did at the terminal, where this can be pointed at. */
export function messageOf(input: Input, targets: Targets = new Set()): Message {
	switch (input.type) {
		case 'key':
			return {type: 'input/press-key', key: input.key};
		case 'pointer':
			return pointerMessage(input.pointer, targets);
		case 'paste':
			return {...input, type: 'input/paste'};
		case 'refused-paste':
			return {type: 'input/refuse-paste'};
		case 'no-escape':
			return {...input, type: 'escape/withdraw'};
	}
}

function pointerMessage(pointer: Pointer, targets: Targets): PointerMessage {
	if (pointer.action === 'wheel') {
		const {action: _, ...told} = pointer;
		return {type: 'pointer/wheel', ...told};
	}
	const {action, ...told} = pointer;
	const on = findPointedAt(targets, pointer.row, pointer.column);
	const at = performance.now();
	return {type: `pointer/${action}`, ...told, at, ...(on === undefined ? {} : {on})};
}
