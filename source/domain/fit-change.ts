import {applyChange} from './apply-change.ts';
import {type Change, fitsUser, isSameUser} from './change.ts';
import type {Conflict} from './conflict.ts';
import {fitParts} from './fit-parts.ts';
import {fitAdded, fitRemoval, fitUpdate, type Preference} from './fit-users.ts';
import {isSameProfiles} from './profiles/profile-fields.ts';
import {dropsProfile, withFollowers} from './profiles/renamed-profile.ts';
import {isSameSettings} from './setting-fields.ts';
import {type Sheet, userFinder} from './sheet.ts';

/** A change made to fit a newer sheet, and what it collided with there. */
export type Rebased = {
	readonly change: Change;
	readonly conflicts: readonly Conflict[];
};

/**
 * The same change for a sheet that others have changed since. Revisions are not trusted: after a backup was put back another
 * state may have the same number, and an undo may be older than the sheet that it is applied to. Only what the change touches
 * is looked at.
 *
 * Changes to different values merge. Where both changed the same value of a user, a profile or the settings, the conflict is
 * reported, and the newer change wins unless theirs are preferred, as an undo does. Users and profiles that the other one
 * removed stay removed, and are reported. New users get new IDs where theirs were given to others meanwhile.
 *
 * @param nextIdThen the sheet's next ID when the change was made: users in it with an ID from there on are new
 * @param current the sheet as it is now
 */
export function fitChange(
	change: Change,
	nextIdThen: number,
	current: Sheet,
	prefer: Preference = 'mine',
): Rebased {
	if (isMadeFor(change, nextIdThen, current)) return {change, conflicts: []};
	const conflicts: Conflict[] = [];
	const find = userFinder(current.users);
	const {profiles: _, settings: __, withdrawn: ___, ...rest} = change;
	const fitted = {
		...rest,
		updated: change.updated.flatMap((update) => fitUpdate(update, find(update.id), prefer, conflicts) ?? []),
		added: fitAdded(change, nextIdThen, current),
		removed: change.removed.flatMap((user) => {
			const now = find(user.id);
			return fitRemoval(user, now, prefer, conflicts) ? [now] : [];
		}),
	};
	const whole = withFollowers(fitted, change, current);
	const users = () => applyChange(current, whole).users;
	return {change: {...whole, ...fitParts(change, users, current, prefer, conflicts)}, conflicts};
}

/** Whether the users that a change updates and removes are in the sheet as it expects them, and those that it adds are not. */
export function fitsUsers({added, updated, removed}: Change, sheet: Sheet): boolean {
	const find = userFinder(sheet.users);
	return (
		updated.every((update) => {
			const user = find(update.id);
			return user !== undefined && fitsUser(update, user);
		}) &&
		removed.every((user) => {
			const stored = find(user.id);
			return stored !== undefined && isSameUser(stored, user);
		}) &&
		added.every(({id}) => find(id) === undefined)
	);
}

function isMadeFor(change: Change, nextIdThen: number, sheet: Sheet): boolean {
	const {added, profiles, settings, withdrawn} = change;
	return (
		added.every(({id}) => id < nextIdThen || id >= sheet.nextId) &&
		fitsUsers(change, sheet) &&
		!dropsProfile(change) &&
		withdrawn === undefined &&
		(profiles === undefined || isSameProfiles(profiles[0], sheet.profiles)) &&
		(settings === undefined || isSameSettings(settings[0], sheet.settings))
	);
}
