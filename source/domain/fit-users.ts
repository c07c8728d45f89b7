import {type Change, type Conflict, isChanged} from './change.ts';
import {fieldKeys} from './field.ts';
import {type Sheet, userFinder} from './sheet.ts';
import type {User, WritableUser} from './user.ts';

/** Whose value stands where both changed the same field. */
type Preference = 'mine' | 'theirs';

/** The new users of a change, each with an ID that nobody has; the very same list where all keep theirs. */
export function fitAdded(
	{added, nextId: reserved}: Change,
	nextIdThen: number,
	current: Sheet,
): Change['added'] {
	const find = userFinder(current.users);
	// Nearly always all keep theirs, in order: then nothing is copied, and no set is made.
	let fitted: User[] | undefined;
	let given: Set<number> | undefined;
	let nextId = Math.max(current.nextId, reserved ?? 0);
	let highest = 0;
	let index = 0;
	const isGiven = (id: number): boolean => {
		if (id > highest) return false;
		given ??= new Set((fitted ?? added.slice(0, index)).map((user) => user.id));
		return given.has(id);
	};
	for (const user of added) {
		const isTheirs = user.id >= nextIdThen && user.id < current.nextId;
		const isFree = !isTheirs && !isGiven(user.id) && find(user.id) === undefined;
		const id = isFree ? user.id : nextId;
		given?.add(id);
		highest = Math.max(highest, id);
		nextId = Math.max(nextId, id + 1);
		if (!isFree) fitted ??= added.slice(0, index);
		fitted?.push(isFree ? user : {...user, id});
		index += 1;
	}
	return fitted ?? added;
}

/**
 * Users changed, on top of what others have made of them. Nearly always they are still those that the change was made
 * for: then nothing is compared or copied.
 */
export function fitUpdated(
	updated: Change['updated'],
	users: readonly User[],
	prefer: Preference,
	conflicts: Conflict[],
): Change['updated'] {
	const find = userFinder(users);
	const fitted: (readonly [User, User])[] = [];
	for (const pair of updated) {
		const [before, after] = pair;
		const theirs = find(after.id);
		if (theirs === undefined) conflicts.push({user: before});
		else if (theirs === before) {
			if (before !== after) fitted.push(pair);
		} else {
			const merged = mergeUser(pair, theirs, prefer, conflicts);
			if (merged !== theirs) fitted.push([theirs, merged]);
		}
	}
	return fitted;
}

/** Users removed, as far as they are still there and nobody has worked on them. */
export function fitRemoved(
	removed: Change['removed'],
	users: readonly User[],
	prefer: Preference,
	conflicts: Conflict[],
): Change['removed'] {
	const find = userFinder(users);
	const fitted: User[] = [];
	for (const user of removed) {
		const theirs = find(user.id);
		if (theirs === undefined) continue;
		const isTheirs = isChanged(user, theirs);
		if (isTheirs) conflicts.push({user: theirs});
		if (!isTheirs || prefer === 'mine') fitted.push(theirs);
	}
	return fitted;
}

/** Theirs with what was changed here; the very same user where that makes no difference. */
function mergeUser(
	[before, after]: readonly [User, User],
	theirs: User,
	prefer: Preference,
	conflicts: Conflict[],
): User {
	let merged: WritableUser | undefined;
	for (const key of fieldKeys) {
		const value = after[key];
		if (value === before[key] || value === theirs[key]) continue;
		if (theirs[key] !== before[key]) {
			conflicts.push({user: theirs, key});
			if (prefer === 'theirs') continue;
		}
		merged ??= {...theirs};
		merged[key] = value;
	}
	if (before.origin !== after.origin && theirs.origin === before.origin) {
		merged ??= {...theirs};
		merged.origin = after.origin;
	}
	return merged ?? theirs;
}
