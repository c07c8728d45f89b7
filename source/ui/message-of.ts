import type {Message} from '../app/message.ts';
import type {Input} from '../terminal/input/input.ts';

/** What the loop is told of what a person did at the terminal. */
export function messageOf(input: Input): Message {
	switch (input.type) {
		case 'key':
			return {type: 'input/press-key', key: input.key};
		case 'paste':
			return {type: 'input/paste', text: input.text};
		case 'refused-paste':
			return {type: 'input/refuse-paste'};
		case 'no-escape':
			return {...input, type: 'escape/withdraw'};
	}
}
