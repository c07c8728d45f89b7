import {formatProblem, type Problem} from '../domain/problem.ts';
import {findField} from './find-field.ts';
import type {CsvTable, JudgedAs} from './import-plan.ts';
import {byteOrderMark, writeRows} from './write-rows.ts';

/**
 * The rejected rows as a CSV file to correct and import again: the original columns, then `Line` and `Errors`, with the
 * delimiter of the original.
 *
 * The cells are as they were, secrets too and without formula guard: it is the person's own file, and what
 * a guard would add, only an export's values would lose again. `Line` and `Errors` of an earlier rejects file are replaced. Cells that
 * have no column come last; where cells are missing, or run into one, the reason does. So such a row is rejected again and not imported
 * shifted.
 */
export function formatRejects(table: CsvTable, rejected: readonly JudgedAs<'reject'>[]): string {
	const kept = table.headers.flatMap((header, index) => (isOurs(header) ? [] : [index]));
	const header = [...kept.map((index) => table.headers[index] ?? ''), 'Line', 'Errors'];
	const rows = rejected.map(({row, problems}) => [
		...kept.map((index) => row.cells[index] ?? ''),
		String(row.line),
		describeErrors(problems),
		...row.cells.slice(table.headers.length),
		...problems.filter(({code}) => incomplete.has(code)).map(({short}) => short),
	]);
	return byteOrderMark + writeRows([header, ...rows], table.delimiter);
}

/** Rows whose cells are not all there: blank ones would fill them up, or a mark is in the place of one. */
const incomplete: ReadonlySet<string> = new Set([
	'too-few-cells',
	'cut-off',
	'unclosed-quote',
	'stray-quote',
	'cell-too-long',
	'row-too-long',
]);

function isOurs(header: string): boolean {
	const field = findField(header);
	return field?.role === 'ignored' && (field.key === 'line' || field.key === 'errors');
}

function describeErrors(problems: readonly Problem[]): string {
	return problems
		.filter((problem) => problem.severity === 'error')
		.map(({line: _line, id: _id, who: _who, value: _value, ...problem}) => formatProblem(problem))
		.join(' ');
}
