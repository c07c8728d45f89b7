import {type Change, isSameUser} from '../../domain/change.ts';
import type {Entry} from '../../domain/entry.ts';
import {origins} from '../../domain/origin.ts';
import {type Sheet, userFinder} from '../../domain/sheet.ts';
import {emptyValues, type User, type WritableUser} from '../../domain/user.ts';
import type {StoredEntry, StoredUpdate} from './entry-schema.ts';

/** Few enough to be decoded between two key presses. */
const usersPerStep = 500;

/**
 * An entry for the sheet that it was committed to: its users are those of the sheet. Yields where it takes long.
 *
 * @returns undefined where the sheet is another one than the entry was made for
 */
export function* decodeEntryFor(stored: StoredEntry, sheet: Sheet): Generator<void, Entry | undefined, void> {
	const find = userFinder(sheet.users);
	const updated: (readonly [User, User])[] = [];
	for (const update of stored.updated) {
		const before = find(update[0]);
		const after = before === undefined ? undefined : updateUser(before, update);
		if (before === undefined || after === undefined) return undefined;
		updated.push([before, after]);
		if (updated.length % usersPerStep === 0) yield;
	}
	const removed: User[] = [];
	for (const user of stored.removed) {
		const found = find(user.id);
		if (found === undefined || !isSameUser(found, user)) return undefined;
		removed.push(found);
		if (removed.length % usersPerStep === 0) yield;
	}
	if (stored.added.some(({id}) => find(id) !== undefined)) return undefined;
	return entryOf(stored, {updated, removed});
}

/** An entry by itself: users of `updated` hold no more than their name and what was changed. Yields where it takes long. */
export function* decodeEntryAlone(stored: StoredEntry): Generator<void, Entry, void> {
	const updated: (readonly [User, User])[] = [];
	for (const update of stored.updated) {
		const [id, changes, naming] = update;
		const before: Record<string, string | number> = {...emptyValues, origin: 'manual', ...naming, id};
		for (const [key, [value]] of Object.entries(changes)) before[key] = value;
		const user = before as User;
		updated.push([user, updateUser(user, update) ?? user]);
		if (updated.length % usersPerStep === 0) yield;
	}
	return entryOf(stored, {updated, removed: stored.removed});
}

function entryOf(stored: StoredEntry, lists: Pick<Change, 'updated' | 'removed'>): Entry {
	const {revision, at, author, origination, label, added, profiles, settings, nextId, withoutSecrets} =
		stored;
	return {
		revision,
		at,
		author,
		origination,
		change: {
			label,
			added,
			...lists,
			...(profiles === undefined ? {} : {profiles}),
			...(settings === undefined ? {} : {settings}),
			...(nextId === undefined ? {} : {nextId}),
		},
		...(withoutSecrets === undefined ? {} : {withoutSecrets}),
	};
}

function updateUser(before: User, [, changes]: StoredUpdate): User | undefined {
	const after: WritableUser = {...before};
	for (const key of Object.keys(changes) as (keyof typeof changes)[]) {
		const pair = changes[key];
		if (pair === undefined) continue;
		if (before[key] !== pair[0]) return undefined;
		if (key === 'origin') {
			const next = origins.find((known) => known === pair[1]);
			if (next === undefined) return undefined;
			after.origin = next;
		} else {
			after[key] = pair[1];
		}
	}
	return after;
}
