import {findField} from './find-field.ts';
import type {CsvTable} from './import-plan.ts';

/** Key of the column of a rejects file that says which file its rows are from. */
export const importMarkKey = 'import';
/** Digits of that file's hash which are written: enough to find one import among many, few enough for a column. */
export const importMarkLength = 12;

const mark = new RegExp(`^[0-9a-f]{${importMarkLength}}$`);

/** The beginning of the hash of the file that the rows of a rejects file are from; undefined where they are from none, or from several. */
export function findImportMark({headers, rows}: Pick<CsvTable, 'headers' | 'rows'>): string | undefined {
	const position = headers.findIndex((header) => {
		const field = findField(header);
		return field?.role === 'ignored' && field.key === importMarkKey;
	});
	const first = rows[0]?.cells[position]?.trim();
	if (first === undefined || !mark.test(first)) return undefined;
	return rows.every(({cells}) => cells[position]?.trim() === first) ? first : undefined;
}
