import type {Work} from '../../domain/work.ts';
import {fileLimits} from '../file-limits.ts';
import {findField} from '../find-field.ts';
import type {CsvRow, Delimiter} from '../import-plan.ts';
import {type Cursor, readSlice} from '../read-slice.ts';
import type {ReadingChoice} from '../reading-choice.ts';
import {unwrapLine} from './unwrap-line.ts';

/** How a file is laid out, as its beginning tells. */
export type Layout = {
	readonly delimiter: Delimiter;
	/** Records above the header, blank ones left out. */
	readonly above: readonly CsvRow[];
	/** The first record that is not blank, where none is a header. */
	readonly header: CsvRow;
	/** Whether the line of the header is in quotes as a whole. */
	readonly wrapped: boolean;
	/** Whether a person has said that this is the header. */
	readonly isChosen: boolean;
	/** How many columns of the header go into the sheet; 0 where there is no header. */
	readonly known: number;
};

/** In the order of preference where nothing tells them apart, as in a file with one column. */
export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/** Records that are not blank: among so many the header is looked for, and so many below it tell how regular the file is. */
const sampleSize = 20;
/** Characters from the first line that is not blank. */
const sampleLength = 100_000;
const nothingButDelimiters = /^[\s,;|]*$/;

/**
 * The delimiter that makes the most of a header's cells known to us; among equals the one with which most rows have as many cells
 * as the header, then the one with most columns. So a comma inside values decides nothing. Undefined where the text has no content
 * from there on.
 *
 * @param start on a line that is not blank
 * @param declared by a `sep=` line: it is taken unless another makes more of a header
 * @param restore makes text of what is not in the encoding of the file
 * @param chosen by a person: then it is so, and undefined means that no record begins on the line
 */
export function detectLayout(
	text: string,
	start: Cursor,
	declared: Delimiter | undefined,
	restore: (record: CsvRow) => CsvRow,
	chosen: Pick<ReadingChoice, 'delimiter' | 'headerLine'> = {},
): Layout | undefined {
	const layouts = delimiters
		.filter((delimiter) => delimiter === (chosen.delimiter ?? delimiter))
		.flatMap(
			(delimiter) =>
				scoreLayout(readSample(text, start, delimiter), delimiter, restore, chosen.headerLine) ?? [],
		)
		.sort((a, b) => compareScores(b.score, a.score));
	const [best] = layouts;
	const wanted = layouts.find(({layout}) => layout.delimiter === declared)?.layout;
	return wanted !== undefined && wanted.known >= (best?.layout.known ?? 0) ? wanted : best?.layout;
}

function scoreLayout(
	records: readonly CsvRow[],
	delimiter: Delimiter,
	restore: (record: CsvRow) => CsvRow,
	headerLine: number | undefined,
): {readonly layout: Layout; readonly score: readonly number[]} | undefined {
	const unwrapped = records.map((record) => unwrapLine(record, delimiter));
	const lines = records.map((record, index) => restore(unwrapped[index] ?? record));
	const isChosen = headerLine !== undefined;
	const at = isChosen
		? lines.findIndex(({line}) => line === headerLine)
		: findHeader(lines.slice(0, sampleSize));
	const header = lines[at];
	if (header === undefined) return undefined;
	const rows = lines.slice(at + 1);
	const regular = rows.filter((row) => row.cells.length === header.cells.length).length;
	const known = isChosen || isHeader(lines, at) ? countKnown(header) : 0;
	const wrapped = unwrapped[at] !== undefined;
	const layout = {delimiter, above: records.slice(0, at), header, wrapped, known, isChosen};
	return {layout, score: [known, regular, header.cells.length]};
}

function readSample(text: string, start: Cursor, delimiter: Delimiter): readonly CsvRow[] {
	const cursor = {...start};
	const records: CsvRow[] = [];
	const end = Math.min(text.length, start.offset + sampleLength);
	while (records.length < 2 * sampleSize && cursor.offset < end) {
		for (const record of readSlice(text, delimiter, cursor)) {
			if (hasContent(record)) records.push(record);
		}
	}
	return records.slice(0, 2 * sampleSize);
}

/** The first record with two known names; where there is none, the first that is known by the only name it has; else the first. */
function findHeader(records: readonly CsvRow[]): number {
	const many = records.findIndex((record) => countKnown(record) > 1);
	return many === -1
		? Math.max(
				0,
				records.findIndex((_, index) => isHeader(records, index)),
			)
		: many;
}

/** One known name makes a header of the first line below comments, and of a line that has nothing else: elsewhere it may be a value. */
function isHeader(records: readonly CsvRow[], index: number): boolean {
	const record = records[index];
	if (record === undefined) return false;
	const known = countKnown(record);
	if (known !== 1) return known > 1;
	return (
		records.slice(0, index).every(isComment) || record.cells.filter((cell) => cell.trim() !== '').length === 1
	);
}

/** More columns than a file may have are not looked at. */
function countKnown(record: CsvRow): number {
	return record.cells.slice(0, fileLimits.columns).filter(isImported).length;
}

function compareScores(a: readonly number[], b: readonly number[]): number {
	return a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** Moves the cursor to a slice that is not blank: a spreadsheet may write a million blank lines above it. */
export function* skipBlankLines(text: string, cursor: Cursor): Work<void> {
	while (cursor.offset < text.length) {
		const before = {...cursor};
		if (readSlice(text, ',', cursor).some(hasContent)) {
			Object.assign(cursor, before);
			return;
		}
		yield {done: cursor.offset, total: text.length};
	}
}

function hasContent(record: CsvRow): boolean {
	return !record.cells.every((cell) => nothingButDelimiters.test(cell));
}

/** Whether the line has nothing, or nothing but delimiters. */
export function isBlank(record: CsvRow): boolean {
	return record.cells.every((cell) => cell.trim() === '');
}

/** Whether the line starts with a `#` that is no number: `#77` may be a directory number. */
export function isComment({cells: [start = '']}: CsvRow): boolean {
	return /^\s*#(?![\d*#]+$)/.test(start);
}

/** Whether a column of this name goes into the sheet, so that a line with it can be a header. */
export function isImported(header: string): boolean {
	const role = findField(header)?.role;
	return role === 'id' || role === 'stored';
}
