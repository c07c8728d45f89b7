import {type KeyPress, keyOfCharacter} from './key-press.ts';
import {matchSequence} from './match-sequence.ts';

/** What has begun with an Esc and is not over yet. */
export type Open =
	/** `held` is what came after the Esc. `isLate` when the Esc has been delivered as a key: what follows may still belong to it. */
	| {readonly kind: 'sequence'; readonly held: string; readonly isLate: boolean}
	/** An answer of the terminal, up to its terminator, of which Esc may have come. */
	| {readonly kind: 'text'; readonly isEnding: boolean}
	/** An old mouse report. */
	| {readonly kind: 'mouse'; readonly left: number};

/** What a byte, or the end of a wait, makes of it. */
export type Reading = {
	/** Undefined where nothing is open any more. */
	readonly next?: Open | undefined;
	/** The byte belongs to what comes after this. */
	readonly isForeign?: true;
	readonly key?: KeyPress;
	/** The Esc before it has been delivered as a key, and was none. */
	readonly isLate?: boolean;
	/** What looked like the beginning of a sequence, and was typed. */
	readonly typed?: string;
	/** A CSI or SS3 sequence, without its Esc. */
	readonly whole?: string;
};

type Held = Extract<Open, {kind: 'sequence'}>;

/** After an Esc. */
export const afterEscape: Open = {kind: 'sequence', held: '', isLate: false};

/** Longer than a terminal takes to send a sequence, shorter than a person who waits for Esc to act. */
const escapePatience = 50;
/** The longest gap within a sequence on a slow line. */
const linePatience = 1000;
/** What comes after this much is read over: no key has so many parameters. */
const longestSequence = 128;
/** SS3 of a numeric keypad, and of rxvt's Ctrl and an arrow: "Oliver" after an Esc begins so too. */
const likeName = /^O[a-z]$/;
/** Line-editing habits from the shell: the only letters with Alt that are told from Esc and a letter. */
const altCharacters = /^[0-9bfd]$/;

/** Milliseconds without a byte after which {@link endSequence} decides. */
export function patienceOf(open: Open): number {
	if (open.kind !== 'sequence') return linePatience;
	// In one with its Esc, a letter of a name would come with it too.
	if (likeName.test(open.held) && !open.isLate) return escapePatience;
	if (open.held !== '') return linePatience;
	return open.isLate ? linePatience - escapePatience : escapePatience;
}

/** Reads one more byte. */
export function readSequence(open: Open, byte: number): Reading {
	switch (open.kind) {
		case 'mouse':
			if (isControl(byte)) return {isForeign: true};
			return open.left > 1 ? {next: {...open, left: open.left - 1}} : {};
		case 'text':
			if (open.isEnding) return byte === 0x5c ? {} : {next: afterEscape, isForeign: true};
			if (byte === 0x1b) return {next: {...open, isEnding: true}};
			if (byte === 0x07) return {};
			return isControl(byte) ? {isForeign: true} : {next: open};
		case 'sequence':
			return isControl(byte) || byte > 0x7e
				? readOther(open, byte)
				: readCharacter(open, String.fromCodePoint(byte));
	}
}

/** Decides, when nothing more came, what more might have decided. */
export function endSequence(open: Open): Reading {
	if (open.kind === 'text' && open.isEnding) return endSequence(afterEscape);
	if (open.kind !== 'sequence') return {};
	if (likeName.test(open.held)) return wholeSequence(open);
	return open === afterEscape ? {...giveBack(open), next: {...open, isLate: true}} : giveBack(open);
}

/** Whether a byte is a control character of ASCII. */
export function isControl(byte: number): boolean {
	return byte < 0x20 || byte === 0x7f;
}

function readCharacter(open: Held, character: string): Reading {
	const {isLate} = open;
	if (likeName.test(open.held)) {
		const isName = /[a-z]/.test(character);
		return {...(isName ? giveBack(open) : wholeSequence(open)), isForeign: true};
	}
	const text = open.held + character;
	switch (matchSequence(text)) {
		case 'start':
			return {next: text.length > longestSequence ? open : {...open, held: text}};
		case 'whole':
			return likeName.test(text) ? {next: {...open, held: text}} : wholeSequence({...open, held: text});
		case 'text':
			return {isLate, next: {kind: 'text', isEnding: false}};
		case 'mouse':
			return {isLate, next: {kind: 'mouse', left: 3}};
		case 'none':
			return open === afterEscape && altCharacters.test(character)
				? {key: keyOfCharacter(character, {alt: true})}
				: {...giveBack(open), isForeign: true};
	}
}

/** Reads a byte that is in no sequence: a control character, or part of a character beyond ASCII. */
function readOther(open: Held, byte: number): Reading {
	if (likeName.test(open.held)) return {...wholeSequence(open), isForeign: true};
	if (open === afterEscape) {
		if (byte === 0x7f || byte === 0x08) return {key: {chord: 'alt+backspace'}};
		// The Linux console's.
		if (byte === 0x09) return {key: {chord: 'shift+tab'}};
	}
	return {...giveBack(open), isForeign: true};
}

function wholeSequence({held, isLate}: Held): Reading {
	return {isLate, whole: held};
}

/**
 * What looked like the beginning of a sequence is typed: Esc and a key that came together look like Alt and that key, and
 * over a slow line they are type-ahead. Half a sequence is left out.
 */
function giveBack({held, isLate}: Held): Reading {
	if (held !== '[' && held.startsWith('[')) return {};
	return isLate ? {typed: held} : {key: {chord: 'escape'}, typed: held};
}
