import {count, type Problem, quote} from '../../domain/problem.ts';
import {findField, splitRunTogether} from '../find-field.ts';
import {type CsvTable, delimiterNames, type FileRefusal, type RowEnds} from '../import-plan.ts';
import {firstLine, type Lines} from '../name-lines.ts';
import {describeReading} from './describe-sample.ts';
import {findBlocks, type RowTally} from './tally-rows.ts';

/** A table whose rows have been read, and not yet compared with its header. */
type ReadTable = Omit<CsvTable, 'match' | 'rowEnds' | 'problems'>;

/** Rows with fewer cells than the header, by how many they have; those of the first line first. */
type Narrow = readonly (readonly [cells: number, lines: Lines])[];

/** So many rows do not lack a separator each by accident: their writer leaves out blank cells at the end, as it writes none at all. */
const rowsOfHabit = 10;
/** Headers of columns that are not ours, but hold passwords. */
const ofPasswords = /pass|pwd|kennwort|geheim|secret|contrase|clave/i;

/**
 * What rows with more or fewer cells than the header mean in this file, and what there is to say of them together; or, where most rows
 * do not fit the header, why the file cannot be used: each value may be under the header of another, a password too.
 *
 * @param isCut whether the text ends in its last row, without a line end
 */
export function judgeRowEnds(
	table: ReadTable,
	tally: RowTally,
	isCut: boolean,
): FileRefusal | {readonly rowEnds: RowEnds; readonly problems: readonly Problem[]} {
	const {headers, rows} = table;
	const narrow = [...tally.narrow].filter(([cells]) => cells < headers.length);
	const amount = countRows(narrow);
	const inBlocks = findBlocks(tally);
	const refused = refuseWide(table, tally) ?? (inBlocks ? undefined : refuseNarrow(table, narrow));
	if (refused !== undefined) return {refused};
	const isHabit = inBlocks || (!tally.writesBlanks && amount >= rowsOfHabit);
	const isUsual = isHabit || (!tally.writesBlanks && amount * 2 > rows.length);
	const password = isHabit ? -1 : headers.findIndex(mayHoldPassword);
	const passwordAt = password === -1 ? Number.POSITIVE_INFINITY : password;
	const harmless = narrow.filter(([cells]) => cells < passwordAt);
	const hasEmptyEnd = tally.width > headers.length;
	const extraUsual = hasEmptyEnd || (tally.ended.count + tally.wide.count) * 2 > rows.length;
	return {
		rowEnds: {
			narrow: isUsual ? 'usual' : tally.writesBlanks ? 'broken' : 'doubtful',
			passwordAt,
			cutLine: isCut ? rows.at(-1)?.line : undefined,
			extraUsual,
		},
		problems: [
			(isUsual && describeUsual(table, harmless)) || [],
			(extraUsual && !hasEmptyEnd && describeEnded(table, tally.ended)) || [],
		].flat(),
	};
}

function mayHoldPassword(header: string): boolean {
	const field = findField(header);
	return field?.role === 'stored' ? field.kind === 'secret' : ofPasswords.test(header);
}

function refuseWide({headers, delimiter, rows}: ReadTable, {wide, widest}: RowTally): Problem | undefined {
	if (rows.length === 1 || wide.count * 2 <= rows.length) return undefined;
	const pair = headers.flatMap((header) => splitRunTogether(header) ?? []).slice(0, 2);
	const name = delimiterNames[delimiter];
	return {
		severity: 'error',
		code: 'rows-too-wide',
		line: firstLine(wide),
		message: `The header has ${count(headers.length, 'cell')}, but ${shareOf(wide.count, rows.length)} have more: this one has ${widest}.`,
		short: 'Rows wider than the header',
		fix:
			pair.length === 2
				? `Write a ${name} between ${pair.map(quote).join(' and ')} in the header.`
				: `Add the header that is missing, or put values that hold a ${name} in quotes.`,
	};
}

/**
 * Three of four rows that are narrower by the same number of cells are not short because their last ones are blank, but because the header
 * is not theirs. Where more are as wide as the header, it is right, and the narrow ones are judged for themselves.
 */
function refuseNarrow(table: ReadTable, narrow: Narrow): Problem | undefined {
	const {headers, rows} = table;
	const usual = narrow.find(([, {count: amount}]) => amount * 4 >= rows.length * 3);
	if (usual === undefined || rows.length === 1 || endInEmail(table, usual[0])) return undefined;
	const [cells, lines] = usual;
	return {
		severity: 'error',
		code: 'rows-too-narrow',
		line: firstLine(lines),
		message: `The header has ${count(headers.length, 'cell')}, but ${shareOf(lines.count, rows.length)} have only ${cells}, like this one.`,
		short: 'Rows narrower than the header',
		fix: 'Give the rows as many cells as the header has, blank ones included, or take out of the header what the rows do not have.',
	};
}

/** Whether the rows with so many cells end in an e-mail address under its header: then nothing before it can be out of place. */
function endInEmail({headers, rows}: ReadTable, cells: number): boolean {
	const field = findField(headers[cells - 1] ?? '');
	if (field?.role !== 'stored' || field.key !== 'email') return false;
	return rows.every((row) => row.cells.length !== cells || row.cells[cells - 1]?.includes('@') === true);
}

/** One warning for a writer that leaves out blank cells at the end of rows, which is legal: there may be as many as there are users. */
function describeUsual({headers, rows}: ReadTable, narrow: Narrow): Problem | undefined {
	const [example] = narrow;
	if (example === undefined) return undefined;
	const [cells, lines] = example;
	return {
		severity: 'warning',
		code: 'too-few-cells',
		line: firstLine(lines),
		message: `The header has ${count(headers.length, 'cell')}, but ${shareOf(countRows(narrow), rows.length)} have fewer: this one has ${cells}. The missing ones are read as blank.`,
		short: 'Fewer cells than the header',
	};
}

/** A separator at the end of rows is harmless, unless the header lacks the name of a column before. */
function describeEnded({headers, delimiter, rows}: ReadTable, ended: Lines): Problem | undefined {
	const example = rows.find((row) => row.line === firstLine(ended));
	if (example === undefined) return undefined;
	return {
		severity: 'warning',
		code: 'extra-separator',
		line: example.line,
		message: `The header has ${count(headers.length, 'cell')}, but ${shareOf(ended.count, rows.length)} end in one more ${delimiterNames[delimiter]}: this one has ${count(example.cells.length, 'cell')}. It is read as ${describeReading(example, headers)}.`,
		short: 'Separator without a header',
		fix: 'If that is wrong, add the header that is missing.',
	};
}

function countRows(narrow: Narrow): number {
	return narrow.reduce((sum, [, lines]) => sum + lines.count, 0);
}

function shareOf(amount: number, rows: number): string {
	return amount === rows
		? `all ${count(rows, 'row')}`
		: `${amount.toLocaleString('en-US')} of ${count(rows, 'row')}`;
}
