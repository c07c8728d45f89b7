import type {Delimiter} from './import-plan.ts';

/** A text in which every quote that opens a cell is first in it. */
export type AttachedText = {
	/** As long as the text was. */
	readonly text: string;
	/** What replaces, behind a quote that was moved, each blank that was before it; undefined where none was moved. */
	readonly mark: string | undefined;
};

/** Noncharacters of Unicode, which no text has: the first that is not in this one all the same is the mark. */
const marks = ['\ufdd0', '\ufdd1', '\ufdd2', '\ufdd3'] as const;

/**
 * Moves each quote that opens a cell before the blanks in front of it, as papaparse would keep the quotes of `a, "b, c"` and cut it in
 * three. Quotes inside a cell stay where they are: ` "Bob" Archer`.
 *
 * @param text whole lines that begin with a record; the last one may end inside a quoted cell
 */
export function attachQuotes(text: string, delimiter: Delimiter): AttachedText {
	const {detached, cells} = patterns[delimiter];
	const mark = detached.test(text) ? marks.find((candidate) => !text.includes(candidate)) : undefined;
	if (mark === undefined) return {text, mark};
	return {
		text: text.replace(cells, (cell: string, blanks: string | undefined) =>
			blanks === undefined ? cell : `"${mark.repeat(blanks.length)}${cell.slice(blanks.length + 1)}`,
		),
		mark,
	};
}

/**
 * `cells` takes in one cell after the other, with what is behind it: a quoted one behind blanks (they are its group), another quoted one,
 * or any. A quote opens a cell if the cell ends where it is closed. It opens a broken one if it is closed on another line or not at all;
 * in ` "Bob" Archer` it opens none.
 */
function makePatterns(delimiter: string): {readonly detached: RegExp; readonly cells: RegExp} {
	const blanks = delimiter === '\t' ? '[ \\u00a0\\u200b\\ufeff]+' : '[ \\t\\u00a0\\u200b\\ufeff]+';
	const open = '"[^"]*(?:""[^"]*)*';
	const unclosed = '"[^"\\n]*(?:""[^"\\n]*)*(?=\\n)';
	const plain = `[^${delimiter}\\n]*`;
	return {
		detached: new RegExp(`(?:^|[${delimiter}\\n])${blanks}"`),
		cells: new RegExp(
			`(?:(${blanks})(?:${open}(?:"(?=[^\\S\\n]*(?:[${delimiter}\\n]|$))|$)|${unclosed})|${open}(?:"|$))?${plain}(?:[${delimiter}\\n]|$)`,
			'g',
		),
	};
}

const patterns: Readonly<Record<Delimiter, ReturnType<typeof makePatterns>>> = {
	',': makePatterns(','),
	';': makePatterns(';'),
	'\t': makePatterns('\t'),
	'|': makePatterns('|'),
};
