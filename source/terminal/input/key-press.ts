/** One key press, after the terminal's many spellings of it have been taken away. */
export type KeyPress = {
	/** `ctrl+z`, `shift+tab`, `f2`, `pagedown`, `space`, or the character itself. Modifiers: super, ctrl, alt, shift. */
	readonly chord: string;
	/** What it types, if it types something. */
	readonly text?: string;
};

/** The modifiers that are held with a key. */
export type Modifiers = {
	readonly shift?: boolean;
	readonly alt?: boolean;
	readonly ctrl?: boolean;
	/** Super, Hyper or Meta: keys of the desktop, which type nothing. */
	readonly super?: boolean;
	readonly capsLock?: boolean;
};

/** The modifiers as sequences tell them: one more than the sum of their bits. */
export function modifiersOf(told: number): Modifiers {
	const bits = Math.max(0, told - 1);
	return {
		shift: (bits & 1) !== 0,
		alt: (bits & 2) !== 0,
		ctrl: (bits & 4) !== 0,
		super: (bits & 0b11_1000) !== 0,
		capsLock: (bits & 64) !== 0,
	};
}

/** With these, Shift makes no other key: a terminal that tells it must not take Enter away from a fast typist. */
const shiftless = ['enter', 'escape', 'backspace', 'space'];

/** Keys that a terminal without its own code for them sends as Ctrl and a letter, and single control characters. */
const controls: Readonly<Record<string, string>> = {
	'\u0000': 'ctrl+space',
	'\b': 'backspace',
	'\t': 'tab',
	// Ctrl+J, which some clients send for Enter.
	'\n': 'enter',
	'\r': 'enter',
	'\u001b': 'escape',
	'\u001c': 'ctrl+\\',
	'\u001d': 'ctrl+]',
	'\u001e': 'ctrl+^',
	'\u001f': 'ctrl+_',
	'\u007f': 'backspace',
};

/** The key that types one grapheme. */
export function keyOfText(grapheme: string): KeyPress {
	return grapheme === ' ' ? {chord: 'space', text: ' '} : {chord: grapheme, text: grapheme};
}

/** The key of a control character, 0 to 31 or 127: Ctrl+A is 1, Ctrl+Z is 26. */
export function keyOfControl(character: string): KeyPress {
	const code = character.codePointAt(0) ?? 0;
	return {chord: controls[character] ?? `ctrl+${String.fromCodePoint(code + 0x60)}`};
}

/** A key with a name, such as `left` or `f5`, and what is held with it. */
export function keyOfName(name: string, modifiers: Modifiers): KeyPress {
	const shift = modifiers.shift === true && !shiftless.includes(name);
	const prefix = prefixOf({...modifiers, shift});
	return name === 'space' && prefix === '' ? keyOfText(' ') : {chord: `${prefix}${name}`};
}

/** A character that types nothing, because Ctrl, Alt or a key of the desktop is held with it. */
export function keyOfCharacter(character: string, modifiers: Modifiers): KeyPress {
	const {shift = false, alt = false, super: isSuper = false} = modifiers;
	const lower = character.toLowerCase();
	// A terminal that knows more codes than others means the same key by them.
	const hasControl = modifiers.ctrl === true && !shift && !alt && !isSuper && /^[ -~]$/.test(lower);
	if (hasControl && /[ a-z[\\\]^_]/.test(lower)) {
		return keyOfControl(String.fromCodePoint((lower.codePointAt(0) ?? 0) & 0x1f));
	}
	return {chord: `${prefixOf(modifiers)}${lower === ' ' ? 'space' : lower}`};
}

function prefixOf({super: isSuper, ctrl, alt, shift}: Modifiers): string {
	return `${isSuper ? 'super+' : ''}${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${shift ? 'shift+' : ''}`;
}
