import type {FieldKey, ScreenField, StoredField} from './field.ts';
import {fields} from './field-table.ts';

export const storedFields: readonly StoredField[] = fields.filter((field) => field.role === 'stored');

/** Left to right as the grid shows them: the frozen ones first. */
export const gridFields: readonly ScreenField[] = fields
	.filter((field) => field.role !== 'ignored')
	.sort((a, b) => Number(b.frozen) - Number(a.frozen));

/** Top to bottom as the vendor's form has them. */
export const formFields: readonly ScreenField[] = fields.filter(
	(field): field is ScreenField => field.role !== 'ignored' && field.onForm,
);

/** The columns of template and export (rules.md 2.6): neither secrets nor what comes from the profile. */
export const exportedFields: readonly ScreenField[] = fields.filter(
	(field): field is ScreenField =>
		(field.role === 'stored' && field.kind !== 'secret') || (field.role === 'id' && field.exported),
);

const storedByKey = new Map(storedFields.map((field) => [field.key, field]));

/** The table's row for a key. */
export function storedField(key: FieldKey): StoredField {
	const field = storedByKey.get(key);
	if (field === undefined) throw new Error(`No field ${key}`);
	return field;
}
