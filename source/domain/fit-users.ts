import {
	type Change,
	cellKeys,
	fitsUser,
	isSameUser,
	nameOfUpdate,
	type Update,
	updateWith,
	type WritableCells,
} from './change.ts';
import type {Conflict} from './conflict.ts';
import {type Sheet, userFinder} from './sheet.ts';
import {fullName, type User} from './user.ts';

/** Whose value is taken where both changed the same. */
export type Preference = 'mine' | 'theirs';

/** The new users of a change, each with an ID that is free; the very same list where all keep theirs. */
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

/** What is left to do of an update for the user of now, who may be gone; undefined where that is nothing. */
export function fitUpdate(
	update: Update,
	now: User | undefined,
	prefer: Preference,
	conflicts: Conflict[],
): Update | undefined {
	const {id} = update;
	if (now === undefined) {
		conflicts.push({what: 'user', id, name: nameOfUpdate(update), reason: 'removed-since'});
		return undefined;
	}
	// Nearly always the values are still those that the change was made for: then nothing is copied.
	const keys = cellKeys(update);
	if (keys.length > 0 && fitsUser(update, now)) return update;
	const cells: WritableCells = {};
	for (const key of keys) {
		const {before, after = ''} = update.cells[key] ?? {};
		if (after === now[key]) continue;
		const isConflict = before !== now[key];
		if (isConflict) conflicts.push({what: 'user', id, name: fullName(now), key, reason: 'changed-since'});
		if (!isConflict || prefer === 'mine') cells[key] = {before: now[key], after};
	}
	const fitted = updateWith(now, cells);
	return cellKeys(fitted).length === 0 ? undefined : fitted;
}

/** Whether a user who is to be removed may go: others have not worked on them, or that is reported and does not count. */
export function fitRemoval(
	user: User,
	now: User | undefined,
	prefer: Preference,
	conflicts: Conflict[],
): now is User {
	if (now === undefined) return false;
	if (isSameUser(user, now)) return true;
	conflicts.push({what: 'user', id: now.id, name: fullName(now), reason: 'changed-since'});
	return prefer === 'mine';
}
