import {type Change, fitChange, type Rebased} from '../domain/change.ts';
import {findUser, type Sheet} from '../domain/sheet.ts';
import {isSameProfiles, isSameSheet, isSameUser} from './same-sheet.ts';

/**
 * The change as it fits the sheet on disk. Revisions are not trusted: after a backup was put back another state may bear
 * the same number, and an undo may be older than the sheet that it is applied to.
 */
export function fitToCurrent(
	change: Change,
	base: Sheet,
	current: Sheet,
	prefer: 'mine' | 'theirs',
): Rebased {
	if (isSameSheet(base, current) && isMadeFor(change, current)) return {change, conflicts: []};
	return fitChange(change, base.nextId, current, prefer);
}

/** Whether what the change replaces or removes is what the sheet holds, and the IDs that it gives are free. */
function isMadeFor(change: Change, sheet: Sheet): boolean {
	return (
		change.added.every((user) => findUser(sheet, user.id) === undefined) &&
		[...change.updated.map(([before]) => before), ...change.removed].every((user) => {
			const stored = findUser(sheet, user.id);
			return stored !== undefined && isSameUser(stored, user);
		}) &&
		(change.profiles === undefined || isSameProfiles(change.profiles[0], sheet.profiles))
	);
}
