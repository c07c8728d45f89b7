import {keyLabel} from '../app/key.ts';
import type {SentKey} from '../app/screens/keys/keys-state.ts';
import {diagnoseBytes} from '../terminal/input/diagnose-bytes.ts';
import type {Input} from '../terminal/input/input.ts';

/** What the terminal has sent at once, in words. */
export function describeSentKey(bytes: Uint8Array): SentKey {
	const {sent, inputs} = diagnoseBytes(bytes);
	const taken = inputs.map(describeInput).join(', then ');
	return {sent, taken: taken === '' ? 'nothing that usersheet knows' : taken};
}

function describeInput(input: Input): string {
	switch (input.type) {
		case 'key':
			return keyLabel(input.key.chord);
		case 'no-escape':
			return '';
		case 'pointer':
			return `the mouse: ${input.pointer.action}`;
		case 'refused-paste':
			return 'a paste that is too long';
		case 'paste': {
			const marks = input.unbracketed ? ' without marks' : '';
			return `a paste${marks} of ${input.text.length.toLocaleString('en-US')} characters`;
		}
	}
}
