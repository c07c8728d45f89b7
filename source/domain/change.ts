import {changeUsers} from './change-users.ts';
import {type FieldKey, fieldKeys} from './field.ts';
import {fitAdded, fitRemoved, fitUpdated} from './fit-users.ts';
import {mergeProfiles, mergeSettings} from './merge-parts.ts';
import type {Profile} from './profile.ts';
import type {Settings, Sheet} from './sheet.ts';
import type {User} from './user.ts';

/**
 * The one way in which a sheet changes: a cell edit, a form, a bulk PIN, an import, an undo. It is what a preview shows,
 * what the store commits and what history keeps. Users are found by ID; a user stands in at most one of the lists.
 */
export type Change = {
	/** What the person did, for undo and history: "Edit Email address of Ann Archer". Never holds a secret or a PIN. */
	readonly label: string;
	readonly added: readonly User[];
	readonly updated: readonly (readonly [before: User, after: User])[];
	readonly removed: readonly User[];
	readonly profiles?: readonly [before: readonly Profile[], after: readonly Profile[]];
	readonly settings?: readonly [before: Settings, after: Settings];
	/** IDs below it were given out in the sheet that a backup holds, and must not be given again. */
	readonly nextId?: number;
};

/** Where two administrators changed the same field of the same user, or one removed whom the other changed. */
export type Conflict = {
	readonly user: User;
	/** The field that both changed, or undefined where one of them removed the user. */
	readonly key?: FieldKey;
};

/** A change made to fit a newer sheet, and what it collided with there. */
export type Rebased = {
	readonly change: Change;
	readonly conflicts: readonly Conflict[];
};

/** A change with nothing in it, to be spread. */
export function emptyChange(label: string): Change {
	return {label, added: [], updated: [], removed: []};
}

/** Whether applying it would leave the sheet as it is. */
export function isEmptyChange(change: Change): boolean {
	return countUsers(change) === 0 && change.profiles === undefined && change.settings === undefined;
}

/** How many users a change touches. */
export function countUsers(change: Change): number {
	return change.added.length + change.updated.length + change.removed.length;
}

/** Whether a change touches so many users that keys are served while it is planned and written. */
export function isBulk(change: Change): boolean {
	return countUsers(change) > 1000;
}

/** A change of one user; empty when nothing differs. */
export function updateChange(label: string, before: User, after: User): Change {
	return {
		...emptyChange(label),
		updated: isChanged(before, after) ? [[before, after]] : [],
	};
}

/** The stored fields in which two versions of a user differ. */
export function changedFields(before: User, after: User): readonly FieldKey[] {
	return before === after ? [] : fieldKeys.filter((key) => before[key] !== after[key]);
}

/** Whether two versions of a user differ in any stored field. */
export function isChanged(before: User, after: User): boolean {
	if (before === after) return false;
	for (const key of fieldKeys) if (before[key] !== after[key]) return true;
	return false;
}

/** Whether two versions of a user hold the same: ID, origin and every stored field. */
export function isSameUser(a: User, b: User): boolean {
	return a === b || (a.id === b.id && a.origin === b.origin && !isChanged(a, b));
}

/** The sheet after the change, one revision on. The change must have been made for this very sheet: see {@link fitChange}. */
export function applyChange(sheet: Sheet, change: Change): Sheet {
	let nextId = Math.max(sheet.nextId, change.nextId ?? 0);
	for (const {id} of change.added) nextId = Math.max(nextId, id + 1);
	return {
		users: changeUsers(sheet.users, change),
		profiles: change.profiles?.[1] ?? sheet.profiles,
		settings: change.settings?.[1] ?? sheet.settings,
		nextId,
		revision: sheet.revision + 1,
	};
}

/** The change that takes this one back. */
export function invertChange(change: Change, label = `Undo: ${change.label}`): Change {
	return {
		label,
		added: change.removed,
		updated: change.updated.map(([before, after]) => [after, before] as const),
		removed: change.added,
		...(change.profiles === undefined ? {} : {profiles: [change.profiles[1], change.profiles[0]] as const}),
		...(change.settings === undefined ? {} : {settings: [change.settings[1], change.settings[0]] as const}),
	};
}

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
