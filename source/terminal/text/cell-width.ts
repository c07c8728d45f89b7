import stringWidth from 'string-width';

/** How the terminal shows what not all terminals show alike. */
export type TextMode = {
	/** Whether characters of ambiguous width take two cells (é, ·, →, Cyrillic): so do terminals that are set to East Asian text. */
	readonly isAmbiguousWide: boolean;
	/** Whether only ASCII is drawn for the signs of {@link asciiSigns}; letters stay. */
	readonly isAscii: boolean;
};

/** What a sign is drawn as where only ASCII can be: each takes one cell. */
const asciiSigns: Readonly<Record<string, string>> = {
	...{'…': '~', '·': '-', '•': '*', '→': '>', '←': '<', '↑': '^', '↓': 'v', '×': 'x', '›': '>', '‹': '<'},
	...{'─': '-', '━': '-', '═': '=', '│': '|', '┃': '|', '║': '|', '–': '-', '—': '-', '◌': 'o', '±': '+'},
	...Object.fromEntries(Array.from('┌┐└┘├┤┬┴┼╭╮╰╯', (corner) => [corner, '+'])),
	...Object.fromEntries(Array.from('“”„«»', (quote) => [quote, '"'])),
	...Object.fromEntries(Array.from('‘’‚', (quote) => [quote, "'"])),
	// What stands for control characters.
	...Object.fromEntries(Array.from({length: 34}, (_, index) => [String.fromCodePoint(0x2400 + index), '?'])),
};

/** Latin letters: one cell each, where ambiguous characters are no wider. */
const latin = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff]*$/;
const ascii = /^[\u0020-\u007e]*$/;
/** Letters that join to one character with others, and signs that take a cell behind their letter, such as many vowels. */
const spacing = /[\p{L}\p{Mc}]/gu;
/** Letters of Hangul that are parts of a block of two cells. */
const hangul = /^[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/;

let mode: TextMode = {isAmbiguousWide: false, isAscii: false};

/** Says how the terminal shows text: once, before anything is measured or drawn. */
export function setTextMode(wanted: TextMode): void {
	mode = wanted;
}

/** Whether each character takes one cell, and no two of them join. Most cells of a sheet are that. */
export function isOneCellEach(text: string): boolean {
	return (mode.isAmbiguousWide ? ascii : latin).test(text);
}

/**
 * Terminal cells of one grapheme; 0 for what shows nothing. Terminals differ where letters stack, or a vowel stands beside its
 * letter: then the largest that any of them takes, so that what comes next lies on nothing.
 */
export function graphemeWidth(grapheme: string): number {
	if (mode.isAmbiguousWide && asciiSigns[grapheme] !== undefined) return 1;
	const width = stringWidth(grapheme, {ambiguousIsNarrow: !mode.isAmbiguousWide});
	if (grapheme.length === 1 || hangul.test(grapheme)) return width;
	return Math.max(width, grapheme.match(spacing)?.length ?? 0);
}

/** What is drawn for a grapheme: a sign that the terminal may not have, or may show wider, in ASCII. */
export function drawnGrapheme(grapheme: string): string {
	return mode.isAscii || mode.isAmbiguousWide ? (asciiSigns[grapheme] ?? grapheme) : grapheme;
}

/** How the terminal of this environment shows text: USERSHEET_ASCII=1 and USERSHEET_WIDE=1 are the choice of the person. */
export function textModeOf(env: Readonly<Record<string, string | undefined>>): TextMode {
	return {isAscii: isOn(env.USERSHEET_ASCII), isAmbiguousWide: isOn(env.USERSHEET_WIDE)};
}

function isOn(value: string | undefined): boolean {
	return value !== undefined && value !== '' && value !== '0';
}
