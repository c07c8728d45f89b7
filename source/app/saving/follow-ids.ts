import type {Change} from '../../domain/change.ts';
import {sortUsers} from '../../domain/change-users.ts';
import type {User} from '../../domain/user.ts';
import type {Screen} from '../model.ts';
import type {GridState} from '../screens/users/users-state.ts';

/** IDs of some users. */
type KnownIds = {readonly size: number; has(id: number): boolean};

/** The ID that a user was expected to get, and the one that the store has given. */
export type GivenIds = ReadonlyMap<number, number>;

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
		updated: change.updated.map(([before, after]) => [withId(before), withId(after)] as const),
		removed: change.removed.map(withId),
	};
}

/** The users of a sheet as they are numbered now, by ID. */
export function usersWithIds(users: readonly User[], ids: GivenIds): readonly User[] {
	if (ids.size === 0) return users;
	return sortUsers(
		users.map((user) => {
			const id = ids.get(user.id);
			return id === undefined ? user : {...user, id};
		}),
	);
}

/** Whether a change is about any of these users. */
export function namesAny({added, updated, removed}: Change, ids: KnownIds): boolean {
	const isNamed = (user: {readonly id: number}): boolean => ids.has(user.id);
	return (
		ids.size > 0 &&
		(added.some(isNamed) || updated.some(([before]) => isNamed(before)) || removed.some(isNamed))
	);
}

/** The grid with rows, marks and open cell on the users that they were on. */
export function gridWithIds(grid: GridState, ids: GivenIds): GridState {
	const follow = (id: number): number => ids.get(id) ?? id;
	const {editor, filterEditor, unfiltered} = grid;
	return {
		...grid,
		rows: grid.rows.map(follow),
		marks: new Set([...grid.marks].map(follow)),
		...(editor === undefined ? {} : {editor: {...editor, id: follow(editor.id)}}),
		...(filterEditor === undefined
			? {}
			: {filterEditor: {...filterEditor, before: gridWithIds(filterEditor.before, ids)}}),
		...(unfiltered === undefined
			? {}
			: {unfiltered: {...unfiltered, before: gridWithIds(unfiltered.before, ids)}}),
	};
}

/** Whether a screen has users by ID: such a question is about somebody else once IDs have changed. */
export function namesUsers(screen: Screen): boolean {
	return 'aboutUsers' in screen && screen.aboutUsers === true;
}
