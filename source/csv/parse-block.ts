import type {Problem} from '../domain/problem.ts';
import type {Delimiter} from './import-plan.ts';
import {readSlice, startReading} from './read-slice.ts';

/** Cells that were copied in another program; rows may have different lengths, and a blank line is a row with a blank cell. */
export type Block = readonly (readonly string[])[];

/** Whether a text is several cells, and not the value of one. */
export function isBlock(text: string): boolean {
	return /[\t\r\n]/.test(text.replace(/[\r\n]+$/, ''));
}

/**
 * Reads cells as a spreadsheet copies them, with tabs between them, or as lines of CSV. A cell in quotes may have line ends in it.
 * A quote that does not close refuses the whole, as it is not known where cells end.
 */
export function parseBlock(pasted: string): Block | {readonly refused: Problem} {
	const text = joinLineEnds(pasted);
	const delimiter = findBlockDelimiter(text);
	const cursor = startReading(text);
	const rows: (readonly string[])[] = [];
	while (cursor.offset < text.length) {
		for (const {cells, fault} of readSlice(text, delimiter, cursor)) {
			if (fault !== undefined) return {refused: fault};
			rows.push(cells);
		}
	}
	return rows;
}

/** A terminal sends Enter for a line feed, and some send it for each half of a line end of Windows: then all come in pairs. */
export function joinLineEnds(text: string): string {
	const isDoubled = text.includes('\r') && !/[^\r](?:\r\r)*\r(?!\r)|\n/.test(`-${text}`);
	return isDoubled ? text.replaceAll('\r\r', '\r') : text;
}

/**
 * A spreadsheet puts tabs between cells. Without any, the lines are CSV only where each has as many delimiters as the others, and
 * none with a blank behind it: a column of names like "Archer, Ann" is no two columns.
 */
function findBlockDelimiter(text: string): Delimiter {
	const bare = text.replaceAll(/"(?:[^"]|"")*"/g, '""');
	if (bare.includes('\t')) return '\t';
	const lines = bare.split(/\r\n?|\n/).filter((line) => line !== '');
	const found = ([',', ';'] as const).find((delimiter) => {
		const [first = 0, ...others] = lines.map((line) => line.split(delimiter).length);
		return first > 1 && others.every((cells) => cells === first) && !bare.includes(`${delimiter} `);
	});
	return found ?? '\t';
}
