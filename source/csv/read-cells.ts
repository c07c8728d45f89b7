import type {FieldKey, StoredField} from '../domain/field.ts';
import {exportedFields, storedField} from '../domain/field-lists.ts';
import {trimValue} from '../domain/user.ts';
import {cellOf} from './columns/split-name.ts';
import {readText} from './formula-guard.ts';
import type {ColumnMatch, CsvRow, NamePart} from './import-plan.ts';

/** A column whose values go into the sheet. */
export type ImportColumn = {
	readonly index: number;
	/** Where the column is one part of a full name. */
	readonly part?: NamePart;
	readonly key: FieldKey;
	readonly field: StoredField;
	/** Whether an export writes it, so that its value may bear a mark of text. */
	readonly exported: boolean;
};

const exportedKeys: ReadonlySet<string> = new Set(exportedFields.map((field) => field.key));

/** The columns of stored fields. */
export function findImportColumns(columns: readonly ColumnMatch[]): readonly ImportColumn[] {
	return columns.flatMap((column) => {
		if (column.use !== 'field') return [];
		const field = storedField(column.key);
		const {index, key, part} = column;
		const place = part === undefined ? {index} : {index, part};
		return [{...place, key, field, exported: exportedKeys.has(key)}];
	});
}

/** Characters of an ID that is looked at as a number: what follows takes the square of the time for longer ones. */
const longestId = 100;

/** The row's ID as text without leading zeros and without a fraction of nothing; '' where the cell is blank or the file has no ID column. */
export function readId(row: CsvRow, idColumn: number | undefined): string {
	const text = readIdCell(row, idColumn);
	return text.length > longestId || (/^\d+$/.test(text) && !text.startsWith('0'))
		? text
		: text.replace(/^0*(\d+)(?:[.,]00?)?$/, '$1');
}

/** The row's ID as the file has it, trimmed. */
export function readIdCell(row: CsvRow, idColumn: number | undefined): string {
	return idColumn === undefined ? '' : readText(row.cells[idColumn] ?? '');
}

/**
 * A cell as it would be stored: trimmed, and without the mark that a spreadsheet or an export needs to keep it as text. A secret
 * stays as it is, as nothing tells what belongs to it (rules.md 3.11). A cell that the row lacks counts as blank.
 */
export function readCell(row: CsvRow, column: ImportColumn): string {
	const cell = cellOf(row, column);
	return column.exported ? readText(cell) : trimValue(column.field, cell);
}
