import type {Finding} from '../../problem.ts';
import {type PatternNode, parsePattern} from './parse-pattern.ts';

/** A point that matching has come to: it reads a character that fits, or goes on in several ways, or is at the end. */
export type Point =
	| {readonly kind: 'read'; readonly test: (code: number) => boolean; readonly next: Point}
	| {readonly kind: 'edge'; readonly edge: 'start' | 'end'; readonly next: Point}
	| {readonly kind: 'fork'; readonly ways: readonly Point[]}
	| {readonly kind: 'found'};

/** Points of one pattern: they bound time and memory. */
const mostPoints = 200;

class TooLarge extends Error {}

/**
 * The point where matching a regular expression begins, or what is wrong with the pattern.
 *
 * @param isCased whether capitals and small letters differ; otherwise texts come in small letters
 */
export function patternPoints(source: string, isCased: boolean): Point | Finding {
	const tree = parsePattern(source, isCased);
	if (!('kind' in tree)) return tree;
	try {
		return joinPoints(tree);
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
