import {nameKey} from '../compare-text.ts';
import type {CsvField, ScreenField} from '../field.ts';
import {gridFields} from '../field-lists.ts';

/** Every name by which a person may type a field, the usual one first: "first", "firstName", "First name", "Vorname", … */
export function fieldNames(field: CsvField): readonly string[] {
	const {key, header, aliases, foreign} = field;
	return [usualName(field), key, header, ...aliases, ...foreign];
}

/** The field of the sheet that has such a name. */
export function findNamedField(name: string): ScreenField | undefined {
	const wanted = nameKey(name);
	return gridFields.find((field) => fieldNames(field).some((known) => nameKey(known) === wanted));
}

/** The shortest of its usual names that is one word: "first", "number", "pin", "serviceUser". */
function usualName({key, header, aliases: [alias = header]}: CsvField): string {
	const words = [header.replace(/ name$/, ''), alias].filter((name) => /^\p{L}+$/u.test(name));
	return words.reduce((best, word) => (word.length < best.length ? word.toLowerCase() : best), key);
}
