import type {Finding} from '../../problem.ts';
import {type Point, patternPoints} from './pattern-points.ts';

/** A part of a text, in UTF-16 units. */
export type Span = {readonly start: number; readonly end: number};

/** A letter as it is compared, and the part of the text that it comes from. */
type Letter = Span & {readonly code: number};

/** Places among the letters of a text. */
type Match = {readonly from: number; readonly to: number};

/**
 * All places where a regular expression is found in a text, left to right: of those that begin at the same letter the longest.
 * All ways through the pattern are followed at once, as {@link compilePattern} does.
 */
export function compileFinder(
	source: string,
	isCased: boolean,
): ((text: string) => readonly Span[]) | Finding {
	const entry = patternPoints(source, isCased);
	if ('code' in entry) return entry;
	return (text) => {
		const letters = lettersOf(text, isCased);
		const spans: Span[] = [];
		for (let from = 0; from <= letters.length; ) {
			const match = findFirst(entry, letters, from);
			if (match === undefined) break;
			const start = letters[match.from]?.start ?? text.length;
			spans.push({start, end: match.to > match.from ? (letters[match.to - 1]?.end ?? start) : start});
			from = match.to > match.from ? match.to : match.to + 1;
		}
		return spans;
	};
}

/** The same for a text that is searched as it is: nothing in it has a meaning of its own. */
export function escapePattern(text: string): string {
	return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** In one Unicode form, letter by letter, so that the rest of the text stays as it is. */
function lettersOf(text: string, isCased: boolean): readonly Letter[] {
	const letters: Letter[] = [];
	for (const {0: whole, index} of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
		const composed = whole.normalize('NFC');
		for (const character of isCased ? composed : composed.toLowerCase())
			letters.push({code: character.codePointAt(0) ?? 0, start: index, end: index + whole.length});
	}
	return letters;
}

function findFirst(entry: Point, letters: readonly Letter[], from: number): Match | undefined {
	let best: Match | undefined;
	// Each point with the place where its match began, the earliest ones first.
	let threads = new Map<Point, number>();
	for (let at = from; at <= letters.length; at += 1) {
		if (best === undefined) threads.set(entry, threads.get(entry) ?? at);
		const reached = new Map<Point, number>();
		for (const [point, start] of threads) reach(point, start);
		threads = new Map();
		const code = letters[at]?.code;
		for (const [point, start] of reached) {
			if (best !== undefined && start > best.from) continue;
			if (point.kind === 'found') best = {from: start, to: at};
			else if (point.kind === 'read' && code !== undefined && point.test(code) && !threads.has(point.next))
				threads.set(point.next, start);
		}
		if (best !== undefined && threads.size === 0) return best;

		function reach(point: Point, start: number): void {
			if (reached.has(point)) return;
			reached.set(point, start);
			if (point.kind === 'fork') for (const way of point.ways) reach(way, start);
			const isThere = point.kind === 'edge' && at === (point.edge === 'start' ? 0 : letters.length);
			if (isThere) reach(point.next, start);
		}
	}
	return best;
}
