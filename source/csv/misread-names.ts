import type {CsvField} from '../domain/field.ts';
import {csvFields} from '../domain/field-lists.ts';
import {decodeBytes, encodeText, makeCodePages} from './encoding/code-page.ts';

/**
 * The names of fields with more than ASCII as they come out where their letters were read wrongly or lost, like `PrÃ©nom`, `PrŽnom`
 * and `Pr?nom` (rules.md 4.5).
 */
export function listMisreadNames(): readonly {readonly name: string; readonly field: CsvField}[] {
	const {western, mac, dos850, dos437} = makeCodePages();
	return csvFields.flatMap((field) =>
		field.foreign
			.filter((name) => /[^\0-\x7f]/.test(name))
			.flatMap((name) => [name, name.toUpperCase()])
			.flatMap((name) => {
				const utf8 = [...new TextEncoder().encode(name)];
				return [
					...[mac, dos850, dos437].map((page) => decodeBytes(encodeText(name, page) ?? [], western)),
					...[western, mac, dos850].map((page) => decodeBytes(utf8, page)),
					name.replaceAll(/[^\0-\x7f]/g, '?'),
				];
			})
			.filter((name) => name !== '')
			.map((name) => ({name, field})),
	);
}
