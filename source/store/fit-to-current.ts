import {type Change, isSameUser} from '../domain/change.ts';
import {fitChange, type Rebased} from '../domain/fit-change.ts';
import {type Sheet, userFinder} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';
import {isSameProfiles, isSameSettings} from './same-sheet.ts';

/**
 * The change as it fits the sheet on disk. Revisions are not trusted: after a backup was put back another state may bear
 * the same number, and an undo may be older than the sheet that it is applied to. Only what the change touches is looked at.
 */
export function fitToCurrent(
	change: Change,
	base: Sheet,
	current: Sheet,
	prefer: 'mine' | 'theirs',
): Rebased {
	if (isMadeFor(change, base.nextId, current)) return {change, conflicts: []};
	return fitChange(change, base.nextId, current, prefer);
}

/** Whether what the change replaces or removes is what the sheet holds, and the IDs that it gives were never given before. */
function isMadeFor(change: Change, nextIdThen: number, sheet: Sheet): boolean {
	const find = userFinder(sheet.users);
	const isStored = (user: User): boolean => {
		const stored = find(user.id);
		return stored !== undefined && isSameUser(stored, user);
	};
	return (
		change.added.every(({id}) => (id < nextIdThen || id >= sheet.nextId) && find(id) === undefined) &&
		change.updated.every(([before]) => isStored(before)) &&
		change.removed.every(isStored) &&
		(change.profiles === undefined || isSameProfiles(change.profiles[0], sheet.profiles)) &&
		(change.settings === undefined || isSameSettings(change.settings[0], sheet.settings))
	);
}
