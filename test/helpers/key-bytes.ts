/** What an xterm sends for the chords that type nothing and are no Ctrl+letter. */
export const sequences: Readonly<Record<string, string>> = {
	up: '\u001b[A',
	down: '\u001b[B',
	right: '\u001b[C',
	left: '\u001b[D',
	home: '\u001b[H',
	end: '\u001b[F',
	pageup: '\u001b[5~',
	pagedown: '\u001b[6~',
	delete: '\u001b[3~',
	'shift+tab': '\u001b[Z',
	'shift+up': '\u001b[1;2A',
	'shift+down': '\u001b[1;2B',
	'shift+right': '\u001b[1;2C',
	'shift+left': '\u001b[1;2D',
	'shift+end': '\u001b[1;2F',
	'shift+home': '\u001b[1;2H',
	'shift+pageup': '\u001b[5;2~',
	'shift+pagedown': '\u001b[6;2~',
	'ctrl+shift+up': '\u001b[1;6A',
	'ctrl+shift+down': '\u001b[1;6B',
	'ctrl+shift+home': '\u001b[1;6H',
	'ctrl+shift+end': '\u001b[1;6F',
	'ctrl+up': '\u001b[1;5A',
	'ctrl+down': '\u001b[1;5B',
	'ctrl+right': '\u001b[1;5C',
	'ctrl+left': '\u001b[1;5D',
	'ctrl+home': '\u001b[1;5H',
	'ctrl+end': '\u001b[1;5F',
	'alt+right': '\u001b[1;3C',
	'alt+shift+right': '\u001b[1;4C',
	f1: '\u001bOP',
	f2: '\u001bOQ',
	f3: '\u001bOR',
	f4: '\u001bOS',
	f5: '\u001b[15~',
	f6: '\u001b[17~',
	f7: '\u001b[18~',
	'shift+f7': '\u001b[18;2~',
	f8: '\u001b[19~',
	f9: '\u001b[20~',
	f10: '\u001b[21~',
	enter: '\r',
	tab: '\t',
	escape: '\u001b',
	backspace: '\u007f',
	space: ' ',
};

/** The bytes of one key press. */
export function bytesOf(chord: string): string {
	const sequence = sequences[chord];
	if (sequence !== undefined) return sequence;
	const letter = /^ctrl\+([a-z])$/.exec(chord)?.[1];
	if (letter !== undefined) return String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60);
	if ([...chord].length === 1) return chord;
	throw new Error(`No bytes known for the chord ${chord}: add it to the table`);
}

/** How many keys these bytes are: a sequence is one, a character with its accents is one. */
export function countKeys(bytes: string): number {
	const marked = bytes.replaceAll(/\u001b(?:\[<?[0-9;]*[A-Zm~]|O[A-Z])/g, '\u0001');
	return [...new Intl.Segmenter().segment(marked)].length;
}
