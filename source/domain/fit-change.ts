import type {Change, Conflict} from './change.ts';
import {fitAdded, fitRemoved, fitUpdated} from './fit-users.ts';
import {mergeProfiles, mergeSettings} from './merge-parts.ts';
import type {Sheet} from './sheet.ts';

/** A change made to fit a newer sheet, and what it collided with there. */
export type Rebased = {
	readonly change: Change;
	readonly conflicts: readonly Conflict[];
};

/**
 * The same change for a sheet that somebody else has changed since.
 *
 * Changes to different fields merge. Where both changed the same field the conflict is reported, and the newer change wins
 * unless theirs are preferred, as an undo does. Users that the other one removed stay removed, and are reported. New users
 * get new IDs where theirs were given to others meanwhile.
 *
 * @param nextIdThen the sheet's next ID when the change was made: users in it with an ID from there on are new
 * @param current the sheet as it is now
 */
export function fitChange(
	change: Change,
	nextIdThen: number,
	current: Sheet,
	prefer: 'mine' | 'theirs' = 'mine',
): Rebased {
	const conflicts: Conflict[] = [];
	const users = {
		added: fitAdded(change, nextIdThen, current),
		updated: fitUpdated(change.updated, current.users, prefer, conflicts),
		removed: fitRemoved(change.removed, current.users, prefer, conflicts),
	};
	return {
		change: {
			...change,
			...users,
			...(change.profiles === undefined
				? {}
				: {
						profiles: [current.profiles, mergeProfiles(change.profiles, current.profiles)] as const,
					}),
			...(change.settings === undefined
				? {}
				: {settings: [current.settings, mergeSettings(change.settings, current.settings)] as const}),
		},
		conflicts,
	};
}
