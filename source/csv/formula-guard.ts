import {trimUnseen, unseenCharacters} from '../domain/visible-text.ts';

/**
 * What a spreadsheet would run as a formula: it starts with `=`, `@`, TAB or CR, or with `+` or `-` without being a plain
 * number or a phone number. Apostrophes before it do not count, so that a value which has the guard's own already is guarded once
 * more, and comes back whole; nor does what an import trims.
 */
const formula = new RegExp(
	`^['${unseenCharacters}]*(?:[=@\\t\\r]|[+-](?!\\d+(?:[.,]\\d+)?$|(?<=\\+)\\(?\\d[\\d ()./-]*$))`,
);
/** A number with the apostrophe before it with which a spreadsheet marks text, or with several. */
const markedNumber = new RegExp(
	`^[${unseenCharacters}]*'['${unseenCharacters}]*[+*#-]?[\\d(][\\d ()./*#,-]*$`,
);
/** What Excel needs to show digits as they are: `="0042"`. */
const textFormula = /^="(.*)"$/s;

/**
 * The value as an export writes it: with a leading `'` where a spreadsheet would run it (rules.md 3.18), or where it begins with
 * one that {@link readText} would take off.
 */
export function guardFormula(value: string): string {
	const seen = trimUnseen(value);
	// An import trims the end before it looks at the beginning, so the end must decide nothing here either.
	const text = value.slice(0, value.lastIndexOf(seen) + seen.length);
	return seen !== '' && (formula.test(text) || markedNumber.test(text)) ? `'${value}` : value;
}

/**
 * The value that a cell stands for: without the `'` of {@link guardFormula}, or of a spreadsheet that marks a number as text with it,
 * and without the formula of `="0042"`. Other apostrophes stay, as in `'t Hooft`.
 */
export function readText(value: string): string {
	if (value.startsWith("'")) return formula.test(value) || markedNumber.test(value) ? value.slice(1) : value;
	return value.startsWith('="')
		? value.replace(textFormula, (_, text: string) => text.replaceAll('""', '"'))
		: value;
}
