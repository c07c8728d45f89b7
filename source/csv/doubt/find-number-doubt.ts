import type {Finding} from '../../domain/problem.ts';
import {type Doubt, type DoubtfulCell, loginKeys, makeDoubt, numberKeys} from './doubt.ts';
import {findDate, findDateLike} from './find-date.ts';
import {comesFrom, dropFraction, dropSeparators} from './number-forms.ts';

const asText = 'Enter it again in a column formatted as text.';

const beginningLost: Finding = {
	code: 'leading-characters-lost',
	message:
		'It is the stored value without the zeros, the + or the apostrophe that it begins with. A spreadsheet seems to have removed them.',
	short: 'Leading characters lost',
	fix: 'Put them back, in a column formatted as text.',
};
const asDate: Finding = {
	code: 'number-as-date',
	message: 'A spreadsheet seems to have turned the number into a date.',
	short: 'Turned into a date',
	fix: asText,
};
const rounded: Finding = {
	code: 'digits-rounded',
	message: 'A program seems to have rounded it to the 15 or 16 digits that it keeps of a number.',
	short: 'Rounded to 15 digits',
	fix: asText,
};
const separated: Finding = {
	code: 'number-with-separators',
	message: 'A spreadsheet seems to have put separators between thousands.',
	short: 'Separators between thousands',
	fix: asText,
};

type Form = {
	readonly pattern: RegExp;
	readonly finding: Finding;
	/** The number before, where no digit is lost. */
	readonly undo?: (value: string) => string;
};

const forms: readonly Form[] = [
	{
		pattern: /^[+-]?\d(?:[.,]\d+)?E[+-]\d+$|^[+-]?\d[.,]\d+E\d+$/i,
		finding: {
			code: 'number-as-amount',
			message: 'A spreadsheet seems to have turned it into an amount like 1.23E+19, and its digits are lost.',
			short: 'Turned into an amount',
			fix: asText,
		},
	},
	{
		pattern: /^[+-]?(?:\d+[.,](?:00?|0{4,})|\d{4,}[.,]000)$/,
		finding: {
			code: 'number-as-decimal',
			message: 'A program seems to have written the number as a decimal.',
			short: 'Written as a decimal number',
			fix: asText,
		},
		undo: dropFraction,
	},
	{
		pattern: /^[1-9]\d{14}0+$/,
		finding: rounded,
	},
	{
		pattern: /^[1-9]\d{0,2}(?:([,’'\u00a0\u202f])\d{3}(?:\1\d{3})*|(?:\.\d{3}){2,})$/,
		finding: separated,
		undo: dropSeparators,
	},
];

/**
 * Numbers that a spreadsheet or another program has turned into something else (rules.md 4.6). Where it comes from the stored value,
 * that is the likely one.
 */
export function findNumberDoubt(cell: DoubtfulCell): Doubt | undefined {
	const {field, value, stored} = cell;
	const isNumber = numberKeys.has(field.key);
	const isLogin = loginKeys.has(field.key);
	if (stored === '' && !(isNumber || isLogin)) return undefined;
	const date = findDateDoubt(cell, isNumber);
	if (date !== undefined) return date;
	const isFromStored = stored !== '' && comesFrom(value, stored);
	const form =
		isNumber || isLogin || isFromStored ? forms.find(({pattern}) => pattern.test(value)) : undefined;
	if (form !== undefined) return makeDoubt(cell, form.finding, isFromStored ? stored : form.undo?.(value));
	if (!isFromStored) return undefined;
	const other = stored.endsWith(value) ? beginningLost : /^\d+$/.test(value) ? rounded : separated;
	return makeDoubt(cell, other, stored);
}

/** A date, or the count of days that a spreadsheet stores for one, over a stored number that looks like a date. */
function findDateDoubt(cell: DoubtfulCell, isNumber: boolean): Doubt | undefined {
	const {value, stored} = cell;
	const figures = findDateLike(stored);
	if (figures !== undefined && /^[2-5]\d{4}(?:\.0)?$/.test(value)) return makeDoubt(cell, asDate, stored);
	const date = isNumber || figures !== undefined ? findDate(value) : undefined;
	if (date === undefined) return undefined;
	const isFromStored = figures?.every((figure) =>
		date.some((number) => number === figure || number % 100 === figure),
	);
	return makeDoubt(cell, asDate, isFromStored === true ? stored : undefined);
}
