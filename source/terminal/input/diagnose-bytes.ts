import type {Input} from './input.ts';
import {createKeyDecoder} from './key-decoder.ts';

/** What was read at once, and what it was taken for. */
export type Diagnosis = {
	/** The bytes as text: `ESC [ 1 ; 5 A`; what is no ASCII as it is written, and broken characters as numbers. */
	readonly sent: string;
	readonly inputs: readonly Input[];
};

/** Names of control characters, as descriptions of terminals have them. */
const names: Readonly<Record<number, string>> = {
	...{0: 'NUL', 8: 'BS', 9: 'TAB', 10: 'LF', 13: 'CR', 27: 'ESC', 32: 'SPACE', 127: 'DEL'},
};
/** Characters that are written: more are no key. */
const longest = 40;

/** Says what some bytes of a terminal are taken for, where nothing comes before and after them. */
export function diagnoseBytes(bytes: Uint8Array): Diagnosis {
	const decoder = createKeyDecoder();
	let inputs = decoder.feed(bytes);
	while (decoder.patience() !== undefined) inputs = inputs.concat(decoder.timeOut());
	return {sent: spellBytes(bytes), inputs};
}

function spellBytes(bytes: Uint8Array): string {
	const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);
	if (text.includes('\ufffd'))
		return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
	const characters = [...text];
	const spelled = characters.slice(0, longest).map(spellCharacter).join(' ');
	return characters.length > longest ? `${spelled} …` : spelled;
}

function spellCharacter(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	return names[code] ?? (code < 0x20 ? `^${String.fromCodePoint(code + 0x40)}` : character);
}
