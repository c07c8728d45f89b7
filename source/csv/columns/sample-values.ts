import {isMasked, maskValue} from '../../domain/field.ts';
import {storedField} from '../../domain/field-lists.ts';
import type {ColumnMatch, CsvRow, CsvTable} from '../import-plan.ts';
import {describeSample} from '../widths/describe-sample.ts';

/** Rows whose values tell what a column holds. */
const rowsLookedAt = 200;
/** Values of a column that are shown, and columns of a row. */
const samples = 3;
const columnsLookedAt = 40;
/** Characters of a sample. */
const longestSample = 100;

/** The values that a column has in the first rows, trimmed, without blank ones. */
export function readValues(rows: readonly CsvRow[], index: number, most = rowsLookedAt): readonly string[] {
	const values: string[] = [];
	for (const {cells} of rows.slice(0, rowsLookedAt)) {
		const value = cells[index]?.trim() ?? '';
		if (value !== '') values.push(value);
		if (values.length >= most) break;
	}
	return values;
}

/** Headers of columns whose values are nowhere shown. */
const ofSecrets =
	/pass|pwd|kennwort|geheim|secret|contrase|clave|mot de|pin\b|code|token|schlüssel|\bkey\b/iu;

/**
 * Up to three values of a column as they may be shown. Secrets and PINs are masked; of a column for no field, which may hold some, only
 * names and e-mail addresses are shown, and of other values their kind.
 */
export function sampleValues(column: ColumnMatch, rows: readonly CsvRow[]): readonly string[] {
	return readValues(rows, column.index, samples).map((value) => showSample(column, value));
}

/** The first three rows as they may be shown, cell by cell. */
export function sampleRows({rows, match}: Pick<CsvTable, 'rows' | 'match'>): readonly (readonly string[])[] {
	const byPosition = new Map(match.columns.map((column) => [column.index, column]));
	const columns = [...byPosition.values()].slice(0, columnsLookedAt);
	return rows
		.slice(0, samples)
		.map(({cells}) => columns.map((column) => showSample(column, cells[column.index]?.trim() ?? '')));
}

function showSample(column: ColumnMatch, value: string): string {
	if (value === '') return '';
	const isSecret = column.use === 'field' ? isMasked(storedField(column.key)) : ofSecrets.test(column.header);
	if (isSecret) return maskValue(value);
	const cut = value.slice(0, longestSample);
	return column.use === 'ignored' ? showUnknown(cut) : cut;
}

function showUnknown(value: string): string {
	const kind = describeSample(value);
	return kind.startsWith('"') || ['an e-mail address', 'a word', 'words'].includes(kind) ? value : kind;
}
