/** One key press, after the terminal's many spellings of it have been taken away. */
export type Key = {
	/** `ctrl+z`, `shift+tab`, `f2`, `pagedown`, `space`, or the character itself. */
	readonly chord: string;
	/** What it types, if it types something. */
	readonly text?: string;
};

const names: Readonly<Record<string, string>> = {
	pageup: 'PgUp',
	pagedown: 'PgDn',
	escape: 'Esc',
};

/** The function key of a digit after Esc, as in Midnight Commander: 1 is F1, 0 is F10. */
export function functionKeyOfDigit(digit: string): Key | undefined {
	return /^[0-9]$/.test(digit) ? {chord: `f${digit === '0' ? '10' : digit}`} : undefined;
}

/** A chord as footers, help and README write it: `Ctrl+Z`, `Shift+Tab`, `PgDn`. */
export function keyLabel(chord: string): string {
	if (chord.length === 1) return chord;
	return chord
		.split('+')
		.map((part) => names[part] ?? part.charAt(0).toUpperCase() + part.slice(1))
		.join('+');
}
