import {type Change, changedFields, emptyChange} from './change.ts';
import type {Entry} from './entry.ts';
import {type FieldKey, storedField} from './field.ts';
import {findUser, type Settings, type Sheet} from './sheet.ts';
import {undoProfiles} from './undo-profiles.ts';
import type {User} from './user.ts';

/** Something that an undo leaves as it is, and why: somebody has changed it since, or history no longer knows it. */
export type Left =
	| {
			readonly what: 'user';
			/** As it stands in the sheet, or as it was where it is gone. */
			readonly user: User;
			/** The field; without it the whole user. */
			readonly key?: FieldKey;
			readonly reason: 'changed-since' | 'removed-since' | 'secret-gone';
	  }
	| {
			readonly what: 'profile';
			readonly name: string;
			readonly reason: 'changed-since' | 'removed-since' | 'in-use';
	  }
	| {readonly what: 'setting'; readonly key: keyof Settings; readonly reason: 'changed-since'};

/** How a change can be taken back today. */
export type UndoPlan = {
	/** One new change for the sheet as it is; empty where nothing can be taken back. */
	readonly change: Change;
	readonly left: readonly Left[];
};

/** A change that was made, and whether the secrets in it are no longer known. */
export type Undoable = Pick<Entry, 'change' | 'withoutSecrets'>;

type Users = Pick<Change, 'added' | 'updated' | 'removed'>;

/**
 * The inverse of any change of the history, made for the sheet of today. What was changed since in the same fields stays,
 * and is listed; so are users that the change created and somebody has worked on since. Deleted users come back with their
 * IDs. What is already as it was before is neither changed nor listed.
 */
export function planUndo(entry: Undoable, sheet: Sheet): UndoPlan {
	const left: Left[] = [];
	const users: Users = {
		added: entry.change.removed.flatMap((user) => bringBack(user, entry, sheet, left)),
		updated: entry.change.updated.flatMap((pair) => changeBack(pair, entry, sheet, left)),
		removed: entry.change.added.flatMap((user) => takeOut(user, entry, sheet, left)),
	};
	const change = {...emptyChange(`Undo: ${entry.change.label}`), ...users};
	return {
		change: {
			...change,
			...undoProfiles(entry.change.profiles, change, sheet, left),
			...undoSettings(entry.change.settings, sheet.settings, left),
		},
		left,
	};
}

function bringBack(user: User, entry: Undoable, sheet: Sheet, left: Left[]): readonly User[] {
	const now = findUser(sheet, user.id);
	if (now === undefined) {
		if (entry.withoutSecrets) left.push({what: 'user', user, reason: 'secret-gone'});
		return [user];
	}
	if (isChanged(user, now, entry)) left.push({what: 'user', user: now, reason: 'changed-since'});
	return [];
}

function changeBack(
	[before, after]: readonly [User, User],
	entry: Undoable,
	sheet: Sheet,
	left: Left[],
): readonly (readonly [User, User])[] {
	const now = findUser(sheet, after.id);
	if (now === undefined) {
		left.push({what: 'user', user: before, reason: 'removed-since'});
		return [];
	}
	const changed = changedFields(before, after);
	// Of a user without any difference only secrets were changed, and those are gone.
	if (changed.length === 0 && entry.withoutSecrets)
		left.push({what: 'user', user: now, reason: 'secret-gone'});
	const back = changed.filter((key) => {
		if (now[key] === before[key]) return false;
		const reason = isGone(key, entry) ? 'secret-gone' : 'changed-since';
		if (reason === 'changed-since' && now[key] === after[key]) return true;
		left.push({what: 'user', user: now, key, reason});
		return false;
	});
	const origin = now.origin === after.origin ? before.origin : now.origin;
	if (back.length === 0 && origin === now.origin) return [];
	return [[now, {...now, origin, ...Object.fromEntries(back.map((key) => [key, before[key]]))}]];
}

function takeOut(user: User, entry: Undoable, sheet: Sheet, left: Left[]): readonly User[] {
	const now = findUser(sheet, user.id);
	if (now === undefined) return [];
	if (!isChanged(user, now, entry)) return [now];
	left.push({what: 'user', user: now, reason: 'changed-since'});
	return [];
}

/** Whether two versions of a user differ; where the secrets are gone, in anything else. */
function isChanged(then: User, now: User, entry: Undoable): boolean {
	return changedFields(then, now).some((key) => !isGone(key, entry));
}

function isGone(key: FieldKey, entry: Undoable): boolean {
	return entry.withoutSecrets === true && storedField(key).kind === 'secret';
}

function undoSettings(
	pair: Change['settings'],
	current: Settings,
	left: Left[],
): {readonly settings?: readonly [Settings, Settings]} {
	if (pair === undefined) return {};
	const [before, after] = pair;
	const keys = Object.keys(before) as readonly (keyof Settings)[];
	const back = keys.filter((key) => {
		if (isSame(before[key], after[key]) || isSame(current[key], before[key])) return false;
		if (isSame(current[key], after[key])) return true;
		left.push({what: 'setting', key, reason: 'changed-since'});
		return false;
	});
	if (back.length === 0) return {};
	return {settings: [current, {...current, ...Object.fromEntries(back.map((key) => [key, before[key]]))}]};
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
