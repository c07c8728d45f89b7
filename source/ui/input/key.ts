import type {Key} from '../../app/key.ts';

/** What `node:readline` says about one key press. */
export type NodeKey = {
	readonly name?: string | undefined;
	readonly sequence?: string | undefined;
	readonly ctrl?: boolean;
	readonly meta?: boolean;
	readonly shift?: boolean;
};

/** Node's names of the keys that type nothing, and ours. */
const named: Readonly<Record<string, string>> = {
	up: 'up',
	down: 'down',
	left: 'left',
	right: 'right',
	home: 'home',
	end: 'end',
	pageup: 'pageup',
	pagedown: 'pagedown',
	insert: 'insert',
	delete: 'delete',
	backspace: 'backspace',
	return: 'enter',
	// Ctrl+J, which some clients send for Enter.
	enter: 'enter',
	escape: 'escape',
	tab: 'tab',
	space: 'space',
};

/** Single control characters that Node gives no name or a strange one. */
const controls: Readonly<Record<string, string>> = {
	'\u0000': 'ctrl+space',
	'\u001c': 'ctrl+\\',
	'\u001d': 'ctrl+]',
	'\u001e': 'ctrl+^',
	'\u001f': 'ctrl+_',
};

/** A numeric keypad that another program left in application mode: ESC O and one of these. */
const keypad: Readonly<Record<string, string>> = {
	...Object.fromEntries(Array.from('0123456789', (digit, index) => ['pqrstuvwxy'.charAt(index), digit])),
	j: '*',
	k: '+',
	l: ',',
	m: '-',
	n: '.',
	o: '/',
	X: '=',
};

/** Line-editing habits from the shell: the only keys with Alt that are told from Esc and a key. */
const altKeys = new Set(['b', 'f', 'd', 'backspace']);

/**
 * The key for one `keypress` event of `node:readline`; undefined for what is no key of ours: mouse and focus reports,
 * answers of the terminal, unknown sequences. `character` is what Node hands over beside the key.
 */
export function keyFromKeypress(character: string | undefined, nodeKey: NodeKey): Key | undefined {
	const sequence = nodeKey.sequence ?? character ?? '';
	if (sequence.startsWith('\u001b') && sequence.length > 1) return fromSequence(sequence, nodeKey);
	const control = controls[sequence];
	if (control !== undefined) return {chord: control};
	if (sequence === ' ') return {chord: 'space', text: ' '};
	if (nodeKey.name !== undefined && Object.hasOwn(named, nodeKey.name)) return chordOf(nodeKey);
	const letter = controlLetter(sequence);
	if (letter !== undefined) return {chord: `ctrl+${letter}`};
	return sequence === '' || /^[\u0000-\u001f\u007f-\u009f]/.test(sequence)
		? undefined
		: keyFromText(sequence);
}

/** The key that types one grapheme. */
export function keyFromText(grapheme: string): Key {
	return grapheme === ' ' ? {chord: 'space', text: ' '} : {chord: grapheme, text: grapheme};
}

/** The function key of a digit after Esc, as in Midnight Commander: 1 is F1, 0 is F10. */
export function functionKeyOfDigit(digit: string): Key | undefined {
	return /^\d$/.test(digit) ? {chord: `f${digit === '0' ? '10' : digit}`} : undefined;
}

function fromSequence(sequence: string, nodeKey: NodeKey): Key | undefined {
	const rest = sequence.slice(1);
	const digit = functionKeyOfDigit(rest);
	if (digit !== undefined) return digit;
	// The Linux console's Shift+Tab.
	if (rest === '\t') return {chord: 'shift+tab'};
	if (rest === 'OM') return {chord: 'enter'};
	const typed = rest.startsWith('O') ? keypad[rest.slice(1)] : undefined;
	if (typed !== undefined) return keyFromText(typed);
	if (/^(?:\[|O.)/.test(rest)) return chordOf(nodeKey);
	return altKeys.has(nodeKey.name ?? '') && nodeKey.shift !== true && nodeKey.ctrl !== true
		? {chord: `alt+${nodeKey.name}`}
		: undefined;
}

function chordOf({name = '', ctrl = false, meta = false, shift = false}: NodeKey): Key | undefined {
	const plain = /^f\d{1,2}$/.test(name) ? name : Object.hasOwn(named, name) ? named[name] : undefined;
	if (plain === undefined) return undefined;
	const alt = meta && plain !== 'escape' ? 'alt+' : '';
	return {chord: `${ctrl ? 'ctrl+' : ''}${alt}${shift ? 'shift+' : ''}${plain}`};
}

/** Ctrl+A is the byte 1, Ctrl+Z is 26. */
function controlLetter(sequence: string): string | undefined {
	return /^[\u0001-\u001a]$/.test(sequence)
		? String.fromCodePoint((sequence.codePointAt(0) ?? 0) + 0x60)
		: undefined;
}
