import {exportedFields, type FieldKey, type StoredField, storedField} from '../domain/field.ts';
import type {Problem} from '../domain/problem.ts';
import {trimValue} from '../domain/user.ts';
import {trimUnseen} from '../domain/visible-text.ts';
import {readText} from './formula-guard.ts';
import type {ColumnMatch, CsvRow, CsvTable, Delimiter} from './import-plan.ts';

/** A column whose values go into the sheet. */
export type ImportColumn = {
	readonly index: number;
	readonly key: FieldKey;
	readonly field: StoredField;
	/** Whether an export writes it, so that its value may bear a mark of text. */
	readonly exported: boolean;
};

const exportedKeys: ReadonlySet<string> = new Set(exportedFields.map((field) => field.key));
const delimiterNames: Readonly<Record<Delimiter, string>> = {
	',': 'comma',
	';': 'semicolon',
	'\t': 'tab',
	'|': 'vertical bar',
};

/** The columns that stand for stored fields. */
export function findImportColumns(columns: readonly ColumnMatch[]): readonly ImportColumn[] {
	return columns.flatMap((column) => {
		if (column.use !== 'field') return [];
		const field = storedField(column.key);
		return [{index: column.index, key: column.key, field, exported: exportedKeys.has(column.key)}];
	});
}

/** The row's ID as text without leading zeros and without a fraction of nothing; '' where the cell is blank or the file has no ID column. */
export function readId(row: CsvRow, idColumn: number | undefined): string {
	const text = readIdCell(row, idColumn);
	return /^\d+$/.test(text) && !text.startsWith('0') ? text : text.replace(/^0*(\d+)(?:[.,]00?)?$/, '$1');
}

/** The row's ID as the file has it, trimmed. */
export function readIdCell(row: CsvRow, idColumn: number | undefined): string {
	return idColumn === undefined ? '' : readText(trimUnseen(row.cells[idColumn] ?? ''));
}

/**
 * A cell as it would be stored: trimmed, and without the mark that a spreadsheet or an export needs to keep it as text. A secret
 * stays as it is, as nothing tells what belongs to it (rules.md 3.11). A cell that the row lacks counts as blank.
 */
export function readCell(row: CsvRow, {index, field, exported}: ImportColumn): string {
	const value = trimValue(field, row.cells[index] ?? '');
	const text = exported ? readText(value) : value;
	return text === value ? value : trimValue(field, text);
}

/** Whether something stands in the row behind the last column of the header. */
export function hasCellsBeyond(row: CsvRow, width: number): boolean {
	return row.cells.length > width && row.cells.slice(width).some((cell) => cell.trim() !== '');
}

/** Whether a delimiter at the end of every line, or nearly every, gives rows a cell more than the header has. */
export function hasTrailingDelimiters({headers, rows}: CsvTable): boolean {
	const wide = rows.reduce((sum, row) => sum + (row.cells.length > headers.length ? 1 : 0), 0);
	return wide * 2 > rows.length;
}

/** What is said of a row whose cells stand in the wrong columns. Its values are named nowhere: one may be a secret. */
export function describeShift(row: CsvRow, table: CsvTable): Problem {
	return {
		severity: 'error',
		code: 'too-many-cells',
		line: row.line,
		message: `The row has ${row.cells.length} cells, but the header has ${table.headers.length}.`,
		short: 'More cells than the header',
		fix: `Put a value that holds a ${delimiterNames[table.delimiter]} in quotes.`,
	};
}
