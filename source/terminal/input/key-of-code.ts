import {type KeyPress, keyOfCharacter, keyOfName, keyOfText, type Modifiers} from './key-press.ts';

/** Keys that are told by the number of a character, or by one that the kitty protocol took from the private ones. */
const codes: Readonly<Record<number, string>> = {
	...{8: 'backspace', 9: 'tab', 13: 'enter', 27: 'escape', 32: 'space', 127: 'backspace'},
	...Object.fromEntries(Array.from({length: 23}, (_, index) => [57376 + index, `f${13 + index}`])),
	...{57414: 'enter', 57417: 'left', 57418: 'right', 57419: 'up', 57420: 'down', 57421: 'pageup'},
	...{57422: 'pagedown', 57423: 'home', 57424: 'end', 57425: 'insert', 57426: 'delete'},
};

/** The numeric keypad of the kitty protocol, from 0 on. */
const keypad = '0123456789./*-+\u0000=,';
const firstOfKeypad = 57399;

/**
 * The key of a character's number, as CSI u, modifyOtherKeys and the kitty protocol tell it.
 *
 * @param parameters the number, with Shift and on a US keyboard; modifiers; the characters that it types, as numbers
 */
export function keyOfCode(
	parameters: readonly (readonly number[])[],
	modifiers: Modifiers,
): KeyPress | undefined {
	const [code = 0, shifted = 0, base = 0] = parameters[0] ?? [];
	const name = codes[code];
	if (name !== undefined) return keyOfName(name, modifiers);
	const typed = textOf(parameters[2] ?? []);
	if (typed !== undefined) return keyOfText(typed);
	const character = keypad[code - firstOfKeypad] ?? characterOf(code);
	if (character === undefined) return undefined;
	if (modifiers.ctrl || modifiers.alt || modifiers.super) {
		// A command is where it is on a US keyboard, when the letter of this one is in no chord.
		return keyOfCharacter(code > 127 ? (characterOf(base) ?? character) : character, modifiers);
	}
	const isUpper = modifiers.shift !== modifiers.capsLock;
	const other = modifiers.shift ? characterOf(shifted) : undefined;
	return keyOfText(other ?? (isUpper ? character.toUpperCase() : character));
}

function textOf(numbers: readonly number[]): string | undefined {
	const characters = numbers.map(characterOf);
	return characters.length === 0 || characters.includes(undefined) ? undefined : characters.join('');
}

/** Undefined for control characters, private ones (media keys, modifiers by themselves) and what is no number of a character. */
function characterOf(code: number): string | undefined {
	if (!Number.isInteger(code) || code > 0x10_ff_ff) return undefined;
	const character = String.fromCodePoint(code);
	return /[\p{Cc}\p{Co}\p{Cs}]/u.test(character) ? undefined : character;
}
