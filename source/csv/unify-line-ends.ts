import type {LineEnd} from './import-plan.ts';

const lineEnd = /\r\n?|\n/g;
const loneReturn = /\r(?!\n)/;
const loneReturns = /\r(?!\n)/g;

/** Lines that all end in a line feed, as papaparse knows one line end per file, and files mix them. */
export type UnifiedText = {
	readonly text: string;
	/** Characters of it that the file has: not the line feed that its last line may lack. */
	readonly length: number;
	/** What, with a line feed behind it, replaces a carriage return without one; undefined where there is none. */
	readonly mark: string | undefined;
};

/**
 * Lets every line end in a line feed, in quoted cells too: so it need not be known yet where cells begin. A carriage return before a
 * line feed stays, and one alone becomes a mark and a line feed. The mark occurs nowhere else in the text, and is a blank, as papaparse allows
 * blanks between a closing quote and the line end.
 */
export function unifyLineEnds(text: string): UnifiedText {
	const mark = loneReturn.test(text) ? findMark(text) : undefined;
	const unified = mark === undefined ? text : text.replace(loneReturns, `${mark}\n`);
	return {text: unified.endsWith('\n') ? unified : `${unified}\n`, length: unified.length, mark};
}

function findMark(text: string): string {
	let mark = '\v';
	while (text.includes(mark)) mark += mark;
	return mark;
}

/** A part of the text as the file has it. */
export function restoreLineEnds(part: string, mark: string | undefined): string {
	return mark === undefined ? part : part.replaceAll(`${mark}\n`, '\r');
}

/** The end of a line without what is before its line feed. In a quoted cell, none of this is ever last. */
export function dropLineEnd(part: string, mark: string | undefined): string {
	if (part.endsWith('\r')) return part.slice(0, -1);
	return mark !== undefined && part.endsWith(mark) ? part.slice(0, -mark.length) : part;
}

/** How a line ended in the file, of which this is what is before its line feed. */
export function lineEndOf(part: string, mark: string | undefined): LineEnd {
	if (part.endsWith('\r')) return 'CRLF';
	return mark !== undefined && part.endsWith(mark) ? 'CR' : 'LF';
}

/** Line feeds before this place. */
export function countLineFeeds(text: string, end: number): number {
	let count = 0;
	for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
	return count;
}

/**
 * Where the line behind this place begins, if it does up to the end that is given; the line ends need not be one kind. Undefined
 * where no line ends there.
 */
export function findNextLine(text: string, start: number, end: number): number | undefined {
	lineEnd.lastIndex = 0;
	const part = text.slice(start, end);
	return lineEnd.test(part) ? behindLineEnd(text, start + lineEnd.lastIndex) : undefined;
}

/** Where the last line begins that does so between these places; undefined where no line ends there. */
export function findLastLine(text: string, start: number, end: number): number | undefined {
	const part = text.slice(start, end);
	const last = Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r'));
	return last === -1 ? undefined : behindLineEnd(text, start + last + 1);
}

/** A carriage return and its line feed are one line end, also where only the first is looked at. */
function behindLineEnd(text: string, at: number): number {
	return text[at - 1] === '\r' && text[at] === '\n' ? at + 1 : at;
}
