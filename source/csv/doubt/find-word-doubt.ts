import type {Finding} from '../../domain/problem.ts';
import {type Doubt, type DoubtfulCell, loginKeys, makeDoubt, numberKeys} from './doubt.ts';

/** `#N/A`, `#NV`, `#NAME?`, `#DIV/0!`, `#¿NOMBRE?`, `Err:502`: what spreadsheets write for a formula without a result. */
const failure = /^(?:#(?:[NН]\/?[ADTVBД]|[¡¿]?\p{Lu}[\p{Lu}\d/_ ]{1,14}[!?]|GETTING_DATA)|Err:\d{3})$/u;
const tooNarrow = /^#{3,}$/;
/** How databases and programs write that there is no value, letter by letter: people are called Null and Nan. */
export const absent = /^(?:nan|NaN|<NA>|NaT|null|NULL|\(null\)|\(NULL\)|<null>|<NULL>|None|undefined|\\N)$/;
const truth = new Set(
	'true false wahr falsch vrai faux verdadero falso vero waar onwaar sant falskt sand falsk verdadeiro prawda fałsz igaz hamis pravda nepravda doğru yanlış истина ложь tosi epätosi'.split(
		' ',
	),
);

const findings = {
	failure: {
		code: 'spreadsheet-error',
		message: 'A spreadsheet could not compute it, and wrote an error in its place.',
		short: 'Error of a spreadsheet',
		fix: 'Enter the value.',
	},
	tooNarrow: {
		code: 'column-too-narrow',
		message: 'A spreadsheet wrote # signs in its place, because the column was too narrow.',
		short: 'Column was too narrow',
		fix: 'Widen the column in the spreadsheet, and save the file again.',
	},
	absent: {
		code: 'word-for-nothing',
		message: 'A program seems to have written its word for "no value".',
		short: 'Word for "no value"',
		fix: 'Leave the cell blank, or enter the value.',
	},
	truth: {
		code: 'number-as-truth',
		message: 'A spreadsheet seems to have turned it into its word for true or false.',
		short: 'Turned into true or false',
		fix: 'Enter it again in a column formatted as text.',
	},
} as const satisfies Readonly<Record<string, Finding>>;

/** Words that a spreadsheet has put in the place of a value (rules.md 4.6). Names may be words for true: where they are stored so, all capitals tell. */
export function findWordDoubt(cell: DoubtfulCell): Doubt | undefined {
	const {field, value, stored} = cell;
	if (failure.test(value)) return makeDoubt(cell, findings.failure);
	if (tooNarrow.test(value)) return makeDoubt(cell, findings.tooNarrow);
	if (absent.test(value) && value !== stored) return makeDoubt(cell, findings.absent);
	if (value.length > 10 || !truth.has(value.toLowerCase())) return undefined;
	const isCapital = value === value.toUpperCase();
	if (value.toLowerCase() === stored.toLowerCase()) {
		return isCapital ? makeDoubt(cell, findings.truth, stored) : undefined;
	}
	const isTruth = numberKeys.has(field.key) || (loginKeys.has(field.key) && isCapital);
	return isTruth ? makeDoubt(cell, findings.truth) : undefined;
}
