import type {DOMElement} from 'ink';
import {createContext, type RefObject, useContext, useLayoutEffect, useRef} from 'react';
import type {PointedAt} from '../../app/terminal-message.ts';

/** Something drawn that a mouse can point at: where it lies is asked of what is drawn, so that it is known in one place. */
type PointerTarget = {
	readonly box: RefObject<DOMElement | null>;
	/** What is in a cell of it, counted from its upper left corner; the lines above it have negative numbers. */
	find(row: number, column: number): PointedAt | undefined;
};

/** Everything that a mouse can point at. */
export type Targets = Set<PointerTarget>;

/** Where the screen that has the keys puts its own; below a panel there is none: the panel has the mouse, too. */
export const PointerTargets = createContext<Targets | undefined>(undefined);

/** Lets the mouse point at what is drawn in the box that gets this reference. */
export function usePointerTarget(find: PointerTarget['find']): RefObject<DOMElement | null> {
	const box = useRef<DOMElement>(null);
	const targets = useContext(PointerTargets);
	useLayoutEffect(() => {
		const target = {box, find};
		targets?.add(target);
		return () => {
			targets?.delete(target);
		};
	}, [targets, find]);
	return box;
}

/** What is drawn in a cell of the screen. */
export function findPointedAt(targets: Targets, row: number, column: number): PointedAt | undefined {
	for (const {box, find} of targets) {
		const place = placeOf(box.current);
		const found = find(row - place.row, column - place.column);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The upper left corner of a box on the screen. */
function placeOf(box: DOMElement | null): {readonly row: number; readonly column: number} {
	let [row, column] = [0, 0];
	for (let node = box ?? undefined; node !== undefined; node = node.parentNode) {
		row += node.yogaNode?.getComputedTop() ?? 0;
		column += node.yogaNode?.getComputedLeft() ?? 0;
	}
	return {row, column};
}
