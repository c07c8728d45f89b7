import {type Change, emptyChange} from './change.ts';
import type {Entry} from './entry.ts';
import {type FieldKey, fieldKeys} from './field.ts';
import {storedField} from './field-lists.ts';
import type {Left} from './left.ts';
import {type Settings, type Sheet, userFinder} from './sheet.ts';
import {undoProfiles} from './undo-profiles.ts';
import type {User, WritableUser} from './user.ts';
import {eachInSteps, finishWork, type Work} from './work.ts';

/** How a change can be taken back today. */
export type UndoPlan = {
	/** One new change for the sheet as it is; empty where nothing can be taken back. */
	readonly change: Change;
	readonly left: readonly Left[];
};

/** A change that was made, and whether the secrets in it are no longer known. */
export type Undoable = Pick<Entry, 'change' | 'withoutSecrets'>;

/**
 * The inverse of any change of the history, made for the sheet of today. What was changed since in the same fields stays,
 * and is listed; so are users that the change created and somebody has worked on since. Deleted users come back with their
 * IDs. What is already as it was before is neither changed nor listed.
 */
export function planUndo(entry: Undoable, sheet: Sheet): UndoPlan {
	return finishWork(planUndoInSteps(entry, sheet));
}

/** The same, for whoever has keys to serve in between. */
export function* planUndoInSteps(entry: Undoable, sheet: Sheet): Work<UndoPlan> {
	const {label, added, updated, removed, profiles, settings} = entry.change;
	const find = userFinder(sheet.users);
	const left: Left[] = [];
	const back: User[] = [];
	const changed: (readonly [User, User])[] = [];
	const out: User[] = [];
	yield* eachInSteps(removed, (user) => {
		const now = find(user.id);
		if (now === undefined) back.push(bringBack(user, entry, left));
		else if (differs(user, now, entry)) left.push({what: 'user', user: now, reason: 'changed-since'});
	});
	yield* eachInSteps(updated, ([before, after]) => {
		const now = find(after.id);
		if (now === undefined) {
			left.push({what: 'user', user: before, reason: 'removed-since'});
			return;
		}
		const made = changeBack(before, after, now, entry, left);
		if (made !== now) changed.push([now, made]);
	});
	yield* eachInSteps(added, (user) => {
		const now = find(user.id);
		if (now === undefined) return;
		if (differs(user, now, entry)) left.push({what: 'user', user: now, reason: 'changed-since'});
		else out.push(now);
	});
	const change = {...emptyChange(`Undo: ${label}`), added: back, updated: changed, removed: out};
	return {
		change: {
			...change,
			...undoProfiles(profiles, change, sheet, left),
			...undoSettings(settings, sheet.settings, left),
		},
		left,
	};
}

function bringBack(user: User, entry: Undoable, left: Left[]): User {
	if (entry.withoutSecrets) left.push({what: 'user', user, reason: 'secret-gone'});
	return user;
}

/** The user of now with what can be taken back; the very same one where nothing can. */
function changeBack(before: User, after: User, now: User, entry: Undoable, left: Left[]): User {
	let isOther = false;
	let back: WritableUser | undefined;
	for (const key of fieldKeys) {
		if (before[key] === after[key]) continue;
		isOther = true;
		if (now[key] === before[key]) continue;
		const reason = isGone(key, entry) ? 'secret-gone' : 'changed-since';
		if (reason === 'changed-since' && now[key] === after[key]) {
			back ??= {...now};
			back[key] = before[key];
		} else left.push({what: 'user', user: now, key, reason});
	}
	// Of a user without any difference only secrets were changed, and those are gone.
	if (!isOther && entry.withoutSecrets) left.push({what: 'user', user: now, reason: 'secret-gone'});
	if (now.origin === after.origin && before.origin !== after.origin) {
		back ??= {...now};
		back.origin = before.origin;
	}
	return back ?? now;
}

/** Whether two versions of a user differ; where the secrets are gone, in anything else. */
function differs(then: User, now: User, entry: Undoable): boolean {
	if (then === now) return false;
	for (const key of fieldKeys) if (then[key] !== now[key] && !isGone(key, entry)) return true;
	return false;
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
