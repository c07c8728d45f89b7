import type {CsvRow, CsvTable} from './import-plan.ts';

/** What a person has put right in one row. */
export type RowFix = {
	/** Nothing of the row goes in. What was fixed in it is kept for when it is taken back. */
	readonly leftOut: boolean;
	/** New cells by their position in the row, from 0: text like that of a file, untrimmed. */
	readonly cells: ReadonlyMap<number, string>;
};

/**
 * What a person has put right in the rows of a file, by line: it lies over the rows, which stay as they were read (rules.md 4.10).
 * Options and what columns are for may change below it.
 */
export type Fixes = ReadonlyMap<number, RowFix>;

/** A cell as it is to be; the row is the one that was read. */
export type CellFix = {readonly row: CsvRow; readonly position: number; readonly value: string};

/** Nothing is put right. */
export const noFixes: Fixes = new Map();
const noFix: RowFix = {leftOut: false, cells: new Map()};

/** Whether cells of the row can be put right: where a quote is broken, or a cell was too long, it is not known what they are. */
export function isFixable(row: CsvRow): boolean {
	return row.fault === undefined;
}

/** The fixes with these cells. A cell that is again as the file has it is no fix, and rows that cannot be put right are passed over. */
export function setCells(fixes: Fixes, edits: Iterable<CellFix>): Fixes {
	const next = new Map(fixes);
	const changed = new Map<number, Map<number, string>>();
	for (const {row, position, value} of edits) {
		if (!isFixable(row)) continue;
		const cells = changed.get(row.line) ?? new Map(fixes.get(row.line)?.cells);
		changed.set(row.line, cells);
		if (value === (row.cells[position] ?? '')) cells.delete(position);
		else cells.set(position, value);
	}
	for (const [line, cells] of changed) putFix(next, line, {...(next.get(line) ?? noFix), cells});
	return next;
}

/** The fixes with these rows left out, or taken back. */
export function leaveOut(fixes: Fixes, rows: Iterable<CsvRow>, leftOut = true): Fixes {
	const next = new Map(fixes);
	for (const {line} of rows) putFix(next, line, {...(next.get(line) ?? noFix), leftOut});
	return next;
}

/** The fixes without anything about these rows: they are as the file has them. */
export function dropFixes(fixes: Fixes, rows: Iterable<CsvRow>): Fixes {
	const next = new Map(fixes);
	for (const {line} of rows) next.delete(line);
	return next;
}

function putFix(fixes: Map<number, RowFix>, line: number, fix: RowFix): void {
	if (fix.leftOut || fix.cells.size > 0) fixes.set(line, fix);
	else fixes.delete(line);
}

/** The row with what was put right in it. The new cells are text of the file no longer, so that their bytes were not misread. */
export function fixRow(row: CsvRow, fix: RowFix | undefined): CsvRow {
	if (fix === undefined || fix.cells.size === 0 || !isFixable(row)) return row;
	const positions = [...fix.cells.keys()];
	const width = positions.reduce((most, position) => Math.max(most, position + 1), row.cells.length);
	const cells = Array.from(
		{length: width},
		(_, position) => fix.cells.get(position) ?? row.cells[position] ?? '',
	);
	const {misread, ...rest} = row;
	const left = [...(misread ?? [])].filter((position) => !fix.cells.has(position));
	return left.length === 0 ? {...rest, cells} : {...rest, cells, misread: new Set(left)};
}

/** How many cells of the file have been put right, in rows that are not left out. */
export function countFixedCells({rows}: Pick<CsvTable, 'rows'>, fixes: Fixes): number {
	if (fixes.size === 0) return 0;
	return rows.reduce((sum, {line}) => {
		const fix = fixes.get(line);
		return fix === undefined || fix.leftOut ? sum : sum + fix.cells.size;
	}, 0);
}
