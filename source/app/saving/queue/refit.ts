import {applyChange} from '../../../domain/apply-change.ts';
import type {Change} from '../../../domain/change.ts';
import {fitChange} from '../../../domain/fit-change.ts';
import {changeWithIds, type GivenIds} from './follow-ids.ts';
import type {Queue} from './queue.ts';

/** A queue on another stored sheet. */
export type Refitted<Q extends Queue> = {
	readonly queue: Q;
	/** What has become of the IDs of new users; undefined where the sheet that is shown is the one of before. */
	readonly ids: GivenIds | undefined;
};

/**
 * What still waits, on a sheet that others have changed too: new users may have other IDs than they were expected to get.
 *
 * @param known what has become of IDs already
 * @param committed the change that the store has just made: it has its IDs
 */
export function refit<Q extends Queue>(
	queue: Q,
	known: GivenIds = new Map(),
	committed?: Change,
): Refitted<Q> {
	const ids = new Map(known);
	let sheet = queue.stored;
	const renumbered = new Map<Change, Change>();
	const pending = queue.pending.map((entry) => {
		const {change, origin} = entry;
		const {nextId} = sheet;
		const followed = changeWithIds(change, ids);
		// Users who come back have been there before: their IDs are theirs.
		const nextIdThen = change.added.some(({id}) => id < entry.nextId) ? nextId : entry.nextId;
		// Until the store has answered, a value is shown as it was set here; an undo never takes what is not its own.
		const fitted = fitChange(followed, nextIdThen, sheet, origin.from === 'undo' ? 'theirs' : 'mine').change;
		sheet = applyChange(sheet, fitted);
		noteGivenIds(ids, change, fitted);
		const next = changeWithIds(change, ids);
		renumbered.set(change, next);
		return {...entry, change: next, nextId};
	});
	const follow = (change: Change): Change =>
		change === committed ? change : (renumbered.get(change) ?? changeWithIds(change, ids));
	return {
		queue: {...queue, pending, sheet, undo: queue.undo.map(follow), redo: queue.redo.map(follow)},
		ids,
	};
}

/** Notes where new users did not get the IDs that they were expected to get. */
export function noteGivenIds(ids: Map<number, number | undefined>, expected: Change, given: Change): void {
	if (expected.added === given.added) return;
	for (const [index, user] of expected.added.entries()) {
		const id = given.added[index]?.id ?? user.id;
		if (id !== user.id) ids.set(user.id, id);
	}
}
