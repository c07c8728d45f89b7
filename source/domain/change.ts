import {type FieldKey, fieldKeys} from './field.ts';
import type {Profile} from './profile.ts';
import type {Settings} from './sheet.ts';
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
