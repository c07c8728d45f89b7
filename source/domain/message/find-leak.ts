import {isExact, type StoredField} from '../field.ts';
import {storedFields} from '../field-lists.ts';
import type {User} from '../user.ts';
import type {Placeholder} from './placeholders.ts';
import type {FilledPiece} from './template.ts';

/** What no message may hold: the passwords of a user, and the PINs. */
export const leakFields: readonly StoredField[] = storedFields.filter(
	(field) => field.kind === 'pin' || isExact(field),
);

/** A password or PIN of a user in a text, and whether the author of the text has written it there. */
export type Leak = {readonly field: StoredField; readonly isWritten: boolean};

/** Characters from which on a secret is looked for: what is shorter is in every text by chance. */
const leastWord = 4;
/** Characters from which on it is found in the middle of words, and in numbers and links, too. */
const leastPart = 8;

/**
 * Looks for the user's own passwords and PINs in a filled text (rules.md 5.10).
 *
 * @param isOurs whether the text is the one that usersheet has: then only what is put into it is looked at
 */
export function findLeak(pieces: readonly FilledPiece[], user: User, isOurs: boolean): Leak | undefined {
	const written = isOurs
		? noText
		: readWritten(pieces.map(({text, placeholder}) => (placeholder === undefined ? text : '\n')).join(''));
	for (const field of leakFields) {
		const secret = user[field.key].normalize('NFKC').trim();
		if (secret.length < leastWord) continue;
		if (holdsWord(written.text, secret) || written.digits.has(secret)) return {field, isWritten: true};
		const inValue = pieces.some(
			({text, placeholder}) =>
				placeholder !== undefined &&
				secret.length >= leastIn(text, placeholder) &&
				holdsWord(text.normalize('NFKC'), secret),
		);
		if (inValue) return {field, isWritten: false};
	}
	return undefined;
}

/** Numbers and links have digits that may be those of a PIN by chance, and a login ID is a number at many sites. */
function leastIn(text: string, {kind}: Placeholder): number {
	return kind === 'text' && !/^[\d\s()+*#./-]*$/.test(text) ? leastWord : leastPart;
}

/** A short secret must be there as a whole word: "4711" is not in "14711", but in "PIN:4711". */
function holdsWord(text: string, secret: string): boolean {
	for (let at = text.indexOf(secret); at !== -1; at = text.indexOf(secret, at + 1)) {
		if (secret.length >= leastPart) return true;
		const [before, after] = [text.slice(0, at), text.slice(at + secret.length)];
		if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) return true;
	}
	return false;
}

/** What the author of a text has written: the text, and all digits in it that are next to each other or in groups. */
type Written = {readonly text: string; readonly digits: ReadonlySet<string>};

const noText: Written = {text: '', digits: new Set()};

/** One text is looked at for many users. */
let known: {readonly text: string; readonly written: Written} = {text: '', written: noText};

function readWritten(text: string): Written {
	if (known.text === text) return known.written;
	const normal = text.normalize('NFKC');
	const written = {text: normal, digits: findDigits(normal)};
	known = {text, written};
	return written;
}

/** Groups of a PIN that is written in groups: more are not looked at. */
const mostGroups = 20;

/** "48 29 13" and "4-8-2-9-1-3" tell a PIN, too: the digits of every few groups that follow each other. */
function findDigits(text: string): ReadonlySet<string> {
	const found = new Set<string>();
	for (const [row] of text.matchAll(/\d+(?:[ .-]\d+)*/g)) {
		const groups = row.split(/[ .-]/);
		for (const first of groups.keys()) {
			let joined = '';
			for (const group of groups.slice(first, first + mostGroups)) {
				joined += group;
				found.add(joined);
			}
		}
	}
	return found;
}
