import {findField} from './find-field.ts';
import type {CsvRow, Delimiter} from './import-plan.ts';
import {type Cursor, readSlice} from './read-slice.ts';

/** In the order of preference where nothing tells them apart, as in a file with one column. */
export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

const sampleSize = 20;
/** Characters: a spreadsheet may write a million blank lines below few users. */
const sampleLength = 100_000;
const nothingButDelimiters = /^[\s,;|]*$/;

/**
 * The delimiter that makes the most of the header's cells known to us; among equals the one with which most rows have
 * as many cells as the header, then the one with most columns. So a comma inside values decides nothing.
 */
export function detectDelimiter(text: string, start: Cursor): Delimiter {
	const [best] = delimiters
		.map((delimiter) => ({delimiter, score: scoreDelimiter(text, start, delimiter)}))
		.sort((a, b) => compareScores(b.score, a.score));
	return best?.delimiter ?? ',';
}

function scoreDelimiter(text: string, start: Cursor, delimiter: Delimiter): readonly number[] {
	const cursor = {...start};
	const records: CsvRow[] = [];
	const end = Math.min(text.length, start.offset + sampleLength);
	while (records.length < sampleSize && cursor.offset < end) {
		for (const record of readSlice(text, delimiter, cursor)) {
			if (!record.cells.every((cell) => nothingButDelimiters.test(cell))) records.push(record);
		}
	}
	const [header, ...rows] = records.slice(0, sampleSize);
	if (header === undefined) return [0, 0, 0];
	const known = header.cells.filter((cell) => isImported(cell)).length;
	const regular = rows.filter((row) => row.cells.length === header.cells.length).length;
	return [known, regular, header.cells.length];
}

function compareScores(a: readonly number[], b: readonly number[]): number {
	const difference = a.map((value, index) => value - (b[index] ?? 0)).find((value) => value !== 0);
	return difference ?? 0;
}

/** Whether nothing stands on the line, or nothing but delimiters. */
export function isBlank(record: CsvRow): boolean {
	return record.cells.every((cell) => cell.trim() === '');
}

/** Whether a column of this name goes into the sheet, so that a line with it can be a header. */
export function isImported(header: string): boolean {
	const role = findField(header)?.role;
	return role === 'id' || role === 'stored';
}
