import {type Languages, languagesOfWord} from './alphabet.ts';

/** What is between white space, digits and the punctuation of ASCII. */
const words = /[^\s\0-@[-`{-\x7f]+/gu;
const ascii = /^[\0-\x7f]*$/;

/** What may stand before or behind a word, or joins two: quotes, apostrophes, `Mª`, `N°`, `Acme™`, `¿Qué`, `Gal·la`. */
const before = /^[‘’‚“”„«»‹›¿¡´]+/u;
const behind = /[‘’“”«»‹›´…ªº°™®©†–—]+$/u;
const between = /(?<=\p{L})[’‘ʼ´·](?=\p{L})|(?<=\p{L})[–—](?=\p{Lu})|\p{Cf}|[\u0300-\u0331]/gu;

/** Anything but a letter, and the accents that stand alone. */
const symbol = /[^\p{L}\p{M}]|[\u02c6-\u02df]/u;
/** A capital beyond ASCII inside a word, as in `RenŽ` and `JŸrgen`, but not in `DeÁngelis` and `hÉigeartaigh`. */
const innerCapital = /(?<=\p{L})(?![A-Z])\p{Lu}(?=\p{Ll})|(?<=\p{Ll})(?![A-Z])\p{Lu}/u;
const particle = /^(?:\p{Ll}{1,2}|Mc|Mac|Nic|D[aeiou]|L[aeio]|El|Al|Fitz|Van|Von|Ben)(?=\p{Lu}\p{Ll})/u;
const scripts = [
	/\p{Script=Latin}/u,
	/\p{Script=Cyrillic}/u,
	/\p{Script=Greek}/u,
	/[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u,
];

/** The words of a text that have more than ASCII letters, in one Unicode form. */
export function findForeignWords(text: string): readonly string[] {
	if (ascii.test(text)) return [];
	return (text.normalize('NFC').match(words) ?? []).filter((word) => !ascii.test(word));
}

/** Whether no name is written so: with symbols or capitals inside, or letters of two scripts. */
export function isMalformed(word: string): boolean {
	const bare = bareWord(word);
	return (
		symbol.test(bare) ||
		innerCapital.test(bare.replace(particle, '')) ||
		scripts.filter((script) => script.test(bare)).length > 1
	);
}

/** The languages that a word may be in, none if it is malformed. */
export function judgeWord(word: string): Languages {
	return isMalformed(word) ? 0 : languagesOfWord(bareWord(word));
}

/** How many words of a text are in no language. */
export function countBroken(text: string): number {
	return findForeignWords(text).reduce((sum, word) => sum + (judgeWord(word) === 0 ? 1 : 0), 0);
}

function bareWord(word: string): string {
	return /\p{L}/u.test(word) ? word.replace(before, '').replace(behind, '').replaceAll(between, '') : '';
}
