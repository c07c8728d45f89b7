import type {Change} from '../../../domain/change.ts';
import {sortUsers} from '../../../domain/change-users.ts';
import type {User} from '../../../domain/user.ts';

/** What has become of IDs that new users were expected to get: the one that the store has given, or undefined where the user is not created. */
export type GivenIds = ReadonlyMap<number, number | undefined>;

/** The change with the users as they are numbered now; the very same one where it names none of them. */
export function changeWithIds(change: Change, ids: GivenIds): Change {
	if (!namesAny(change, ids)) return change;
	const withId = <User extends {readonly id: number}>(user: User): User => ({
		...user,
		id: ids.get(user.id) ?? user.id,
	});
	return {
		...change,
		added: change.added.map(withId),
		updated: change.updated.map(withId),
		removed: change.removed.map(withId),
	};
}

/** The users of a sheet as they are numbered now, by ID, without those who are not created. */
export function usersWithIds(users: readonly User[], ids: GivenIds): readonly User[] {
	if (ids.size === 0) return users;
	return sortUsers(
		users.flatMap((user) => {
			if (!ids.has(user.id)) return [user];
			const id = ids.get(user.id);
			return id === undefined ? [] : [{...user, id}];
		}),
	);
}

/** Whether a change is about any of these users. */
export function namesAny({added, updated, removed}: Change, ids: GivenIds): boolean {
	const isNamed = (user: {readonly id: number}): boolean => ids.has(user.id);
	return ids.size > 0 && (added.some(isNamed) || updated.some(isNamed) || removed.some(isNamed));
}
