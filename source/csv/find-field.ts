import type {CsvField} from '../domain/field.ts';
import {csvFields} from '../domain/field-lists.ts';
import {editDistance} from '../domain/profile.ts';
import {listMisreadNames} from './misread-names.ts';

/** Letters of a name that is looked for in one that is longer. */
const shortest = 4;

/** Every name of every field; `part` is how long it must be to be noticed in a longer one, where words like `Nombre` and `Line` mean nothing. */
const names = csvFields.flatMap((field) => [
	...[field.header, ...field.aliases].map((name) => ({
		name: normalizeHeader(name),
		field,
		part: field.role === 'ignored' ? 6 : shortest,
	})),
	...field.foreign
		.flatMap((name) => [name, spellOut(name)])
		.map((name) => ({name: normalizeHeader(name), field, part: Number.POSITIVE_INFINITY})),
]);
const fieldByName = new Map(names.map(({name, field}) => [name, field]));
/** More characters than any header has: nothing longer is looked up, nor compared with the names that there are. */
const longest = 100;

/**
 * The field whose header or alias this is (rules.md 1.2). Case, accents, spaces, hyphens, slashes, quotes and invisible characters do
 * not count, nor does a mark like `*`, `[Required]` or `(text)`, nor a second name in brackets that is of the same field. A name with letters that were read
 * wrongly or lost is one, too.
 */
export function findField(header: string): CsvField | undefined {
	return header.length > longest ? undefined : (findNamedField(header) ?? findMisreadField(header));
}

function findNamedField(header: string): CsvField | undefined {
	const field = fieldByName.get(normalizeHeader(header));
	if (field !== undefined || !/[([{]/.test(header)) return field;
	const {outer, inner} = splitBrackets(header);
	const named = fieldByName.get(normalizeHeader(outer));
	return inner === undefined || fieldByName.get(normalizeHeader(inner)) === named ? named : undefined;
}

/** A header without marks like `(optional)`, and apart from it what is in brackets behind it. */
export function splitBrackets(header: string): {readonly outer: string; readonly inner: string | undefined} {
	const plain = header.replace(requiredMark, '').replace(kindMark, '');
	const {outer = plain, inner} =
		/^(?<outer>.*)[([{](?<inner>[^()[\]{}]*)[)\]}]\s*$/su.exec(plain)?.groups ?? {};
	return {outer, inner};
}

/** Which of its names a field is found by; undefined where the letters of the header are damaged. */
export function nameWay(header: string, field: CsvField): 'exact' | 'alias' | 'foreign' | undefined {
	const written = [header, splitBrackets(header).outer].map(normalizeHeader);
	const isOneOf = (names: readonly string[]): boolean =>
		names.some((name) => written.includes(normalizeHeader(name)));
	if (isOneOf([field.header])) return 'exact';
	if (isOneOf(field.aliases)) return 'alias';
	return isOneOf(field.foreign.flatMap((name) => [name, spellOut(name)])) ? 'foreign' : undefined;
}

let misreadNames: ReadonlyMap<string, CsvField> | undefined;

/** The field whose name this is but for letters that were read wrongly or lost. */
export function findMisreadField(header: string): CsvField | undefined {
	if (header.length > longest || !/[^\0-\x7f]|\?/.test(header)) return undefined;
	if (findNamedField(header) !== undefined) return undefined;
	misreadNames ??= new Map(listMisreadNames().map(({name, field}) => [normalizeHeader(name), field]));
	return misreadNames.get(normalizeHeader(header));
}

/** `[Required]`, `(optional)`, and what follows a second name in brackets in Microsoft's templates: `First name [givenName] Required`. */
const requiredMark =
	/[([{]\s*(?:required|mandatory|optional|pflicht|pflichtfeld|erforderlich|obligatoire|requis|facultatif|obligatorio|requerido|opcional)\s*[)\]}]|(?<=[)\]}])\s*required\s*$/iu;

/** What kind of value a column takes: `(text)`, `[digits]`, `(4-20 digits)`, `(max. 50)`. A bare number says which of several it is. */
const kindMark =
	/[([{]\s*(?:(?:max\.?\s*)?(?:\d+\s*[-–]\s*)?(?:\d+\s*)?(?:text|digits?|numeric|characters|chars|ascii|ziffern|zeichen|stellen|chiffres|caractères|texte|dígitos|caracteres|texto)|max\.?\s*\d+)\s*[)\]}]\s*$/iu;

/** Whether a column has no name to go by. */
export function isEmptyHeader(header: string): boolean {
	return header.trim() === '';
}

/**
 * The field whose name this may be meant to be. It is for asking only: a wrong guess would overwrite data.
 *
 * @param parts whether a name of ours may be a part of it, or it of one, and not only differ in a few letters
 */
export function findNearestField(header: string, {parts} = {parts: true}): CsvField | undefined {
	return findNearest(header, parts)?.field;
}

/** The same with the number of letters in which the names differ. */
export function findNearest(
	header: string,
	parts: boolean,
): {readonly field: CsvField; readonly distance: number} | undefined {
	if (header.length > longest) return undefined;
	const wanted = normalizeHeader(header);
	const [best] = names
		.flatMap(({name, field, part}) => {
			const most = Math.min(wanted.length, name.length) >> 2;
			const isPartOf = parts && isPart(wanted, name, part);
			// Names whose lengths differ by more differ in more letters: most need no comparison.
			if (!isPartOf && Math.abs(wanted.length - name.length) > most) return [];
			const distance = editDistance(wanted, name);
			return isPartOf || distance <= most ? [{field, distance, isPart: isPartOf}] : [];
		})
		.sort((a, b) => Number(b.isPart) - Number(a.isPart) || a.distance - b.distance);
	return best;
}

function isPart(a: string, b: string, least: number): boolean {
	return Math.min(a.length, b.length) >= least && (a.includes(b) || b.includes(a));
}

/**
 * The two headers of fields that this one is, as it has them, where nothing is between them: `Directory NumberPBX SIP user name`.
 * The rows below may have both cells, or both in one. Short names are not looked for: `EmailID` has no `ID` in it.
 */
export function splitRunTogether(header: string): readonly [string, string] | undefined {
	if (header.length > longest || findField(header) !== undefined) return undefined;
	for (let at = shortest; at <= header.length - shortest; at += 1) {
		const [left, right] = [header.slice(0, at), header.slice(at)];
		if (/[^\p{L}\p{N}"]$/u.test(left) || /^[^\p{L}\p{N}"]/u.test(right)) continue;
		if (isLongName(left) && isLongName(right)) return [left, right];
	}
	return undefined;
}

function isLongName(part: string): boolean {
	return normalizeHeader(part).length >= shortest && findField(part) !== undefined;
}

/** Letters and digits only and no accents, so that `E-mail_address` is `email address`, and `Prénom` however it is composed. */
export function normalizeHeader(header: string): string {
	return header
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** A name as it is written without umlauts: `Geraetenummer`. */
function spellOut(name: string): string {
	return name.normalize('NFC').replaceAll(/[äöü]/g, (letter) => `${letter.normalize('NFD')[0] ?? ''}e`);
}
