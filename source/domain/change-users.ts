import type {Change} from './change.ts';
import {findUserIndex} from './sheet.ts';
import type {User} from './user.ts';

/**
 * The users after a change. It costs as much as copying a list of references: for one edit among 100,000 users nobody
 * else is looked at.
 */
export function changeUsers(users: readonly User[], {added, updated, removed}: Change): readonly User[] {
	return addUsers(removeUsers(replaceUsers(users, updated), removed), added);
}

function replaceUsers(users: readonly User[], updated: Change['updated']): readonly User[] {
	if (updated.length === 0) return users;
	const replaced = users.slice();
	for (const [, after] of updated) {
		const index = findUserIndex(users, after.id);
		if (index !== -1) replaced[index] = after;
	}
	return replaced;
}

function removeUsers(users: readonly User[], removed: readonly User[]): readonly User[] {
	const [first] = removed;
	if (first === undefined) return users;
	if (removed.length === 1) {
		const index = findUserIndex(users, first.id);
		return index === -1 ? users : users.toSpliced(index, 1);
	}
	const gone = new Set(removed.map((user) => user.id));
	return users.filter((user) => !gone.has(user.id));
}

function addUsers(users: readonly User[], added: readonly User[]): readonly User[] {
	if (added.length === 0) return users;
	const last = users.at(-1);
	const sorted = added.toSorted((a, b) => a.id - b.id);
	const all = users.concat(sorted);
	return last === undefined || (sorted[0]?.id ?? 0) > last.id ? all : all.sort((a, b) => a.id - b.id);
}
