/**
 * What a spreadsheet would run as a formula: it starts with `=`, `@`, TAB or CR, or with `+` or `-` without being a plain
 * number or a phone number. Quotes before it do not count, so that a value which has the guard's own quote already is
 * guarded once more, and comes back whole.
 */
const formula = /^'*(?:[=@\t\r]|[+-](?!\d+(?:[.,]\d+)?$|(?<=\+)\(?\d[\d ()./-]*$))/;

/** The value as an export writes it: with a leading `'` where a spreadsheet would run it (rules.md 3.18). */
export function guardFormula(value: string): string {
	return formula.test(value) ? `'${value}` : value;
}

/** The value as an import reads it: without the `'` of {@link guardFormula}, which is taken off only where it was put. */
export function unguardFormula(value: string): string {
	return value.startsWith("'") && formula.test(value) ? value.slice(1) : value;
}
