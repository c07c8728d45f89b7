import type {Finding} from '../domain/problem.ts';
import type {CsvRow, Delimiter} from './import-plan.ts';

/** Where reading has come to: the offset into the text, and the line of the file there, from 1. */
export type Cursor = {offset: number; line: number};

const quoteCode = 34;
const lineFeed = 10;
const carriageReturn = 13;

const unclosedQuote: Finding = {
	code: 'unclosed-quote',
	message:
		'The quote that opens on this line is never closed, so that the cells after it cannot be told apart.',
	fix: 'Close it, or take it out.',
};
const strayQuote: Finding = {
	code: 'stray-quote',
	message: 'A quoted cell that starts on this line has a single quote inside it.',
	fix: 'Write quotes inside a quoted cell twice.',
};

/**
 * Reads one record and moves the cursor behind it. The text must not be at its end.
 *
 * It is our own because CRLF, LF and CR may be mixed in one file, are kept exactly inside quoted cells, and lines are counted:
 * papaparse takes one line end per file and counts records. A broken quote costs the rest of its line, which becomes one cell, and not
 * the rest of the file.
 */
export function readRecord(text: string, delimiter: Delimiter, cursor: Cursor): CsvRow {
	const delimiterCode = delimiter.charCodeAt(0);
	const line = cursor.line;
	const cells: string[] = [];
	let offset = cursor.offset;
	for (;;) {
		let end: number;
		if (text.charCodeAt(offset) === quoteCode) {
			const closing = findClosingQuote(text, offset);
			end = closing === -1 ? -1 : skipSpace(text, closing + 1, delimiterCode);
			if (end === -1 || !endsCell(text, end, delimiterCode)) {
				const rest = findLineEnd(text, offset);
				const fault = closing === -1 ? unclosedQuote : strayQuote;
				const faultLine = cursor.line;
				cells.push(text.slice(offset, rest));
				moveToNextLine(text, rest, cursor);
				return {line, cells, fault: {severity: 'error', ...fault, line: faultLine}};
			}
			const value = text.slice(offset + 1, closing);
			cursor.line += countLineEnds(value);
			cells.push(value.includes('"') ? value.replaceAll('""', '"') : value);
		} else {
			end = offset;
			while (end < text.length) {
				const code = text.charCodeAt(end);
				if (code === delimiterCode || code === lineFeed || code === carriageReturn) break;
				end += 1;
			}
			cells.push(text.slice(offset, end));
		}
		if (text.charCodeAt(end) !== delimiterCode) {
			moveToNextLine(text, end, cursor);
			return {line, cells};
		}
		offset = end + 1;
	}
}

/** The quote that closes the cell which opens here, doubled ones passed over; -1 when the text ends first. */
function findClosingQuote(text: string, opening: number): number {
	let closing = text.indexOf('"', opening + 1);
	while (closing !== -1 && text.charCodeAt(closing + 1) === quoteCode) {
		closing = text.indexOf('"', closing + 2);
	}
	return closing;
}

/** Blanks between a closing quote and the delimiter are nobody's. */
function skipSpace(text: string, start: number, delimiterCode: number): number {
	let offset = start;
	for (;;) {
		const code = text.charCodeAt(offset);
		if (code === delimiterCode || (code !== 32 && code !== 9 && code !== 160)) return offset;
		offset += 1;
	}
}

function endsCell(text: string, offset: number, delimiterCode: number): boolean {
	if (offset >= text.length) return true;
	const code = text.charCodeAt(offset);
	return code === delimiterCode || code === lineFeed || code === carriageReturn;
}

function findLineEnd(text: string, start: number): number {
	let offset = start;
	while (
		offset < text.length &&
		text.charCodeAt(offset) !== lineFeed &&
		text.charCodeAt(offset) !== carriageReturn
	) {
		offset += 1;
	}
	return offset;
}

function moveToNextLine(text: string, lineEnd: number, cursor: Cursor): void {
	const crlf = text.charCodeAt(lineEnd) === carriageReturn && text.charCodeAt(lineEnd + 1) === lineFeed;
	cursor.offset = Math.min(text.length, lineEnd + (crlf ? 2 : 1));
	cursor.line += 1;
}

function countLineEnds(value: string): number {
	return value.includes('\n') || value.includes('\r') ? (value.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}
