import {isEmptyHeader} from '../find-field.ts';
import type {CsvRow} from '../import-plan.ts';
import {addLine, type Lines, noLines} from '../name-lines.ts';

/** How the rows of a file compare with its header, counted while they are read. */
export type RowTally = {
	/** Cells of the header's line. */
	readonly width: number;
	/** Cells of it up to the last that has a name. */
	readonly named: number;
	rows: number;
	/** Rows with fewer cells than the header's line, by how many they have. */
	readonly narrow: Map<number, Lines>;
	/** Rows that have something behind the last cell of the header's line, and how many cells the first of them has. */
	readonly wide: Lines;
	widest: number;
	/** Rows with more cells than the header's line, and nothing in those. */
	readonly ended: Lines;
	/** Whether a row has something behind the last name, in a column without one. */
	namelessEnd: boolean;
	/** Whether a row which is not too wide ends in a blank cell: its writer leaves none out. */
	writesBlanks: boolean;
	/** Whether all lines of each block that Excel writes have as many cells, and not all blocks have. */
	readonly blocks: {index: number; width: number; even: boolean; narrower: boolean};
};

/** Excel leaves blank cells at the end of lines out where 16 lines, counted from the first of the file, have nothing in them. */
const linesPerBlock = 16;

/** Begins to count below a header. */
export function startTally(header: CsvRow): RowTally {
	const width = header.cells.length;
	return {
		width,
		named: header.cells.findLastIndex((cell) => !isEmptyHeader(cell)) + 1,
		rows: 0,
		narrow: new Map(),
		wide: noLines(),
		widest: 0,
		ended: noLines(),
		namelessEnd: false,
		writesBlanks: false,
		blocks: {index: 0, width, even: true, narrower: false},
	};
}

/**
 * Counts a row.
 *
 * @param index of the record in the file, blank ones counted, from 0
 */
export function tallyRow(tally: RowTally, row: CsvRow, index: number): void {
	tally.rows += 1;
	if (row.fault !== undefined) return;
	const {cells, line} = row;
	tallyBlock(tally, cells.length, index);
	if (cells.length > tally.named && hasContent(cells, tally.named)) tally.namelessEnd = true;
	if (cells.length > tally.width) {
		const isWide = hasContent(cells, tally.width);
		if (isWide && tally.wide.count === 0) tally.widest = cells.length;
		addLine(isWide ? tally.wide : tally.ended, line);
		return;
	}
	if (cells.at(-1)?.trim() === '') tally.writesBlanks = true;
	if (cells.length === tally.width) return;
	const lines = tally.narrow.get(cells.length) ?? noLines();
	addLine(lines, line);
	tally.narrow.set(cells.length, lines);
}

function tallyBlock({blocks, width}: RowTally, cells: number, index: number): void {
	const block = Math.floor(index / linesPerBlock);
	if (block > blocks.index) {
		blocks.index = block;
		blocks.width = cells;
	}
	if (cells !== blocks.width) blocks.even = false;
	if (cells < width) blocks.narrower = true;
}

/** Whether the file is written as Excel writes it. A single line at its end proves nothing: it may be cut off. */
export function findBlocks({blocks: {even, narrower, index}}: RowTally): boolean {
	return even && narrower && index > 0;
}

function hasContent(cells: readonly string[], from: number): boolean {
	for (let index = from; index < cells.length; index += 1) if (cells[index]?.trim() !== '') return true;
	return false;
}
