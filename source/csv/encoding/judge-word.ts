import {type Languages, languagesOfWord} from './alphabet.ts';

/** What is between white space, digits and the punctuation of ASCII. */
const words = /[^\s\0-@[-`{-\x7f]+/gu;
const ascii = /^[\0-\x7f]*$/;

/** What may be before or behind a word, or joins two: quotes, apostrophes, `Mª`, `N°`, `Acme™`, `¿Qué`, `Gal·la`. */
const before = /^[‘’‚“”„«»‹›¿¡´]+/u;
const behind = /[‘’“”«»‹›´…ªº°™®©†–—]+$/u;
const between = /(?<=\p{L})[’‘ʼ´·](?=\p{L})|(?<=\p{L})[–—](?=\p{Lu})|\p{Cf}|[\u0300-\u0331]/gu;

/** Anything but a letter, and the accents without a letter. */
const symbol = /[^\p{L}\p{M}]|[\u02c6-\u02df]/u;
/** A capital beyond ASCII inside a word, as in `RenŽ` and `JŸrgen`, but not in `DeÁngelis` and `hÉigeartaigh`. */
const innerCapital = /(?<=\p{L})(?![A-Z])\p{Lu}(?=\p{Ll})|(?<=\p{Ll})(?![A-Z])\p{Lu}/u;
const particle = /^(?:\p{Ll}{1,2}|Mc|Mac|Nic|D[aeiou]|L[aeio]|El|Al|Fitz|Van|Von|Ben)(?=\p{Lu}\p{Ll})/u;
/** No word of Greek has a final sigma inside, and none begins so; hardly one of Cyrillic begins so, or has five letters and no vowel: each is mostly the other one. */
const unspoken = /ς(?=\p{L})|^[ΰΐςъьыЪЬЫ]|^(?=\p{Script=Cyrillic}{5})[^аеёиоуыэюяіїєўъАЕЁИОУЫЭЮЯІЇЄЎЪ]+$/u;
const scripts = [
	/\p{Script=Latin}/u,
	/\p{Script=Cyrillic}/u,
	/\p{Script=Greek}/u,
	/[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u,
];

/** What is looked at of a text, in characters: more is no name. */
const mostLength = 1000;

/** The words of a text that have more than ASCII letters, in one Unicode form; none of a text that is too long for a name. */
export function findForeignWords(text: string): readonly string[] {
	if (text.length > mostLength || ascii.test(text)) return [];
	return (text.normalize('NFC').match(words) ?? []).filter((word) => !ascii.test(word));
}

/** Whether no name is written so: with symbols or capitals inside, letters of two scripts, or letters that no word has there. */
export function isMalformed(word: string): boolean {
	const bare = bareWord(word);
	return (
		symbol.test(bare) ||
		unspoken.test(bare) ||
		innerCapital.test(bare.replace(particle, '')) ||
		scripts.filter((script) => script.test(bare)).length > 1
	);
}

/** What was found out about words: names come again and again, and each is judged once for every way of reading it. */
const judged = new Map<string, Languages>();
const mostJudged = 20_000;

/** The languages that a word may be in, none if it is malformed. */
export function judgeWord(word: string): Languages {
	const known = judged.get(word);
	if (known !== undefined) return known;
	const languages = isMalformed(word) ? 0 : languagesOfWord(bareWord(word));
	if (judged.size >= mostJudged) judged.clear();
	judged.set(word, languages);
	return languages;
}

/** How many words of a text are in no language. */
export function countBroken(text: string): number {
	return findForeignWords(text).reduce((sum, word) => sum + (judgeWord(word) === 0 ? 1 : 0), 0);
}

function bareWord(word: string): string {
	return /\p{L}/u.test(word) ? word.replace(before, '').replace(behind, '').replaceAll(between, '') : '';
}
