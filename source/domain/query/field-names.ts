import {nameKey} from '../compare-text.ts';
import type {CsvField, GridColumn} from '../field.ts';
import {gridColumns} from '../life-cycle/grid-columns.ts';

/** Every name by which a person may type a field, the usual one first: "first", "firstName", "First name", "Vorname", … */
export function fieldNames(field: CsvField | GridColumn): readonly string[] {
	const {key, header, aliases, foreign} = field;
	return [usualName(field), key, header, ...aliases, ...foreign];
}

/** The field of the sheet that has such a name. */
export function findNamedField(name: string): GridColumn | undefined {
	const wanted = nameKey(name);
	return gridColumns.find((field) => fieldNames(field).some((known) => nameKey(known) === wanted));
}

/** The shortest of its usual names that is one word: "first", "number", "pin", "serviceUser". */
function usualName({key, header, aliases: [alias = header]}: CsvField | GridColumn): string {
	const words = [header.replace(/ name$/, ''), alias].filter((name) => /^\p{L}+$/u.test(name));
	return words.reduce((best, word) => (word.length < best.length ? word.toLowerCase() : best), key);
}
