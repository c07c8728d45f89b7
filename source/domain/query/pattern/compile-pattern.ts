import type {Finding} from '../../problem.ts';
import {type PatternNode, parsePattern} from './parse-pattern.ts';

/** A point that matching has come to: it reads a character that fits, or goes on in several ways, or is at the end. */
type Point =
	| {readonly kind: 'read'; readonly test: (code: number) => boolean; readonly next: Point}
	| {readonly kind: 'edge'; readonly edge: 'start' | 'end'; readonly next: Point}
	| {readonly kind: 'fork'; readonly ways: readonly Point[]}
	| {readonly kind: 'found'};

/** All points that matching may have come to after some characters. */
type Stage = {
	readonly reading: readonly (Point & {readonly kind: 'read'})[];
	readonly isFound: boolean;
	readonly isFoundAtEnd: boolean;
	/** The stages after a character, as far as they have been needed. */
	readonly next: Map<number, Stage>;
};

/** Points of one pattern, and stages that are kept: they bound time and memory. */
const mostPoints = 200;
const mostStages = 1000;

class TooLarge extends Error {}

/**
 * The test whether a regular expression is found in a text, without case. All ways through the pattern are followed at once,
 * so that each character is read once: no pattern can hang, as those of JavaScript do for `(a+)+$`. It has no
 * back references and does not look ahead, which that rules out.
 */
export function compilePattern(source: string): ((text: string) => boolean) | Finding {
	const tree = parsePattern(source);
	if (!('kind' in tree)) return tree;
	try {
		return createMatcher(joinPoints(tree));
	} catch (error) {
		if (!(error instanceof TooLarge)) throw error;
		return {
			code: 'query-pattern',
			message: 'The regular expression is too large.',
			short: 'Too large',
			fix: 'Use fewer or smaller numbers in braces.',
		};
	}
}

function joinPoints(tree: PatternNode): Point {
	let points = 0;
	return join(tree, {kind: 'found'});

	function join(node: PatternNode, next: Point): Point {
		points += 1;
		if (points > mostPoints) throw new TooLarge();
		switch (node.kind) {
			case 'character':
				return {kind: 'read', test: node.test, next};
			case 'edge':
				return {kind: 'edge', edge: node.edge, next};
			case 'chain':
				return node.nodes.reduceRight((after, part) => join(part, after), next);
			case 'choice':
				return {kind: 'fork', ways: node.nodes.map((part) => join(part, next))};
			case 'repeat':
				return joinRepeat(node, next);
		}
	}

	function joinRepeat({node, least, most}: PatternNode & {readonly kind: 'repeat'}, next: Point): Point {
		let after = next;
		if (most === Number.POSITIVE_INFINITY) {
			const ways = [next];
			const loop: Point = {kind: 'fork', ways};
			ways.push(join(node, loop));
			after = loop;
		}
		for (let time = least; time < most && most !== Number.POSITIVE_INFINITY; time += 1)
			after = {kind: 'fork', ways: [next, join(node, after)]};
		for (let time = 0; time < least; time += 1) after = join(node, after);
		return after;
	}
}

function createMatcher(entry: Point): (text: string) => boolean {
	let stages = new Map<string, Stage>();
	const numbers = new Map<Point, number>();
	const first = makeStage([entry], true);
	return (text) => {
		const small = text.normalize('NFC').toLowerCase();
		let stage = first;
		for (let place = 0; place < small.length && !stage.isFound; place += 1) {
			const code = small.codePointAt(place) ?? 0;
			if (code > 0xffff) place += 1;
			stage = stage.next.get(code) ?? goOn(stage, code);
		}
		return stage.isFound || stage.isFoundAtEnd;
	};

	function goOn(stage: Stage, code: number): Stage {
		const points = stage.reading.filter(({test}) => test(code)).map(({next}) => next);
		// A match may begin at any character.
		points.push(entry);
		const next = keepStage(points);
		stage.next.set(code, next);
		return next;
	}

	function keepStage(points: readonly Point[]): Stage {
		const key = [...new Set(points)].map(numberOf).sort().join(',');
		const known = stages.get(key);
		if (known !== undefined) return known;
		if (stages.size >= mostStages) {
			stages = new Map();
			first.next.clear();
		}
		const made = makeStage(points, false);
		stages.set(key, made);
		return made;
	}

	function numberOf(point: Point): number {
		const number = numbers.get(point) ?? numbers.size;
		numbers.set(point, number);
		return number;
	}
}

function makeStage(points: readonly Point[], isStart: boolean): Stage {
	const here = follow(points, isStart, false);
	return {
		reading: here.filter((point) => point.kind === 'read'),
		isFound: here.some(({kind}) => kind === 'found'),
		isFoundAtEnd: follow(points, isStart, true).some(({kind}) => kind === 'found'),
		next: new Map(),
	};
}

/** The points that are reached without reading a character. */
function follow(points: readonly Point[], isStart: boolean, isEnd: boolean): readonly Point[] {
	const reached = new Set(points);
	for (const point of reached) {
		if (point.kind === 'fork') for (const way of point.ways) reached.add(way);
		const isThere = point.kind === 'edge' && (point.edge === 'start' ? isStart : isEnd);
		if (isThere) reached.add(point.next);
	}
	return [...reached];
}
