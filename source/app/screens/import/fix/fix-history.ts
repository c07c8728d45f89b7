import {type Fixes, noFixes} from '../../../../csv/fixes.ts';

/** Fixes as they were, and what was done then. */
type FixStep = {readonly label: string; readonly fixes: Fixes};

/** What a person has put right in the rows of a file, and the steps to there: each can be undone, and done again. */
export type FixHistory = {
	readonly fixes: Fixes;
	readonly undo: readonly FixStep[];
	readonly redo: readonly FixStep[];
};

/** Nothing was put right yet. */
export const nothingFixed: FixHistory = {fixes: noFixes, undo: [], redo: []};

/** The history with other fixes. The label names what was done, without any value of a secret or a PIN. */
export function addStep({fixes: before, undo}: FixHistory, label: string, fixes: Fixes): FixHistory {
	return {fixes, undo: [...undo, {label, fixes: before}], redo: []};
}

/** The history one step back, and what was undone; undefined where nothing can be. */
export function undoStep({fixes, undo, redo}: FixHistory): readonly [FixHistory, label: string] | undefined {
	const last = undo.at(-1);
	if (last === undefined) return undefined;
	const again = [...redo, {label: last.label, fixes}];
	return [{fixes: last.fixes, undo: undo.slice(0, -1), redo: again}, last.label];
}

/** The history one step on again, and what was done again; undefined where nothing can be. */
export function redoStep({fixes, undo, redo}: FixHistory): readonly [FixHistory, label: string] | undefined {
	const last = redo.at(-1);
	if (last === undefined) return undefined;
	const back = [...undo, {label: last.label, fixes}];
	return [{fixes: last.fixes, undo: back, redo: redo.slice(0, -1)}, last.label];
}
