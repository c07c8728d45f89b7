import type {FieldKey} from '../../../domain/field.ts';
import {surroundingsOf} from '../../../domain/sheet.ts';
import {checkUserField, emptyValues} from '../../../domain/user.ts';
import {loginKeys, numberKeys} from '../../doubt/doubt.ts';
import {absent} from '../../doubt/find-word-doubt.ts';
import {settleDoubt} from '../../doubt/settle-doubt.ts';
import {findTextMarks} from '../../find-text-marks.ts';
import type {CsvRow} from '../../import-plan.ts';
import {type ImportColumn, readCell} from '../../read-cells.ts';
import {repetitive} from '../repetitive.ts';
import type {RowContext} from '../row-context.ts';
import {classes, findClasses} from './character-classes.ts';

/** The value of a cell for a new user, if there is nothing at all to say of it; undefined where it must be looked at closely. */
export type ReadPlainCell = (text: string) => string | undefined;

const {digit, lower, upper, mark, at, space, quote, other} = classes;
const letters = lower | upper;
const login = digit | letters | mark | at;
const anything = digit | letters | mark | at | space | quote | other;
/** What a text must not begin or end with: it would be trimmed, or is a mark of text. */
const edges = /^[ '"=]| $/;
/** Longer numbers may have been rounded. */
const longestNumber = 15;
/** Words for no value, which people may be called, have so many letters. */
const absentLengths: ReadonlySet<number> = new Set([3, 4, 9]);

/** Fields whose rule and doubt have nothing to say of a text that passes for one of theirs here. */
export const ruled: ReadonlySet<FieldKey> = new Set(['directoryNumber', 'pbxSipUser', 'mbgSipUser']);
/** Values that are remembered of a column: a file with more does not repeat them. */
const mostKnown = 5000;

type Surely = Pick<RowContext, 'sheet' | 'mistakes' | 'options' | 'spellProfile'>;

/** Makes the look at the cells of one column. */
export function createPlainCell(column: ImportColumn, context: Surely, isMandatory: boolean): ReadPlainCell {
	const {field, key} = column;
	const blank = isMandatory ? undefined : '';
	const {check} = ruled.has(key) ? {} : field;
	const isPlain = (text: string): boolean =>
		text.length <= field.longest && looksPlain(text, key) && check?.(text) === undefined;
	if (!repetitive.has(key)) return (text) => (text === '' ? blank : isPlain(text) ? text : undefined);
	const known = new Map<string, string | undefined>([['', blank]]);
	return (text) => {
		const value = known.get(text);
		if (value !== undefined || known.has(text)) return value;
		const found = readClosely(text, column, context);
		if (known.size < mostKnown) known.set(text, found);
		return found;
	};
}

/** Whether a text has nothing that a rule, a doubt or trimming could ask for, but the rule of the field itself. */
function looksPlain(text: string, key: FieldKey): boolean {
	const found = findClasses(text);
	if (numberKeys.has(key)) return found === digit && text.length <= longestNumber;
	if ((found & ~letters) === 0 && absentLengths.has(text.length) && absent.test(text)) return false;
	if (loginKeys.has(key)) {
		if (found === digit) return text.length <= longestNumber;
		return (found & ~login) === 0 && /^[a-z]/.test(text);
	}
	return (found & ~anything) === 0 && ((found & (space | quote | other)) === 0 || !edges.test(text));
}

/** By the rules themselves: worth its time for values that come again. */
function readClosely(
	text: string,
	column: ImportColumn,
	{sheet, mistakes, options, spellProfile}: Surely,
): string | undefined {
	const {field, key} = column;
	const row: CsvRow = {line: 0, cells: [text]};
	const alone = {...column, index: 0};
	const read = readCell(row, alone);
	if (read !== text.trim() || read === '' || text.length > field.longest) return undefined;
	const doubtful = {field, raw: text, value: read, stored: '', isMisread: false};
	if (settleDoubt(doubtful, mistakes, options.doubtful) !== undefined) return undefined;
	const value = field.kind === 'profile' ? spellProfile(read) : read;
	if (findTextMarks(row, [alone], undefined).length > 0) return undefined;
	const finding = checkUserField(field, {...emptyValues, [key]: value}, false, surroundingsOf(sheet));
	return finding === undefined ? value : undefined;
}
