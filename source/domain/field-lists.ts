import type {CsvField, FieldKey, RecordField, RecordKey, ScreenField, StoredField} from './field.ts';
import {fields} from './field-table.ts';

export const storedFields: readonly StoredField[] = fields.filter((field) => field.role === 'stored');

/** What a column of a CSV file may be, by its header: all but what the system keeps. */
export const csvFields: readonly CsvField[] = fields.filter((field) => field.role !== 'system');

const screenFields: readonly ScreenField[] = csvFields.filter(
	(field) => field.role !== 'ignored' && field.role !== 'mark',
);

/** Left to right as the grid shows them: the frozen ones first. */
export const gridFields: readonly ScreenField[] = screenFields.toSorted(
	(a, b) => Number(b.frozen) - Number(a.frozen),
);

/** Top to bottom as the vendor's form has them. */
export const formFields: readonly ScreenField[] = screenFields.filter((field) => field.onForm);

/** The columns of template and export (rules.md 2.6): neither secrets nor what comes from the profile. */
export const exportedFields: readonly ScreenField[] = screenFields.filter((field) =>
	field.role === 'stored' ? field.kind !== 'secret' : field.exported,
);

const recordFields: readonly RecordField[] = fields.filter(
	(field) => field.role === 'stored' || field.role === 'system',
);
const recordByKey = new Map(recordFields.map((field) => [field.key, field]));

/** The table's row for anything that a user record holds. */
export function recordField(key: RecordKey): RecordField {
	const field = recordByKey.get(key);
	if (field === undefined) throw new Error(`No field ${key}`);
	return field;
}

/** The same for what people fill in. */
export function storedField(key: FieldKey): StoredField {
	const field = recordField(key);
	if (field.role !== 'stored') throw new Error(`No field ${key}`);
	return field;
}
