import {formatProblem, type Problem} from '../domain/problem.ts';
import {findField} from './find-field.ts';
import {importMarkKey, importMarkLength} from './import-mark.ts';
import type {CsvTable, JudgedAs} from './import-plan.ts';
import {byteOrderMark, writeRows} from './write-rows.ts';

/**
 * The rejected rows as a CSV file to correct and import again: the original columns, then `Line`, `Errors` and `Import`, with the
 * delimiter of the original.
 *
 * The cells are as they were, secrets too and without formula guard: it is the person's own file, and what
 * a guard would add, only an export's values would lose again. These three columns of an earlier rejects file are replaced. Cells that
 * have no column come last; where cells are missing, or run into one, the reason does. So such a row is rejected again and not imported
 * shifted.
 *
 * @param hash SHA-256 of the file that they are from, in hex: by its beginning a later import knows what it completes
 */
export function formatRejects(
	table: CsvTable,
	rejected: readonly JudgedAs<'reject'>[],
	hash: string,
): string {
	const kept = table.headers.flatMap((header, index) => (isOurs(header) ? [] : [index]));
	const header = [...kept.map((index) => table.headers[index] ?? ''), 'Line', 'Errors', 'Import'];
	const rows = rejected.map(({row, problems}) => [
		...kept.map((index) => row.cells[index] ?? ''),
		String(row.line),
		describeErrors(problems),
		hash.slice(0, importMarkLength),
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
	return field?.role === 'ignored' && ['line', 'errors', importMarkKey].includes(field.key);
}

function describeErrors(problems: readonly Problem[]): string {
	return problems
		.filter((problem) => problem.severity === 'error')
		.map(({line: _line, id: _id, who: _who, value: _value, ...problem}) => formatProblem(problem))
		.join(' ');
}
