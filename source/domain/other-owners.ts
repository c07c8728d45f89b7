import {equalityKey} from './compare-text.ts';
import {count} from './problem.ts';
import {findUserIndex} from './sheet.ts';
import type {User} from './user.ts';
import type {ValueIndex} from './value-index.ts';

/** Who else has a value: at least one. */
export type Others = {
	readonly count: number;
	/** The first few of them. */
	readonly some: readonly User[];
	/** How many users there are, the one who is judged too. */
	readonly total: number;
	/** "ID 392", or the line of a user who has no ID yet. */
	readonly nameUser: (user: User) => string;
};

/** The IDs of several users who have a value, ascending. */
export type Owners = Iterable<number> & {readonly size: number; readonly has: (id: number) => boolean};

/** Who has which value of a field: what {@link findOthers} asks an index for. */
export type OwnersOf = Pick<ValueIndex, 'users'> & {
	readonly owners: {readonly get: (key: string) => number | Owners | undefined};
};

/** So many of the others are named. */
const mostNamed = 2;

/** Who else has a value. Nearly always the user alone has it: then nothing is made. */
export function findOthers(
	user: User,
	value: string,
	{owners, users}: OwnersOf,
): Omit<Others, 'nameUser'> | undefined {
	const known = owners.get(equalityKey(value));
	if (known === undefined || known === user.id) return undefined;
	const ids = typeof known === 'number' ? new Set([known]) : known;
	const count = ids.size - (ids.has(user.id) ? 1 : 0);
	if (count === 0) return undefined;
	const total = users.length + (findUserIndex(users, user.id) < 0 ? 1 : 0);
	return {count, some: takeSome(ids, user.id, users), total};
}

function takeSome(ids: Owners, own: number, users: readonly User[]): readonly User[] {
	const some: User[] = [];
	for (const id of ids) {
		const other = id === own ? undefined : users[findUserIndex(users, id)];
		if (other !== undefined) some.push(other);
		if (some.length === mostNamed) break;
	}
	return some;
}

/** "ID 392, Lena Müller, ID 393, Ann Archer, and 3 others". */
export function nameOthers({count: amount, some, nameUser}: Others): string {
	const names = some.map((user) =>
		[nameUser(user), `${user.firstName} ${user.lastName}`.trim()].filter(Boolean).join(', '),
	);
	const more = amount - some.length;
	const [last = '', ...first] = (more === 0 ? names : [...names, count(more, 'other')]).toReversed();
	return first.length === 0 ? last : `${first.toReversed().join(', ')}, and ${last}`;
}

/** "ID 392" or "14 others". */
export function nameShortly({count: amount, some: [first], nameUser}: Others): string {
	return amount === 1 && first !== undefined ? nameUser(first) : count(amount, 'other');
}
