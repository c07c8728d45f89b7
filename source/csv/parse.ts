import type {Problem} from '../domain/problem.ts';
import type {Work} from '../domain/work.ts';
import {restoreMisread} from './encoding/decode-mixed.ts';
import {refuseLargeTable} from './file-limits.ts';
import type {CsvRow, CsvTable, Delimiter, Encoding, FileRefusal} from './import-plan.ts';
import {describeLayout, type Passed} from './layout/describe-layout.ts';
import {
	delimiters,
	detectLayout,
	isBlank,
	isComment,
	type Layout,
	skipBlankLines,
} from './layout/detect-layout.ts';
import {isHeading, refuseOtherHeader} from './layout/is-heading.ts';
import {emptyText, refuseHeader, refuseHeaderLine} from './layout/refuse-header.ts';
import {unwrapLine} from './layout/unwrap-line.ts';
import {matchHeaders} from './match-headers.ts';
import {addLine, noLines} from './name-lines.ts';
import {type Cursor, readSlice, startReading} from './read-slice.ts';
import type {ReadingChoice} from './reading-choice.ts';
import {judgeRowEnds} from './widths/row-ends.ts';
import {type RowTally, startTally, tallyRow} from './widths/tally-rows.ts';

/** What has been read so far. */
type Reading = {
	readonly layout: Layout;
	/** Whether lines that start with a `#` are comments, as they are above the header. */
	readonly hasComments: boolean;
	readonly rows: CsvRow[];
	readonly tally: RowTally;
	readonly passed: Passed;
	/** Makes text of bytes that are not in the encoding of the file. */
	readonly restore: (row: CsvRow) => CsvRow;
	/** Cells of the rows. */
	cells: number;
	/** Records from the beginning of the file, blank ones too. */
	records: number;
	/** Whether the last record is a row. */
	endsInRow: boolean;
	/** Why nothing is read on. */
	refused: Problem | undefined;
};

/**
 * Reads the text of a CSV file as a table: delimiter and header are found, a `sep=` line honoured, blank lines are skipped, and each
 * row knows its line of the file (rules.md 3.14 and 4.1). Progress counts characters. A text without a header among its first
 * lines is refused, and so is one with a header that most of its rows do not fit, or with more than can be planned (rules.md 4.9).
 */
export function* parseCsv(
	whole: string,
	encoding: Encoding,
	chosen: Pick<ReadingChoice, 'delimiter' | 'headerLine'> = {},
): Work<CsvTable | FileRefusal> {
	const text = dropEndMark(whole);
	const isWorkbook = encoding === 'workbook';
	const cursor = startReading(text, isWorkbook);
	const declared = isWorkbook ? ',' : readSeparatorLine(text, cursor);
	yield* skipBlankLines(text, cursor);
	const restore = encoding === 'utf-8-mixed' ? restoreMisread : (row: CsvRow) => row;
	const layout = detectLayout(
		text,
		cursor,
		declared,
		restore,
		isWorkbook ? {headerLine: chosen.headerLine} : chosen,
	);
	if (layout === undefined)
		return chosen.headerLine === undefined ? emptyText : refuseHeaderLine(chosen.headerLine);
	const refused = refuseHeader(layout);
	if (refused !== undefined) return {refused};
	const reading = startTable(layout, restore);
	// With other delimiters, cells end elsewhere.
	cursor.lineEnds.clear();
	while (cursor.offset < text.length) {
		for (const record of readSlice(text, layout.delimiter, cursor)) takeRecord(reading, record);
		const refused = reading.refused ?? refuseLargeTable(reading.rows.length, reading.cells);
		if (refused !== undefined) return {refused};
		yield {done: cursor.offset, total: text.length};
	}
	const isCut = reading.endsInRow && text === whole && !/[\r\n]$/.test(text);
	return finishTable(reading, encoding, declared, isCut, [...cursor.lineEnds]);
}

/** The mark with which DOS ends a text, and what fills the rest of its block, are no content. */
function dropEndMark(text: string): string {
	let end = text.length;
	while (end > 0 && /[\0\s]/.test(text[end - 1] ?? '')) end -= 1;
	if (text[end - 1] !== '\u001a') return text;
	while (text[end - 1] === '\u001a') end -= 1;
	return text.slice(0, end);
}

/** Excel's `sep=;` in the first line; the cursor moves behind it. A character that is no delimiter of ours is passed over. */
function readSeparatorLine(text: string, cursor: Cursor): Delimiter | undefined {
	const found = /^"?sep=(.)"?[,;\t|]*(?:\r\n|\n|\r|$)/i.exec(text.slice(cursor.offset, cursor.offset + 100));
	if (found === null) return undefined;
	cursor.offset += found[0].length;
	cursor.line += 1;
	return delimiters.find((delimiter) => delimiter === found[1]);
}

function startTable(layout: Layout, restore: Reading['restore']): Reading {
	const {above, header, wrapped} = layout;
	const passed = {comments: noLines(), headings: noLines(), wrapped: noLines()};
	if (wrapped) addLine(passed.wrapped, header.line);
	return {
		layout,
		// PowerShell's first line looks like a comment, in a format that has none.
		hasComments: above.some((record) => isComment(record) && !/^#TYPE\s/i.test(record.cells[0] ?? '')),
		rows: [],
		tally: startTally(header),
		passed,
		restore,
		cells: 0,
		records: 0,
		endsInRow: false,
		refused: undefined,
	};
}

function takeRecord(reading: Reading, record: CsvRow): void {
	const index = reading.records;
	reading.records += 1;
	reading.endsInRow = false;
	if (record.line <= reading.layout.header.line || isBlank(record)) return;
	if (reading.hasComments && isComment(record)) {
		addLine(reading.passed.comments, record.line);
		return;
	}
	const row = reading.restore(readRow(reading, record));
	if (isHeading(row, reading.layout.header)) {
		addLine(reading.passed.headings, record.line);
		return;
	}
	reading.refused ??= refuseOtherHeader(row);
	reading.rows.push(row);
	reading.cells += row.cells.length;
	reading.endsInRow = true;
	tallyRow(reading.tally, row, index);
}

/** A single cell is a line in quotes as a whole where the header is one, or where as many cells are in it as the header has. */
function readRow({layout, tally, passed}: Reading, record: CsvRow): CsvRow {
	if (record.cells.length > 1 || tally.width === 1) return record;
	const row = unwrapLine(record, layout.delimiter);
	if (row === undefined || (!layout.wrapped && row.cells.length !== tally.width)) return record;
	addLine(passed.wrapped, row.line);
	return row;
}

function finishTable(
	{layout, rows, tally, passed}: Reading,
	encoding: Encoding,
	declared: Delimiter | undefined,
	isCut: boolean,
	lineEnds: CsvTable['lineEnds'],
): CsvTable | FileRefusal {
	const {delimiter, header} = layout;
	const table = {
		encoding,
		delimiter,
		lineEnds,
		workbook: undefined,
		headerLine: header.line,
		// A delimiter at the end of every line makes a last column with neither header nor values: it is dropped.
		headers: tally.namelessEnd ? header.cells : header.cells.slice(0, tally.named),
		rows,
	};
	const ends = judgeRowEnds(table, tally, isCut);
	if ('refused' in ends) return ends;
	const {rowEnds, problems} = ends;
	const match = matchHeaders(table.headers, {}, rows);
	return {...table, match, rowEnds, problems: [...describeLayout(layout, declared, passed), ...problems]};
}
