const lineEnd = /\r\n?|\n/g;
const loneReturn = /\r(?!\n)/;
const loneReturns = /\r(?!\n)/g;

/** Lines that all end in a line feed, as papaparse knows one line end per file, and files mix them. */
export type UnifiedText = {
	readonly text: string;
	/** Characters of it that the file has: not the line feed that its last line may lack. */
	readonly length: number;
	/** What stands, with a line feed behind it, for a carriage return without one; undefined where there is none. */
	readonly mark: string | undefined;
};

/**
 * Lets every line end in a line feed, in quoted cells too: so nobody need know yet where cells begin. A carriage return before a
 * line feed stays, and one alone becomes a mark and a line feed. The mark occurs nowhere else in the text, and is a blank, as papaparse lets
 * blanks stand between a closing quote and the line end.
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

/** The end of a line without what stands before its line feed. In a quoted cell, none of this is ever last. */
export function dropLineEnd(part: string, mark: string | undefined): string {
	if (part.endsWith('\r')) return part.slice(0, -1);
	return mark !== undefined && part.endsWith(mark) ? part.slice(0, -mark.length) : part;
}

/** Line feeds before this place. */
export function countLineFeeds(text: string, end: number): number {
	let count = 0;
	for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
	return count;
}

/** Where the line behind this place begins, or where the text ends; the line ends need not be one kind. */
export function findNextLine(text: string, start: number): number {
	lineEnd.lastIndex = start;
	return lineEnd.test(text) ? lineEnd.lastIndex : text.length;
}
