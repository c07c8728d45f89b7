/** Longer than any name that a list shows. */
export const longestName = 80;

/** A text from outside as a name for people: one line, cut; undefined where nothing is left of it. */
export function shortText(text: string | undefined): string | undefined {
	const line = text?.replaceAll(/\p{Cc}+/gu, ' ').trim() ?? '';
	return line === '' ? undefined : [...line.slice(0, 4 * longestName)].slice(0, longestName).join('');
}
