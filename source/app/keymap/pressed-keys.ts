import {keyLabel} from '../key.ts';
import {type KeySequence, sequenceLabel} from './keymap.ts';

/** The keys so far of a command that needs more of them: `12`, `g`, `12g`. */
export type PressedKeys = {
	/** The context in which they were pressed: in another one they mean nothing. */
	readonly place: string;
	/** Digits, or empty for none. */
	readonly count: string;
	/** The beginning of a sequence, or empty for none. */
	readonly keys: KeySequence;
};

/** Rows beyond this many are the last row anyway. */
const mostDigits = 7;

/** The count with one more digit; undefined where the key is none. A zero begins no count: it may be a key of its own. */
export function addToCount({count, keys}: PressedKeys, chord: string): string | undefined {
	const isDigit = count === '' ? /^[1-9]$/.test(chord) : /^\d$/.test(chord);
	return isDigit && keys === '' ? `${count}${chord}`.slice(0, mostDigits) : undefined;
}

/** The sequence with one more key. */
export function addToSequence({keys}: PressedKeys, chord: string): KeySequence {
	return keys === '' ? chord : `${keys} ${chord}`;
}

/** What was pressed, as the screen shows it: `12gg`. */
export function pressedLabel({count, keys}: PressedKeys): string {
	return `${count}${keys === '' ? '' : sequenceLabel(keys)}`;
}

/** The keys that wait for another one, as the screen shows them: `Esc-`, `12g-`; undefined when none do. */
export function pendingText(model: {
	readonly recentEscape?: {readonly isOver: boolean};
	readonly pressedKeys?: PressedKeys;
}): string | undefined {
	const {recentEscape, pressedKeys} = model;
	if (recentEscape?.isOver === false) return `${keyLabel('escape')}-`;
	return pressedKeys === undefined ? undefined : `${pressedLabel(pressedKeys)}-`;
}
