import {equalityKey} from './compare-text.ts';
import type {RecordKey} from './field.ts';
import type {User} from './user.ts';
import {eachInSteps, type Work} from './work.ts';

/** Who has which value of a field, among some users. Blanks are left out. */
export type ValueIndex = {
	readonly key: RecordKey;
	/** The users that it is true of, by ID. */
	readonly users: readonly User[];
	/** By {@link equalityKey} of the value: the ID of the one who has it, or the IDs of several. */
	readonly owners: ReadonlyMap<string, number | ReadonlySet<number>>;
};

type Growing = {
	readonly key: RecordKey;
	users: readonly User[];
	readonly owners: Map<string, number | Set<number>>;
};

/** Users that an index follows between two key presses. */
const fewUsers = 1000;

/** The last index of each field. A sheet is nearly always the one before with a few users changed, and so is its index. */
const latest = new Map<RecordKey, Growing>();

/**
 * The index for the users of the sheet as it is now. It is made when it is first asked for, which takes some 30 ms for 100,000
 * users; after a change only the users who differ are looked at.
 */
export function valueIndex(users: readonly User[], key: RecordKey): ValueIndex {
	const index = latest.get(key) ?? {key, users: [], owners: new Map()};
	latest.set(key, index);
	if (index.users !== users) followUsers(index, users);
	return index;
}

/** Whether the index is there, so that asking for it takes no time. */
export function hasValueIndex(users: readonly User[], key: RecordKey): boolean {
	return latest.get(key)?.users === users;
}

/** Makes the same in steps, so that keys are served in between. What is nearly there already takes no steps. */
export function* valueIndexInSteps(users: readonly User[], key: RecordKey): Work<ValueIndex> {
	const known = latest.get(key);
	if (known !== undefined && isNear(known.users, users)) return valueIndex(users, key);
	const index = yield* buildValueIndex(users, key);
	// Not the one that others look into meanwhile: they see it when it is whole.
	latest.set(key, index);
	return index;
}

/** An index by itself, for users that are in no sheet yet. */
export function* buildValueIndex(users: readonly User[], key: RecordKey): Work<Growing> {
	const index: Growing = {key, users, owners: new Map()};
	yield* eachInSteps(users, (user) => addOwner(index, user));
	return index;
}

/** Whether two lists differ in few users: then an index gets from one to the other between two key presses. */
function isNear(before: readonly User[], after: readonly User[]): boolean {
	let different = Math.abs(after.length - before.length);
	for (let place = 0; place < after.length && different <= fewUsers; place += 1)
		if (before[place] !== after[place]) different += 1;
	return different <= fewUsers;
}

function followUsers(index: Growing, users: readonly User[]): void {
	const {key, users: before} = index;
	let next = 0;
	for (const user of users) {
		let was = before[next];
		for (; was !== undefined && was.id < user.id; was = before[next]) {
			removeOwner(index, was);
			next += 1;
		}
		if (was?.id === user.id) {
			next += 1;
			if (was === user || was[key] === user[key]) continue;
			removeOwner(index, was);
		}
		addOwner(index, user);
	}
	for (const was of before.slice(next)) removeOwner(index, was);
	index.users = users;
}

function addOwner({key, owners}: Growing, user: User): void {
	const value = equalityKey(user[key]);
	if (value === '') return;
	const known = owners.get(value);
	if (known === undefined) owners.set(value, user.id);
	else if (typeof known === 'number') owners.set(value, new Set([known, user.id]));
	else known.add(user.id);
}

function removeOwner({key, owners}: Growing, user: User): void {
	const value = equalityKey(user[key]);
	const known = owners.get(value);
	if (known === undefined || typeof known === 'number') owners.delete(value);
	else if (known.delete(user.id) && known.size === 0) owners.delete(value);
}
