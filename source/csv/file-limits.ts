import type {Problem} from '../domain/problem.ts';

/** What a CSV file may have at most (rules.md 4.9). Whatever is beyond is found while it is read, before anything is done with it. */
export const fileLimits = {
	/** UTF-16 units of a cell. */
	cell: 65_536,
	/** UTF-16 units of a row, line breaks in its cells included. */
	row: 131_072,
	/** UTF-16 units of a header. */
	header: 1000,
	columns: 1000,
	/** Rows that are no blank lines: a plan of so many takes about 1 GB of memory. */
	rows: 500_000,
	/** Cells of all rows together. */
	cells: 8_000_000,
	/** Problems of all rows together. */
	problems: 1_000_000,
} as const;

/** What takes the place of a cell that is too long: it is nowhere repeated. */
export const cutCell = '…';

/** Puts the mark in the place of cells that are too long; the position of the first of them, or -1. */
export function cutLongCells(cells: string[]): number {
	let first = -1;
	for (let index = 0; index < cells.length; index += 1) {
		if ((cells[index]?.length ?? 0) <= fileLimits.cell) continue;
		cells[index] = cutCell;
		if (first === -1) first = index;
	}
	return first;
}

/** Why a row is rejected of which a cell is too long. */
export function describeLongCell(index: number, line: number): Problem {
	return {
		severity: 'error',
		code: 'cell-too-long',
		line,
		message: `Cell ${index + 1} of the row has more than ${showAmount(fileLimits.cell)} characters.`,
		short: `Cell over ${showAmount(fileLimits.cell)} characters`,
		fix: 'Shorten it, or look for a quotation mark or a line end that is missing.',
	};
}

/** Why a row is rejected whose line goes on and on. */
export function describeLongLine(line: number): Problem {
	return {
		severity: 'error',
		code: 'row-too-long',
		line,
		message: `The line has more than ${showAmount(fileLimits.row)} characters, which is more than is read.`,
		short: `Over ${showAmount(fileLimits.row)} characters`,
		fix: 'Shorten it, or look for a line end that is missing.',
	};
}

/** Why a header cannot be used, by its size alone. */
export function refuseLargeHeader(headers: readonly string[], line: number): Problem | undefined {
	const place = {severity: 'error', line} as const;
	if (headers.length > fileLimits.columns) {
		return {
			...place,
			code: 'too-many-columns',
			message: `The header has ${showAmount(headers.length)} columns, and at most ${showAmount(fileLimits.columns)} are possible.`,
			short: `Over ${showAmount(fileLimits.columns)} columns`,
			fix: 'Leave only the columns of users in the file.',
		};
	}
	const long = headers.findIndex((header) => header.length > fileLimits.header);
	if (long === -1) return undefined;
	return {
		...place,
		code: 'header-too-long',
		message: `The name of column ${long + 1} has more than ${showAmount(fileLimits.header)} characters.`,
		short: `A header of over ${showAmount(fileLimits.header)}`,
		fix: 'Shorten it, or look for a quotation mark or a line end that is missing.',
	};
}

/** Why a file cannot be used, by how much of it has been read. */
export function refuseLargeTable(rows: number, cells: number): Problem | undefined {
	const [unit, most] = rows > fileLimits.rows ? ['rows', fileLimits.rows] : ['cells', fileLimits.cells];
	if (rows <= fileLimits.rows && cells <= fileLimits.cells) return undefined;
	return {
		severity: 'error',
		code: 'too-many-rows',
		message: `The file has more than ${showAmount(most)} ${unit}, which is more than can be planned at once.`,
		short: `Over ${showAmount(most)} ${unit}`,
		fix: 'Split it into several files, each with the header.',
	};
}

/** Why a file cannot be planned: nearly nothing in it is right, and its problems alone would take the memory. */
export function refuseManyProblems(problems: number, line: number): Problem | undefined {
	if (problems <= fileLimits.problems) return undefined;
	return {
		severity: 'error',
		code: 'too-many-problems',
		line,
		message: `The rows up to this line have more than ${showAmount(fileLimits.problems)} problems, so nothing below it is looked at.`,
		short: 'Too many problems',
		fix: 'Try the import with the first rows of the file, and correct what is wrong in all of them.',
	};
}

function showAmount(amount: number): string {
	return amount.toLocaleString('en-US');
}
