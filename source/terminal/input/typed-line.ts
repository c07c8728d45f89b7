import {createKeyDecoder} from './key-decoder.ts';

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** The text that was typed, when these bytes came up to Enter: it was not seen, so editing is deleting from the end. */
export function typedLine(bytes: Uint8Array): string {
	const decoder = createKeyDecoder();
	let text = '';
	for (const input of [...decoder.feed(bytes), ...decoder.timeOut()]) {
		if (input.type === 'paste') text += input.text;
		if (input.type !== 'key') continue;
		if (input.key.text !== undefined) text += input.key.text;
		else if (input.key.chord === 'backspace') text = withoutLast(text);
		else if (input.key.chord === 'ctrl+u') text = '';
	}
	return text;
}

function withoutLast(text: string): string {
	const {index = 0} = [...segmenter.segment(text)].at(-1) ?? {};
	return text.slice(0, index);
}
