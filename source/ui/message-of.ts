import type {Message} from '../app/message.ts';
import type {PointerMessage} from '../app/terminal-message.ts';
import type {Input} from '../terminal/input/input.ts';
import type {Pointer} from '../terminal/input/pointer.ts';

/** What the loop is told of what a person did at the terminal. */
export function messageOf(input: Input): Message {
	switch (input.type) {
		case 'key':
			return {type: 'input/press-key', key: input.key};
		case 'pointer':
			return pointerMessage(input.pointer);
		case 'paste':
			return {...input, type: 'input/paste'};
		case 'refused-paste':
			return {type: 'input/refuse-paste'};
		case 'no-escape':
			return {...input, type: 'escape/withdraw'};
	}
}

function pointerMessage(pointer: Pointer): PointerMessage {
	if (pointer.action === 'wheel') {
		const {action: _, ...told} = pointer;
		return {type: 'pointer/wheel', ...told};
	}
	const {action, ...told} = pointer;
	return {type: `pointer/${action}`, ...told};
}
