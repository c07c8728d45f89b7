import type {Finding} from '../../problem.ts';
import {type Point, patternPoints} from './pattern-points.ts';

/** All points that matching may have come to after some characters. */
type Stage = {
	readonly reading: readonly (Point & {readonly kind: 'read'})[];
	readonly isFound: boolean;
	readonly isFoundAtEnd: boolean;
	/** The stages after a character, as far as they have been needed. */
	readonly next: Map<number, Stage>;
};

/** Stages that are kept: they bound memory. */
const mostStages = 1000;

/**
 * The test whether a regular expression is found in a text, without case. All ways through the pattern are followed at once,
 * so that each character is read once: no pattern can hang, as those of JavaScript do for `(a+)+$`. It has no
 * back references and does not look ahead, which that rules out.
 */
export function compilePattern(source: string): ((text: string) => boolean) | Finding {
	const entry = patternPoints(source, false);
	return 'code' in entry ? entry : createMatcher(entry);
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
