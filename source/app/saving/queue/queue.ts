import {applyChange} from '../../../domain/apply-change.ts';
import type {Change} from '../../../domain/change.ts';
import type {Sheet} from '../../../domain/sheet.ts';
import {cellFinder, type SetCell} from './cells.ts';
import type {ImportOrigin, Origin} from './origin.ts';

/** Back to how it was before the last change, or on again to how it was after that. */
export type UndoWay = 'undo' | 'redo';

/** Whether what is on the screen is on the disk. */
export type SaveState =
	| {readonly state: 'saved'}
	| {readonly state: 'saving'}
	| {readonly state: 'failed'; readonly message: string}
	| {readonly state: 'read-only'; readonly message: string};

/** A change on its way to the store. */
export type PendingChange = {
	readonly change: Change;
	readonly origin: Origin;
	/** The sheet's next ID when it was made: users who are added with an ID from there on are new. */
	readonly nextId: number;
};

/** A value that was not written, because others had changed the same. */
export type RefusedCell = SetCell & {
	readonly from: 'cells';
	/** What was written of the change that set it: taking that back decides about this value, too. */
	readonly change: Change;
};

/** What was not written, and waits for the person: a value, or a whole import. */
export type Refused = (RefusedCell | ImportOrigin) & {
	/** Whether the person was asked already, and left it open. */
	readonly isAsked: boolean;
};

/** Changes on their way between screen and store. It knows neither. */
export type Queue = {
	/** As shown: what is stored, and the changes on their way there. */
	readonly sheet: Sheet;
	/** As the store last said. */
	readonly stored: Sheet;
	/** Changes made and not yet stored, oldest first; the first one is being written. */
	readonly pending: readonly PendingChange[];
	/** Oldest first. */
	readonly refused: readonly Refused[];
	/** Who else has changed a value that waits here, and when: see `noteRivals`. */
	readonly rivals: ReadonlyMap<string, string>;
	readonly save: SaveState;
	/** What can be taken back and done again, the last one first to go: pending changes, and committed ones as they were committed. */
	readonly undo: readonly Change[];
	readonly redo: readonly Change[];
	/** While the shell plans an undo or redo of many users: keys wait for it. */
	readonly undoing: UndoWay | undefined;
	/** Whether to quit as soon as everything is saved. */
	readonly quitting: boolean;
};

/** The queue of a sheet that has just been opened. */
export function emptyQueue(sheet: Sheet, save: SaveState): Queue {
	return {
		sheet,
		stored: sheet,
		pending: [],
		refused: [],
		rivals: new Map(),
		save,
		undo: [],
		redo: [],
		undoing: undefined,
		quitting: false,
	};
}

/** Puts a change on the sheet that is shown, and behind those that wait. It decides about refused values that it replaces. */
export function enqueue<Q extends Queue>(queue: Q, change: Change, origin: Origin): Q {
	const {sheet, pending, refused} = queue;
	return {
		...queue,
		sheet: applyChange(sheet, change),
		pending: [...pending, {change, origin, nextId: sheet.nextId}],
		refused: refused.length === 0 ? refused : withoutReplaced(refused, change),
	};
}

function withoutReplaced(refused: readonly Refused[], change: Change): readonly Refused[] {
	const find = cellFinder(change);
	return refused.filter((one) => one.from === 'import' || find(one) === undefined);
}

/** The change that an undo or redo is being planned for. */
export function undoingChange({undoing, undo, redo}: Queue): Change | undefined {
	return undoing === undefined ? undefined : (undoing === 'undo' ? undo : redo).at(-1);
}

/** Lets what the person has left open be asked again. */
export function askAgain<Q extends Queue>(queue: Q): Q {
	return {...queue, refused: queue.refused.map((one) => ({...one, isAsked: false}))};
}
