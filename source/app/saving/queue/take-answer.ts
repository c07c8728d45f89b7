import {type Change, isEmptyChange} from '../../../domain/change.ts';
import type {Conflict} from '../../../domain/conflict.ts';
import type {Sheet} from '../../../domain/sheet.ts';
import {cellName, setCellsOf} from './cells.ts';
import {type GivenIds, namesAny} from './follow-ids.ts';
import {type PendingChange, type Queue, type Refused, undoingChange} from './queue.ts';
import {noteGivenIds, type Refitted, refit} from './refit.ts';

/** What the store has made of a change: the sheet now, what was written, and what others had changed too. */
export type Answer = {
	readonly sheet: Sheet;
	/** Empty when nothing was written. */
	readonly change: Change;
	readonly conflicts: readonly Conflict[];
};

/** The queue after an answer, and what the person should be told. */
export type Taken<Q extends Queue> = Refitted<Q> & {
	/** Conflicts that the person has not decided already, by an undo or a later change. */
	readonly open: readonly Conflict[];
	/** How many of the changes that waited have gone, with the users that they were about. */
	readonly lost: number;
};

/**
 * Takes the oldest change out of the queue when the store has answered.
 *
 * What was written can be taken back as it was written. What was not is kept until the person decides, unless they have
 * done so. Where an import was refused, what was done to users that it would have created goes with it: their IDs may be other
 * people's now.
 */
export function takeAnswer<Q extends Queue>(queue: Q, made: PendingChange, answer: Answer): Taken<Q> {
	const {sheet: stored, change: committed, conflicts} = answer;
	const ids = new Map<number, number | undefined>();
	if (isRefusedImport(made, conflicts)) for (const {id} of made.change.added) ids.set(id, undefined);
	const gone: GivenIds = new Map(ids);
	const waiting = queue.pending.slice(1);
	const pending = waiting.filter(({change}) => !namesAny(change, gone));
	const keep = (change: Change): readonly Change[] => {
		if (change === made.change) return isEmptyChange(committed) ? [] : [committed];
		return namesAny(change, gone) ? [] : [change];
	};
	const undone = undoingChange(queue);
	const open = conflicts.filter(openFinder(queue, made, waiting));
	const refused = refuse(made, committed, open);
	const next = {
		...queue,
		stored,
		pending,
		refused: [...queue.refused, ...refused],
		undo: queue.undo.flatMap(keep),
		redo: queue.redo.flatMap(keep),
		undoing: undone !== undefined && keep(undone).length === 0 ? undefined : queue.undoing,
		quitting: queue.quitting && refused.length === 0,
	};
	const told = {open, lost: waiting.length - pending.length};
	// As it was made: what is shown stays as it is.
	if (committed === made.change && stored.revision === queue.stored.revision + 1) {
		const sheet = pending.length === 0 ? stored : queue.sheet;
		return {queue: {...next, sheet}, ids: undefined, ...told};
	}
	noteGivenIds(ids, made.change, committed);
	return {...refit(next, ids, committed), ...told};
}

function isRefusedImport({origin}: PendingChange, conflicts: readonly Conflict[]): boolean {
	return origin.from === 'import' && conflicts.length > 0;
}

/** Which conflicts the person has not decided yet: not those of a change that they have taken back, or of a value that they have replaced. */
function openFinder(
	queue: Queue,
	{change, origin}: PendingChange,
	waiting: readonly PendingChange[],
): (conflict: Conflict) => boolean {
	if (origin.from !== 'cells' && origin.from !== 'import') return () => true;
	if (!queue.undo.includes(change) || undoingChange(queue) === change) return () => false;
	if (origin.from === 'import') return () => true;
	const replaced = new Set(waiting.flatMap((entry) => setCellsOf(entry.change)).map(cellName));
	const removed = new Set(waiting.flatMap((entry) => entry.change.removed.map(({id}) => id)));
	return (conflict) =>
		conflict.what !== 'user' ||
		conflict.key === undefined ||
		!(removed.has(conflict.id) || replaced.has(cellName(conflict)));
}

/** What waits for the person now. Of a user who is gone there is nothing to decide. */
function refuse(
	{change, origin}: PendingChange,
	committed: Change,
	open: readonly Conflict[],
): readonly Refused[] {
	if (origin.from === 'import') return open.length === 0 ? [] : [{...origin, isAsked: false}];
	if (origin.from !== 'cells') return [];
	const names = new Set(open.map((conflict) => (conflict.what === 'user' ? cellName(conflict) : '')));
	return setCellsOf(change)
		.filter((cell) => names.has(cellName(cell)))
		.map((cell) => ({...cell, from: 'cells', change: committed, isAsked: false}));
}
