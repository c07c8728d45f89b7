import Papa from 'papaparse';
import type {Finding} from '../domain/problem.ts';
import {type AttachedText, attachQuotes} from './attach-quotes.ts';
import {cutCell, cutLongCells, describeLongCell, describeLongLine, fileLimits} from './file-limits.ts';
import type {CsvRow, Delimiter, LineEnd} from './import-plan.ts';
import {
	countLineFeeds,
	dropLineEnd,
	findLastLine,
	findNextLine,
	lineEndOf,
	restoreLineEnds,
	type UnifiedText,
	unifyLineEnds,
} from './unify-line-ends.ts';

/**
 * Where reading has come to: the offset into the text, the line of the file there, from 1, how many characters to read next, and whether
 * it is inside a line that is passed over. In a workbook each record is a line, as its rows are numbered.
 */
export type Cursor = {
	offset: number;
	line: number;
	size: number;
	passes: boolean;
	readonly countsRecords: boolean;
	/** How the records before it end; not what is inside of quoted cells. */
	readonly lineEnds: Set<LineEnd>;
};

/** What papaparse's types leave open; `index` is the offset behind the quote that opens the cell. */
type Broken = {readonly code: 'MissingQuotes' | 'InvalidQuotes'; readonly index: number};
/** The same text twice, and each as long as the other: as the file has it, and as papaparse reads it rightly. */
type Slice = UnifiedText & {readonly attached: AttachedText};
type Reading = {
	readonly data: readonly string[][];
	readonly errors: readonly Broken[];
	readonly meta: {readonly cursor: number};
};

const smallest = 1024;
/** Behind a broken quote there may be another one on the next line: a longer slice would be read for nothing. */
const afterBroken = 128;
const largest = 65_536;
/** A slice that had to grow may be far too long for one step: only the record for which it grew is read. The fast mode cannot stop. */
const oneRecord = {preview: 1, fastMode: false} as const;

/** Characters of a line without an end that are passed over in one step. */
const passedPerStep = 1024 * 1024;

const faults: Readonly<Record<Broken['code'] | 'LateQuotes', Finding>> = {
	MissingQuotes: {
		code: 'unclosed-quote',
		message: 'A quote opens on this line and is never closed, so the cells after it are not known.',
		short: 'Quote is never closed',
		fix: 'Close it, or remove it.',
	},
	LateQuotes: {
		code: 'unclosed-quote',
		message: `A quote opens on this line and is not closed within ${fileLimits.row.toLocaleString('en-US')} characters, so the cells after it are not known.`,
		short: 'Quote is not closed',
		fix: 'Close it, or remove it.',
	},
	InvalidQuotes: {
		code: 'stray-quote',
		message: 'A quoted cell that starts on this line has a lone quotation mark inside it.',
		short: 'Lone quote in a quoted cell',
		fix: 'Write quotation marks inside a quoted cell twice.',
	},
};

/** A cursor at the beginning of the text, behind a byte order mark. */
export function startReading(text: string, countsRecords = false): Cursor {
	const offset = text.startsWith('\ufeff') ? 1 : 0;
	return {offset, line: 1, size: smallest, passes: false, countsRecords, lineEnds: new Set()};
}

/**
 * Reads the next few hundred records, and moves the cursor behind them; none means that a record is longer than the slice, and that the
 * next slice is twice as long, up to the longest row that there may be. A broken quote costs the rest of its line, which becomes one cell,
 * and not the rest of the file; a line that is too long costs itself. The text must not be at its end.
 */
export function readSlice(text: string, delimiter: Delimiter, cursor: Cursor): readonly CsvRow[] {
	if (cursor.passes) return passLine(text, cursor);
	const {end, isLongest} = findSliceEnd(text, cursor);
	if (end === undefined) return readLongLine(text, delimiter, cursor);
	const unified = unifyLineEnds(text.slice(cursor.offset, end));
	const slice = {...unified, attached: attachQuotes(unified.text, delimiter)};
	const reading = parseSlice(slice.attached.text, delimiter, cursor.size > largest ? oneRecord : {});
	const isUnclosed = reading.data.length === 0 && isLongest;
	const [broken] = isUnclosed ? parseSlice(slice.attached.text, delimiter, {}, true).errors : reading.errors;
	if (broken !== undefined) return readBroken(slice, broken, end < text.length, delimiter, cursor);
	cursor.size = reading.data.length === 0 ? cursor.size * 2 : Math.min(cursor.size * 2, largest);
	return takeRows(reading.data, slice, reading.meta.cursor, cursor);
}

/** Where the slice ends, behind whole lines, and whether it cannot be longer; undefined where its first line is longer than a row may be. */
function findSliceEnd(
	text: string,
	{offset, size}: Cursor,
): {readonly end: number | undefined; readonly isLongest: boolean} {
	const most = offset + fileLimits.row;
	const next = findNextLine(text, offset + size, most);
	if (next !== undefined) return {end: next, isLongest: next === text.length};
	return {end: text.length <= most ? text.length : findLastLine(text, offset, most), isLongest: true};
}

/** A row for a line that is too long, with nothing of its content: the cursor moves into the line. */
function readLongLine(text: string, delimiter: Delimiter, cursor: Cursor): readonly CsvRow[] {
	const {line, offset} = cursor;
	const begin = text.slice(offset, offset + fileLimits.row);
	const long = cutLongCells(parseSlice(begin, delimiter, {preview: 1}, true).data[0] ?? []);
	cursor.offset += begin.length;
	cursor.passes = true;
	return [
		{line, cells: [cutCell], fault: long === -1 ? describeLongLine(line) : describeLongCell(long, line)},
	];
}

/** Moves the cursor towards the end of the line, and behind it where it is near. */
function passLine(text: string, cursor: Cursor): readonly CsvRow[] {
	const most = cursor.offset + passedPerStep;
	const next = findNextLine(text, cursor.offset, most);
	cursor.offset = next ?? Math.min(most, text.length);
	if (next === undefined) return [];
	cursor.line += 1;
	cursor.size = smallest;
	cursor.passes = false;
	return [];
}

/** Reads records that end in a line feed. What follows the last of them is left out, but with `toEnd`. */
function parseSlice(text: string, delimiter: Delimiter, config: Papa.ParseConfig, toEnd = false): Reading {
	return new Papa.Parser({...config, delimiter, newline: '\n'}).parse(text, 0, !toEnd);
}

/** Reads what is whole before the broken quote once more, and the rest of its line as one cell. */
function readBroken(
	slice: Slice,
	{code, index}: Broken,
	goesOn: boolean,
	delimiter: Delimiter,
	cursor: Cursor,
): readonly CsvRow[] {
	const opening = index - 1;
	const end = slice.text.indexOf('\n', opening);
	const rest = dropLineEnd(slice.text.slice(opening, end), slice.mark);
	const {data} = parseSlice(`${slice.attached.text.slice(0, opening)}\n`, delimiter, {});
	const rows = takeRows(data, slice, end + 1, cursor, data.length - 1);
	cursor.size = afterBroken;
	return rows.map((row, position) => {
		if (position < rows.length - 1) return row;
		const kind = goesOn && code === 'MissingQuotes' ? 'LateQuotes' : code;
		const fault = {severity: 'error', ...faults[kind], line: cursor.line - 1} as const;
		const cells = [...row.cells.slice(0, -1), rest];
		cutLongCells(cells);
		return {...row, cells, fault};
	});
}

/** Makes rows of records which end there, so many of them with a line end of the file, and moves the cursor behind them. The cells are put right in place: copies cost more than reading. */
function takeRows(
	records: Reading['data'],
	{text, mark, length, attached}: Slice,
	end: number,
	cursor: Cursor,
	// The last line of a file may lack its end.
	ended = records.length - (end > length ? 1 : 0),
): readonly CsvRow[] {
	const lines = countLineFeeds(text, end);
	const rows = records.map((cells, position) => {
		const line = cursor.line;
		const last = cells.at(-1) ?? '';
		cells[cells.length - 1] = dropLineEnd(last, mark);
		if (position < ended) cursor.lineEnds.add(lineEndOf(last, mark));
		cursor.line += 1;
		if (lines > records.length) {
			const breaks = restoreCells(cells, mark);
			if (!cursor.countsRecords) cursor.line += breaks;
		}
		if (attached.mark !== undefined) removeMarks(cells, attached.mark);
		const long = cutLongCells(cells);
		return long === -1 ? {line, cells} : {line, cells, fault: describeLongCell(long, line)};
	});
	cursor.offset += restoreLineEnds(text.slice(0, Math.min(end, length)), mark).length;
	return rows;
}

/** Gives the cells of a record the line breaks that the file has, and tells how many there are. */
function restoreCells(cells: string[], mark: string | undefined): number {
	let breaks = 0;
	for (let index = 0; index < cells.length; index += 1) {
		const cell = cells[index];
		if (cell?.includes('\n') !== true) continue;
		breaks += countLineFeeds(cell, cell.length);
		cells[index] = restoreLineEnds(cell, mark);
	}
	return breaks;
}

/** Takes the blanks off that were before the quote of a cell. */
function removeMarks(cells: string[], mark: string): void {
	for (let index = 0; index < cells.length; index += 1) {
		const cell = cells[index] ?? '';
		let start = 0;
		while (cell.startsWith(mark, start)) start += mark.length;
		if (start > 0) cells[index] = cell.slice(start);
	}
}
