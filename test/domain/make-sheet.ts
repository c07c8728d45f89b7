import {emptySheet, type Sheet} from '../../source/domain/sheet.ts';
import {emptyUser, type User} from '../../source/domain/user.ts';

/** A user with nothing but what is given. */
export function makeUser(id: number, values: Partial<User> = {}): User {
	return {...emptyUser, id, origin: 'manual', profile: 'Default', ...values};
}

/** A sheet with these users in it. */
export function sheetOf(...users: readonly User[]): Sheet {
	return {...emptySheet, users, nextId: Math.max(0, ...users.map((user) => user.id)) + 1, revision: 1};
}
