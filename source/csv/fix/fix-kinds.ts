import type {StoredField} from '../../domain/field.ts';
import type {Problem} from '../../domain/problem.ts';
import {trimUnseen} from '../../terminal/text/visible-text.ts';
import {readText} from '../formula-guard.ts';

/** A cell that has a problem, and what is known of it to put it right. */
export type FaultyCell = {
	readonly problem: Problem;
	/** As it is judged, untrimmed. */
	readonly text: string;
	/** What the column is for; undefined for the ID. */
	readonly field: StoredField | undefined;
	/** What the cell was before it was damaged, where that can be told. */
	readonly likely: string | undefined;
	/** How many digits all PINs of the column have that are right; undefined where they differ, or are too few to tell. */
	readonly pinLength: number | undefined;
};

type FixRow = {
	/** Stable, for `--fix`. */
	readonly name: string;
	/** What is wrong with such a cell, at most 30 terminal cells: "Comma, not a dot". */
	readonly fault: string;
	/** What the fix does, as a verb. */
	readonly label: string;
	/** Codes of the problems that it may put right. */
	readonly codes: readonly string[];
	/** The text of the cell that would be right; undefined where none is sure. Without it, what the problem or the damage tells. */
	readonly correct?: (cell: FaultyCell) => string | undefined;
};

/** The address that a problem offers, if the cell has this in it. */
function ifFound(pattern: RegExp): (cell: FaultyCell) => string | undefined {
	return ({text, problem}) => (pattern.test(text) ? problem.fixed : undefined);
}

/**
 * The table of all fixes that can be offered (rules.md 4.11): the wizard, the command line and its help are made from it. For a problem
 * the first one counts that has a value for the cell.
 */
const rows = [
	{
		name: 'trim',
		fault: 'White space around it',
		label: 'take white space off secrets',
		codes: ['outer-space'],
		correct: ({text}) => trimUnseen(text),
	},
	{
		name: 'apostrophes',
		fault: 'Begins with an apostrophe',
		label: 'take off apostrophes that mark text',
		codes: ['apostrophe'],
		correct: ({text}) => trimUnseen(text).replace(/^'+/, '').replace(/'$/, ''),
	},
	{
		name: 'quotation-marks',
		fault: 'Quotation marks around it',
		label: 'take off quotation marks around a value',
		codes: ['quotation-mark'],
		correct: ({text}) => /^"([^"]+)"?$/.exec(trimUnseen(text))?.[1],
	},
	{
		name: 'formulas',
		fault: 'Written as a formula',
		label: 'take the text out of formulas like ="text"',
		codes: ['text-formula'],
		correct: ({text}) => readText(text),
	},
	{
		name: 'invisible',
		fault: 'Invisible characters',
		label: 'take out characters that cannot be seen',
		codes: ['control-character'],
	},
	{
		name: 'email-names',
		fault: 'Name around the address',
		label: 'take the address out of "Ann Archer <ann@example.com>"',
		codes: ['email-address'],
		correct: ifFound(/<[^<>]*>/),
	},
	{
		name: 'email-links',
		fault: '"mailto:" before the address',
		label: 'take "mailto:" off e-mail addresses',
		codes: ['email-address'],
		correct: ifFound(/(?:mailto|smtp):/i),
	},
	{
		name: 'email-commas',
		fault: 'Comma, not a dot',
		label: 'write a dot for a comma in e-mail addresses, and take off one at the end',
		codes: ['email-address'],
		correct: ifFound(/,/),
	},
	{
		name: 'email-blanks',
		fault: 'Blank in the address',
		label: 'take blanks out of e-mail addresses',
		codes: ['email-address'],
		correct: ifFound(/\s/),
	},
	{
		name: 'email-marks',
		fault: 'Marks around the address',
		label: 'take quotes, brackets and the like off e-mail addresses',
		codes: ['email-address'],
	},
	{
		name: 'numbers',
		fault: 'Blanks or brackets inside',
		label: 'take blanks, brackets and slashes out of numbers',
		codes: ['directory-number', 'unusual-number'],
	},
	{
		name: 'stars',
		fault: '# cannot sync over remote MBG',
		label: 'write * for # where the MBG connection is remote',
		codes: ['remote-mbg-number'],
	},
	{
		name: 'user-names',
		fault: 'White space inside',
		label: 'take white space out of user names at PBX and MBG',
		codes: ['white-space'],
	},
	{
		name: 'hosts',
		fault: 'More than a host',
		label: 'take "https://", ports and paths off hosts, and write a dot for a comma',
		codes: ['host-name', 'full-host-name'],
	},
	{
		name: 'profiles',
		fault: 'Profile misspelt',
		label: 'take the profile that is nearest to a misspelt name',
		codes: ['unknown-profile'],
	},
	{
		name: 'pad-pins',
		fault: 'Zeros lost?',
		label: 'put lost zeros before short PINs, up to the length of the others',
		codes: ['pin-length'],
		correct: ({text, pinLength}) => {
			const pin = readText(text);
			return pinLength !== undefined && pin.length < pinLength ? pin.padStart(pinLength, '0') : undefined;
		},
	},
	{
		name: 'pin-blanks',
		fault: 'Blanks or hyphens inside',
		label: 'take blanks and hyphens out of PINs',
		codes: ['pin-digits'],
		correct: ({text}) => {
			const pin = text.normalize('NFKC').replaceAll(/[\s\p{Cf}\p{Pd}]/gu, '');
			return /^\d{4,20}$/.test(pin) ? pin : undefined;
		},
	},
	{
		name: 'decimals',
		fault: 'Written as a decimal number',
		label: 'write 2001 for 2001.0',
		codes: ['number-as-decimal', 'id-as-decimal'],
	},
	{
		name: 'separators',
		fault: 'Separators between thousands',
		label: 'take separators out of numbers',
		codes: ['number-with-separators'],
	},
	{
		name: 'dates',
		fault: 'Turned into a date',
		label: 'take the stored number where a spreadsheet made a date of it',
		codes: ['number-as-date'],
	},
	{
		name: 'rounded',
		fault: 'Digits lost',
		label: 'take the stored number where its digits were lost',
		codes: ['number-as-amount', 'digits-rounded', 'pin-as-number'],
	},
	{
		name: 'leading-zeros',
		fault: 'Leading characters lost',
		label: 'take the stored number where zeros or a + before it were lost',
		codes: ['leading-characters-lost'],
	},
	{
		name: 'truth',
		fault: 'Turned into true or false',
		label: 'take the stored value where a spreadsheet wrote its word for true',
		codes: ['number-as-truth'],
	},
	{
		name: 'letters',
		fault: 'Letters of another encoding',
		label: 'take the letters that were read wrongly or lost, where they can be told',
		codes: ['misread-letters', 'stray-bytes', 'letters-lost', 'too-long'],
	},
	{
		name: 'blank-words',
		fault: 'Word for "no value"',
		label: 'leave cells blank that hold a word like NULL',
		codes: ['word-for-nothing'],
		correct: ({field}) => (field?.required === 'never' ? '' : undefined),
	},
	{
		name: 'read-only',
		fault: 'Read-only: synchronised user',
		label: 'take the stored value where it is read-only',
		codes: ['read-only'],
	},
] as const satisfies readonly FixRow[];

/** Names a fix of {@link fixKinds}. */
export type FixName = (typeof rows)[number]['name'];
export type FixKind = FixRow & {readonly name: FixName};

export const fixKinds: readonly FixKind[] = rows;

const kindsOf: ReadonlyMap<string, readonly FixKind[]> = new Map(
	fixKinds.flatMap(({codes}) =>
		codes.map((code) => [code, fixKinds.filter((kind) => kind.codes.includes(code))] as const),
	),
);

/** The fix for a cell, and the text that it puts in. Nothing for what is only told. */
export function findCorrection(
	cell: FaultyCell,
): {readonly kind: FixKind; readonly value: string} | undefined {
	if (cell.problem.severity === 'notice') return undefined;
	for (const kind of kindsOf.get(cell.problem.code) ?? []) {
		const value = kind.correct === undefined ? (cell.problem.fixed ?? cell.likely) : kind.correct(cell);
		if (value !== undefined && value !== cell.text) return {kind, value};
	}
	return undefined;
}

/** Whether any fix is known for problems of this code. */
export function mayBeFixed(code: string): boolean {
	return kindsOf.has(code);
}
