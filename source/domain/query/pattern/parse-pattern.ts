import type {Finding} from '../../problem.ts';

/** A regular expression as a tree. */
export type PatternNode =
	| {readonly kind: 'character'; readonly test: (code: number) => boolean}
	| {readonly kind: 'edge'; readonly edge: 'start' | 'end'}
	| {readonly kind: 'chain' | 'choice'; readonly nodes: readonly PatternNode[]}
	| {readonly kind: 'repeat'; readonly node: PatternNode; readonly least: number; readonly most: number};

/** Why a pattern cannot be followed; only the parser throws and catches it. */
class PatternError extends Error {}

/**
 * The tree of a pattern, or what is wrong with it.
 *
 * @param isCased whether capitals and small letters differ; otherwise texts are compared in small letters
 */
export function parsePattern(source: string, isCased = false): PatternNode | Finding {
	const characters = [...source.normalize('NFC')];
	let place = 0;
	try {
		const node = parseChoice();
		if (place < characters.length) throw new PatternError('A ) has no ( before it.');
		return node;
	} catch (error) {
		if (!(error instanceof PatternError)) throw error;
		return {code: 'query-pattern', message: error.message, short: 'Not a regular expression'};
	}

	function parseChoice(): PatternNode {
		const nodes = [parseChain()];
		while (take('|')) nodes.push(parseChain());
		return {kind: 'choice', nodes};
	}

	function parseChain(): PatternNode {
		const nodes: PatternNode[] = [];
		for (;;) {
			const next = characters[place];
			if (next === undefined || next === '|' || next === ')') return {kind: 'chain', nodes};
			nodes.push(parseRepeats(parseAtom()));
		}
	}

	function parseRepeats(atom: PatternNode): PatternNode {
		const counts = takeCounts();
		if (counts === undefined) return atom;
		// A lazy one finds the same texts.
		take('?');
		if (takeCounts() !== undefined) throw new PatternError('Two repeat signs follow one another.');
		const [least, most] = counts;
		return {kind: 'repeat', node: atom, least, most};
	}

	function takeCounts(): readonly [number, number] | undefined {
		if (take('*')) return [0, Number.POSITIVE_INFINITY];
		if (take('+')) return [1, Number.POSITIVE_INFINITY];
		if (take('?')) return [0, 1];
		const braces = /^\{(\d{1,3})(,(\d{1,3})?)?\}/.exec(characters.slice(place, place + 9).join(''));
		if (braces === null) return undefined;
		place += braces[0].length;
		const least = Number(braces[1]);
		const most = braces[2] === undefined ? least : Number(braces[3] ?? Number.POSITIVE_INFINITY);
		if (most < least) throw new PatternError('The numbers in braces are in the wrong order.');
		return [least, most];
	}

	function parseAtom(): PatternNode {
		if (take('^')) return {kind: 'edge', edge: 'start'};
		if (take('$')) return {kind: 'edge', edge: 'end'};
		if (take('.')) return {kind: 'character', test: () => true};
		if (take('(')) return parseGroup();
		if (take('[')) return {kind: 'character', test: parseClass()};
		if (take('\\')) return {kind: 'character', test: parseEscape()};
		const next = takeOne('');
		if ('*+?'.includes(next)) throw new PatternError(`There is nothing before the ${next} to be repeated.`);
		return {kind: 'character', test: isLetter(next, isCased)};
	}

	function parseGroup(): PatternNode {
		if (take('?') && !take(':')) throw new PatternError('Groups that begin with (? are not possible here.');
		const node = parseChoice();
		if (!take(')')) throw new PatternError('A ( has no ) after it.');
		return node;
	}

	function parseClass(): (code: number) => boolean {
		const isNot = take('^');
		const tests: ((code: number) => boolean)[] = [];
		for (let isFirst = true; isFirst || !take(']'); isFirst = false) {
			const from = takeOne('A [ has no ] after it.');
			if (from === '\\') {
				tests.push(parseEscape());
				continue;
			}
			const isRange = characters[place] === '-' && characters[place + 1] !== ']';
			if (isRange) place += 1;
			tests.push(
				isRange ? isBetween(from, takeOne('A [ has no ] after it.'), isCased) : isLetter(from, isCased),
			);
		}
		return isNot ? (code) => !tests.some((test) => test(code)) : (code) => tests.some((test) => test(code));
	}

	function parseEscape(): (code: number) => boolean {
		const letter = takeOne('A \\ is the last character.');
		const set = sets[letter.toLowerCase()];
		if (set !== undefined) {
			const isIn = (code: number): boolean => set.test(String.fromCodePoint(code));
			return letter === letter.toLowerCase() ? isIn : (code) => !isIn(code);
		}
		if (/[\p{L}\p{N}]/u.test(letter)) throw new PatternError(`\\${letter} is not possible here.`);
		return isLetter(letter, isCased);
	}

	function take(character: string): boolean {
		if (characters[place] !== character) return false;
		place += 1;
		return true;
	}

	function takeOne(missing: string): string {
		const next = characters[place];
		if (next === undefined) throw new PatternError(missing);
		place += 1;
		return next;
	}
}

/** `\d`, `\s`, `\w`, and with capitals everything else. */
const sets: Readonly<Record<string, RegExp>> = {d: /\d/, s: /\s/, w: /[\p{L}\p{M}\p{N}_]/u};

function isLetter(letter: string, isCased: boolean): (code: number) => boolean {
	const wanted = (isCased ? letter : letter.toLowerCase()).codePointAt(0);
	return (code) => code === wanted;
}

/** Texts in small letters are also tried in capitals: the ends of a range may be capitals. */
function isBetween(from: string, to: string, isCased: boolean): (code: number) => boolean {
	const [first = 0, last = 0] = [from, to].map((end) => end.codePointAt(0));
	if (last < first) throw new PatternError('The ends of a range are in the wrong order.');
	const isIn = (code: number): boolean => code >= first && code <= last;
	if (isCased) return isIn;
	return (code) => isIn(code) || isIn(String.fromCodePoint(code).toUpperCase().codePointAt(0) ?? 0);
}
