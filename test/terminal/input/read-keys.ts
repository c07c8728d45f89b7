import type {Input} from '../../../source/terminal/input/input.ts';
import {createKeyDecoder} from '../../../source/terminal/input/key-decoder.ts';
import type {Pointer} from '../../../source/terminal/input/pointer.ts';

/** What a session at the terminal is made of: chunks of bytes, and between them milliseconds in which nothing comes. */
export type Chunk = string | Uint8Array | number;

/** All that the chunks are read as, when nothing comes after them for long. */
export function readInputs(chunks: readonly Chunk[]): readonly Input[] {
	const decoder = createKeyDecoder();
	const inputs: Input[] = [];
	const wait = (gap: number): void => {
		let left = gap;
		for (;;) {
			const patience = decoder.patience();
			if (patience === undefined || left < patience) return;
			left -= patience;
			inputs.push(...decoder.timeOut());
		}
	};
	for (const chunk of chunks) {
		if (typeof chunk === 'number') wait(chunk);
		else inputs.push(...decoder.feed(typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
	}
	wait(Number.POSITIVE_INFINITY);
	return inputs;
}

/** The same as words: chords, pastes in quotation marks, and `no` before what was an Esc by mistake. */
export function readKeys(...chunks: readonly Chunk[]): readonly string[] {
	return readInputs(chunks).map(nameOfInput);
}

function nameOfInput(input: Input): string {
	switch (input.type) {
		case 'key':
			return nameOf(input.key);
		case 'pointer':
			return nameOfPointer(input.pointer);
		case 'paste':
			return (input.unbracketed ? 'burst ' : '') + JSON.stringify(input.text);
		case 'refused-paste':
			return 'refused';
		case 'no-escape':
			return input.key === undefined ? 'no' : `no ${nameOf(input.key)}`;
	}
}

function nameOf({chord, text}: {readonly chord: string; readonly text?: string}): string {
	return text === undefined || text === chord || chord === 'space' ? chord : `${chord}!`;
}

function nameOfPointer({row, column, shift, alt, ctrl, ...what}: Pointer): string {
	const held = `${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${shift ? 'shift+' : ''}`;
	return `${held}${Object.values(what).join(' ')} ${row},${column}`;
}
