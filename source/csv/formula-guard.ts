import {trimUnseen, unseenCharacters} from '../terminal/text/visible-text.ts';

/** What a spreadsheet runs: it starts with `=`, `@`, TAB or CR, or with `+` or `-` without being a plain number or a phone number. */
const formula = '(?:[=@\\t\\r]|[+-](?!\\d+(?:[.,]\\d+)?$|(?<=\\+)\\(?\\d[\\d ()./-]*$))';
const runs = new RegExp(`^${formula}`);
/** The same with apostrophes before it, and what an import trims. */
const guarded = new RegExp(`^'['${unseenCharacters}]*${formula}`);
/** A number with the apostrophe before it with which a spreadsheet marks text, or with several. */
const markedNumber = new RegExp(`^'['${unseenCharacters}]*[+*#-]?[\\d(][\\d()./*#,${unseenCharacters}-]*$`);
/** What Excel needs to show digits as they are: `="0042"`. */
const textFormula = /^="(.*)"$/s;

/**
 * The value as an export writes it: with a leading `'` where a spreadsheet would run it (rules.md 3.18), or where an import would take
 * more off it than it trims, so that it comes back whole.
 */
export function guardFormula(value: string): string {
	const trimmed = trimUnseen(value);
	return (runs.test(value) && trimmed !== '') || readText(value) !== trimmed ? `'${value}` : value;
}

/**
 * The value of a cell: trimmed, without the `'` of {@link guardFormula}, or of a spreadsheet that marks a number as text with
 * it, and without the formula of `="0042"`. Other apostrophes stay, as in `'t Hooft`.
 */
export function readText(cell: string): string {
	const value = trimUnseen(cell);
	if (value.startsWith("'")) {
		return guarded.test(value) || markedNumber.test(value) ? trimUnseen(value.slice(1)) : value;
	}
	const text = textFormula.exec(value)?.[1];
	return text === undefined ? value : trimUnseen(text.replaceAll('""', '"'));
}
