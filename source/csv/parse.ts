import {count, type Problem, quote} from '../domain/problem.ts';
import type {Work} from '../domain/work.ts';
import {delimiters, detectDelimiter, isBlank, isImported} from './detect-delimiter.ts';
import {restoreMisread} from './encoding/decode-mixed.ts';
import {isEmptyHeader} from './find-field.ts';
import type {CsvRow, CsvTable, Delimiter, Encoding, FileRefusal} from './import-plan.ts';
import {type Cursor, readSlice, startReading} from './read-slice.ts';

/**
 * Reads the text of a CSV file as a table: the delimiter is found, a `sep=` line honoured, blank lines are skipped, and each
 * row knows its line of the file (rules.md 3.14 and 4). Progress counts characters. A text without a known column
 * in its first line is refused.
 */
export function* parseCsv(text: string, encoding: Encoding): Work<CsvTable | FileRefusal> {
	const cursor = startReading(text);
	const delimiter = readSeparatorLine(text, cursor) ?? detectDelimiter(text, cursor);
	let header: CsvRow | undefined;
	const rows: CsvRow[] = [];
	while (cursor.offset < text.length) {
		for (const read of readSlice(text, delimiter, cursor)) {
			const row = encoding === 'utf-8-mixed' ? restoreMisread(read) : read;
			if (isBlank(row)) continue;
			if (header !== undefined) {
				rows.push(row);
				continue;
			}
			const refusal = checkHeader(row);
			if (refusal !== undefined) return refusal;
			header = row;
		}
		yield {done: cursor.offset, total: text.length};
	}
	if (header === undefined) return emptyText;
	return {
		encoding,
		delimiter,
		headerLine: header.line,
		headers: dropEmptyEnd(header.cells, rows),
		rows,
	};
}

/** Excel's `sep=;` in the first line; the cursor moves behind it. A character that is no delimiter of ours is passed over. */
function readSeparatorLine(text: string, cursor: Cursor): Delimiter | undefined {
	const found = /^"?sep=(.)"?[,;\t|]*(?:\r\n|\n|\r|$)/i.exec(text.slice(cursor.offset, cursor.offset + 100));
	if (found === null) return undefined;
	cursor.offset += found[0].length;
	cursor.line += 1;
	return delimiters.find((delimiter) => delimiter === found[1]);
}

/** What is wrong with the first line on which something stands. */
function checkHeader(record: CsvRow): FileRefusal | undefined {
	if (record.fault !== undefined) return {refused: record.fault};
	return record.cells.some(isImported) ? undefined : refuse(describeNoHeader(record));
}

const templateAdvice = '"usersheet template" writes a file with the right header.';
const emptyText = refuse({
	code: 'empty-file',
	message: 'The file has no content.',
	short: 'No content',
	fix: templateAdvice,
});

/** Names what was found, but only what looks like a header: in a file without one the first line may hold a password. */
function describeNoHeader(record: CsvRow): Omit<Problem, 'severity'> {
	const names = record.cells
		.map((cell) => cell.trim())
		.filter((cell) => /^\p{L}[\p{L}\p{M} _./-]*$/u.test(cell));
	const found =
		names.length === 0
			? count(record.cells.length, 'cell')
			: `${names.slice(0, 5).map(quote).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
	return {
		code: 'no-header',
		line: record.line,
		message: `The first line is not a header: it has no column that is known here, but ${found}.`,
		short: 'Not a header',
		fix: templateAdvice,
	};
}

function refuse(problem: Omit<Problem, 'severity'>): FileRefusal {
	return {refused: {severity: 'error', ...problem}};
}

/** A delimiter at the end of every line makes a last column with neither header nor values: it is nobody's. */
function dropEmptyEnd(headers: readonly string[], rows: readonly CsvRow[]): readonly string[] {
	const named = headers.findLastIndex((header) => !isEmptyHeader(header)) + 1;
	if (named === headers.length) return headers;
	const used = rows.some((row) => row.cells.slice(named).some((cell) => cell.trim() !== ''));
	return used ? headers : headers.slice(0, named);
}
