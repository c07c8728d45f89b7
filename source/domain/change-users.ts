import {type Change, updateUser} from './change.ts';
import {userPlaces} from './sheet.ts';
import type {User} from './user.ts';

/**
 * The users after a change. It costs as much as copying a list of references: for one edit among 100,000 users no
 * other is looked at.
 */
export function changeUsers(users: readonly User[], {added, updated, removed}: Change): readonly User[] {
	return addUsers(removeUsers(replaceUsers(users, updated), removed), added);
}

/** What updates have last made of which users: the screen shows a change, and then the store applies it to the same sheet. */
const replacedUsers = new WeakMap<
	Change['updated'],
	{readonly users: readonly User[]; readonly replaced: readonly User[]}
>();

function replaceUsers(users: readonly User[], updated: Change['updated']): readonly User[] {
	if (updated.length === 0) return users;
	const known = replacedUsers.get(updated);
	if (known?.users === users) return known.replaced;
	const placeOf = userPlaces(users);
	const replaced = users.slice();
	for (const update of updated) {
		const place = placeOf(update.id);
		const user = users[place];
		if (user?.id === update.id) replaced[place] = updateUser(user, update);
	}
	replacedUsers.set(updated, {users, replaced});
	return replaced;
}

function removeUsers(users: readonly User[], removed: readonly User[]): readonly User[] {
	const [first] = removed;
	if (first === undefined) return users;
	const placeOf = userPlaces(users);
	if (removed.length === 1) {
		const place = placeOf(first.id);
		return users[place]?.id === first.id ? users.toSpliced(place, 1) : users;
	}
	const gone = new Uint8Array(users.length);
	for (const {id} of removed) {
		const place = placeOf(id);
		if (users[place]?.id === id) gone[place] = 1;
	}
	return users.filter((_, place) => gone[place] === 0);
}

function addUsers(users: readonly User[], added: readonly User[]): readonly User[] {
	if (added.length === 0) return users;
	return sortUsers(users.concat(added));
}

/** Who is only in the later one of two lists by ID, and who only in the earlier one: one look along both. */
export function compareUsers(
	before: readonly User[],
	after: readonly User[],
): Pick<Change, 'added' | 'removed'> {
	const added: User[] = [];
	const removed: User[] = [];
	let next = 0;
	for (const user of before) {
		let now = after[next];
		for (; now !== undefined && now.id < user.id; now = after[next]) {
			added.push(now);
			next += 1;
		}
		if (now?.id === user.id) next += 1;
		else removed.push(user);
	}
	return {added: added.concat(after.slice(next)), removed};
}

/** By ID, upwards; the very same list where it is so already, which a look through it is enough to see. */
export function sortUsers(users: readonly User[]): readonly User[] {
	let last = 0;
	for (const {id} of users) {
		if (id < last) return users.toSorted((a, b) => a.id - b.id);
		last = id;
	}
	return users;
}
