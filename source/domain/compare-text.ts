const ascii = /^[\0-\x7f]*$/;
/** Composed letters, each of which is one small letter: all of Western Europe but ß. */
const simple = /^[\0-\x7f\xc0-\xde\xe0-\xff]*$/;

/**
 * One text for all spellings of a name that are equal: without case and outer space, and however its letters are composed.
 * Accents count. `ß` is "ss", the Greek final sigma is a sigma, and the four letters i of Turkish are one, as it cannot be known
 * in whose language a name was put into capitals. For comparing only: values are stored and shown as they are.
 */
export function equalityKey(text: string): string {
	return foldCase(text.trim());
}

/** One text for all spellings of a name of ours that a person types: "first-name", "First name" and "firstName" are one name. */
export function nameKey(name: string): string {
	return equalityKey(name).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** An {@link equalityKey} with the outer space, for text that goes on: the beginning of a name that is being typed. */
export function foldCase(text: string): string {
	if (isFolded(text)) return text;
	if (simple.test(text)) return text.toLowerCase();
	// By way of capitals: ß, ligatures and the long s have no other form in common with the letters they are made of.
	return text
		.normalize('NFD')
		.toLowerCase()
		.toUpperCase()
		.toLowerCase()
		.replaceAll('i\u0307', 'i')
		.replaceAll('ς', 'σ')
		.normalize('NFC');
}

/** Whether a text is ASCII without capitals, as most values are: a look at each character takes a third of the time of the expressions. */
function isFolded(text: string): boolean {
	for (let index = 0; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		if (code > 127 || (code >= 65 && code <= 90)) return false;
	}
	return true;
}

/**
 * A text as a filter looks through it: without case, accents folded, and once more with German and Scandinavian letters
 * spelt out where there are any, so that `muller`, `mueller` and `müller` all find "Müller".
 */
export function searchText(text: string): string {
	return findSpellings(text).join('\n');
}

/** The test of a {@link searchText}: whether a word is in it, in any of its spellings. */
export function compileWord(word: string): (searched: string) => boolean {
	const spellings = findSpellings(word);
	return (searched) => spellings.some((spelling) => searched.includes(spelling));
}

/**
 * The one of some names that is equal to what was typed, or else begins with it, or has a word that does; as a filter compares,
 * without accents.
 *
 * @returns its index, or -1
 */
export function findByBeginning(names: readonly string[], typed: string): number {
	const key = equalityKey(typed);
	if (key === '') return -1;
	const isEqual = (name: string): boolean => equalityKey(name) === key;
	const wanted = findSpellings(typed.trim());
	const begins = (text: string): boolean => wanted.some((spelling) => text.startsWith(spelling));
	const isBeginning = (name: string): boolean => findSpellings(name).some(begins);
	const hasWord = (name: string): boolean =>
		findSpellings(name).some((spelling) => spelling.split(/[^\p{L}\p{N}]+/u).some(begins));
	for (const fits of [isEqual, isBeginning, hasWord]) {
		const index = names.findIndex(fits);
		if (index >= 0) return index;
	}
	return -1;
}

type Spellings = {readonly plain: string; readonly spelt: string};

/** Letters that are no ASCII, with the one before, which an accent may belong to. */
const foreign = /[\0-\x7f]?[^\0-\x7f]+/g;

/** One spelling, or two: "muller" and "mueller". */
function findSpellings(text: string): readonly string[] {
	const lower = text.toLowerCase();
	if (ascii.test(lower)) return [lower];
	const plain = lower.replaceAll(foreign, (part) => findSpelling(part).plain);
	const spelt = lower.replaceAll(foreign, (part) => findSpelling(part).spelt);
	return spelt === plain ? [plain] : [plain, spelt];
}

/** Names share their letters, and finding out about one costs more than the rest of a user: it is done once. */
const known = new Map<string, Spellings>();
const mostKnown = 10_000;

function findSpelling(part: string): Spellings {
	const before = known.get(part);
	if (before !== undefined) return before;
	const folded = foldCase(part);
	const spellings = {
		plain: foldAccents(folded),
		spelt: foldAccents(folded.replaceAll(/[äöüåø]/g, (letter) => speltOut[letter] ?? letter)),
	};
	if (known.size >= mostKnown) known.clear();
	known.set(part, spellings);
	return spellings;
}

const speltOut: Readonly<Record<string, string>> = {ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe'};

/** Letters with a stroke or joined ones, which are no letter with an accent to Unicode. */
const basic: Readonly<Record<string, string>> = {
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ł: 'l',
	ħ: 'h',
	ŧ: 't',
	ŋ: 'n',
};

function foldAccents(folded: string): string {
	return folded
		.normalize('NFKD')
		.replaceAll(/[\u0300-\u036f]/g, '')
		.replaceAll(/[æœøđðþłħŧŋ]/g, (letter) => basic[letter] ?? letter);
}
