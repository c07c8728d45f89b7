import Papa from 'papaparse';
import type {Finding} from '../domain/problem.ts';
import {type AttachedText, attachQuotes} from './attach-quotes.ts';
import type {CsvRow, Delimiter} from './import-plan.ts';
import {
	countLineFeeds,
	dropLineEnd,
	findNextLine,
	restoreLineEnds,
	type UnifiedText,
	unifyLineEnds,
} from './unify-line-ends.ts';

/** Where reading has come to: the offset into the text, the line of the file there, from 1, and how many characters to read next. */
export type Cursor = {offset: number; line: number; size: number};

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
const largest = 65_536;
/** A slice that had to grow may be far too long for one step: only the record for which it grew is read. The fast mode cannot stop. */
const oneRecord = {preview: 1, fastMode: false} as const;

const faults: Readonly<Record<Broken['code'], Finding>> = {
	MissingQuotes: {
		code: 'unclosed-quote',
		message: 'A quote opens on this line and is never closed, so the cells after it are not known.',
		short: 'Quote is never closed',
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
export function startReading(text: string): Cursor {
	return {offset: text.startsWith('\ufeff') ? 1 : 0, line: 1, size: smallest};
}

/**
 * Reads the next few hundred records, and moves the cursor behind them; none means that a record is longer than the slice, and that the
 * next slice is twice as long. A broken quote costs the rest of its line, which becomes one cell, and not the rest of the file. The
 * text must not be at its end.
 */
export function readSlice(text: string, delimiter: Delimiter, cursor: Cursor): readonly CsvRow[] {
	const end = findNextLine(text, cursor.offset + cursor.size);
	const unified = unifyLineEnds(text.slice(cursor.offset, end));
	const slice = {...unified, attached: attachQuotes(unified.text, delimiter)};
	const reading = parse(slice.attached.text, delimiter, cursor.size > largest ? oneRecord : {});
	const isUnclosed = reading.data.length === 0 && end === text.length;
	const [broken] = isUnclosed ? parse(slice.attached.text, delimiter, {}, true).errors : reading.errors;
	if (broken !== undefined) return readBroken(slice, broken, delimiter, cursor);
	cursor.size = reading.data.length === 0 ? cursor.size * 2 : Math.min(cursor.size * 2, largest);
	return takeRows(reading.data, slice, reading.meta.cursor, cursor);
}

/** Reads records that end in a line feed. What stands behind the last of them is left out, but with `toEnd`. */
function parse(text: string, delimiter: Delimiter, config: Papa.ParseConfig, toEnd = false): Reading {
	return new Papa.Parser({...config, delimiter, newline: '\n'}).parse(text, 0, !toEnd);
}

/** Reads what is whole before the broken quote once more, and the rest of its line as one cell. */
function readBroken(
	slice: Slice,
	{code, index}: Broken,
	delimiter: Delimiter,
	cursor: Cursor,
): readonly CsvRow[] {
	const opening = index - 1;
	const end = slice.text.indexOf('\n', opening);
	const rest = dropLineEnd(slice.text.slice(opening, end), slice.mark);
	const {data} = parse(`${slice.attached.text.slice(0, opening)}\n`, delimiter, {});
	const rows = takeRows(data, slice, end + 1, cursor);
	cursor.size = smallest;
	return rows.map((row, position) => {
		if (position < rows.length - 1) return row;
		const fault = {severity: 'error', ...faults[code], line: cursor.line - 1} as const;
		return {...row, cells: [...row.cells.slice(0, -1), rest], fault};
	});
}

/** Makes rows of records which end there, and moves the cursor behind them. The cells are put right in place: copies cost more than reading. */
function takeRows(
	records: Reading['data'],
	{text, mark, length, attached}: Slice,
	end: number,
	cursor: Cursor,
): readonly CsvRow[] {
	const lines = countLineFeeds(text, end);
	const rows = records.map((cells) => {
		const line = cursor.line;
		cells[cells.length - 1] = dropLineEnd(cells.at(-1) ?? '', mark);
		cursor.line += 1;
		if (lines > records.length) cursor.line += restoreCells(cells, mark);
		if (attached.mark !== undefined) removeMarks(cells, attached.mark);
		return {line, cells};
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
