import type {Change} from '../domain/change.ts';
import type {Entry} from '../domain/entry.ts';
import type {FieldKey} from '../domain/field.ts';
import {findUser, type Sheet} from '../domain/sheet.ts';
import {emptyValues, type Origin, origins, type User} from '../domain/user.ts';
import type {StoredEntry, StoredUpdate} from './entry-schema.ts';
import {isSameUser} from './same-sheet.ts';

/**
 * An entry for the sheet that it was committed to: its users are those of the sheet.
 *
 * @returns undefined where the sheet is another one than the entry was made for
 */
export function decodeEntryFor(stored: StoredEntry, sheet: Sheet): Entry | undefined {
	const updated: (readonly [User, User])[] = [];
	for (const update of stored.updated) {
		const before = findUser(sheet, update[0]);
		const after = before === undefined ? undefined : updateUser(before, update);
		if (before === undefined || after === undefined) return undefined;
		updated.push([before, after]);
	}
	const removed: User[] = [];
	for (const user of stored.removed) {
		const found = findUser(sheet, user.id);
		if (found === undefined || !isSameUser(found, user)) return undefined;
		removed.push(found);
	}
	if (stored.added.some(({id}) => findUser(sheet, id) !== undefined)) return undefined;
	return entryOf(stored, {updated, removed});
}

/** An entry by itself: users of `updated` hold no more than their name and what was changed. */
export function decodeEntryAlone(stored: StoredEntry): Entry {
	const updated = stored.updated.map((update) => {
		const [id, changes, naming] = update;
		const before: Record<string, string | number> = {...emptyValues, origin: 'manual', ...naming, id};
		for (const [key, [value]] of Object.entries(changes)) before[key] = value;
		const user = before as User;
		return [user, updateUser(user, update) ?? user] as const;
	});
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

function updateUser(before: User, [, {origin, ...changes}]: StoredUpdate): User | undefined {
	const values: Partial<Record<FieldKey, string>> = {};
	for (const key of Object.keys(changes) as FieldKey[]) {
		const pair = changes[key];
		if (pair === undefined) continue;
		if (before[key] !== pair[0]) return undefined;
		values[key] = pair[1];
	}
	if (origin === undefined) return {...before, ...values};
	const next = origins.find((known): known is Origin => known === origin[1]);
	return before.origin === origin[0] && next !== undefined ? {...before, ...values, origin: next} : undefined;
}
