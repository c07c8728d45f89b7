import {findUserIndex} from '../../domain/sheet.ts';
import type {User} from '../../domain/user.ts';
import {eachInSteps, type Work} from '../../domain/work.ts';
import type {CsvRow, ImportOptions} from '../import-plan.ts';
import {mayCreate} from '../match-by.ts';
import {addToIndex, createKeyIndex, findPlaces, type KeyIndex, removeFromIndex} from './key-index.ts';
import {type Likeness, listLikenesses, type Twin} from './likenesses.ts';
import {addPlace, type Places, placesAfter, placesBefore, removePlace} from './places.ts';

/**
 * The people of the sheet, and those that rows make or change, to find the ones that a row looks like. A user of the sheet has the place
 * that it has from its end, below 0; another one the place of its row. A row knows those before it.
 */
export type People = {
	readonly users: readonly User[];
	readonly rows: readonly CsvRow[];
	/** IDs from here on are of users that rows make: it is the one of the first row. */
	readonly nextId: number;
	/** Those of the rows, by place. */
	readonly ofRows: (User | undefined)[];
	/** By what they are alike, who is, and the rows that have looked for such a one and made no user. */
	readonly alike: readonly {
		readonly likeness: Likeness;
		readonly places: KeyIndex;
		readonly seekers: Places<string>;
	}[];
	/** Rows that make no user, by place: what people are alike by that they have looked for, and which user of the sheet they are about. */
	readonly sought: Map<number, Sought>;
	/** The rows that are about users of the sheet, by ID. */
	readonly concerning: Places<number>;
	/** The rows that change users of the sheet, by ID. */
	readonly changed: Places<number>;
	/** Whether rows are compared with them: an overwrite by ID creates no user, who could be a duplicate. */
	readonly areCompared: boolean;
	/** The keys that were asked for last: a row looks for its twins, and then is one of the people. */
	readonly last: {user: User | undefined; keys: readonly string[]};
};

/** Which people a row depends on: by the keys of their likenesses, and by the ID. */
type Sought = {readonly keys: readonly string[]; readonly id: number | undefined};

/** The people who are in the sheet already. */
export function* collectPeople(
	users: readonly User[],
	rows: readonly CsvRow[],
	nextId: number,
	options: ImportOptions,
): Work<People> {
	const ofRows: (User | undefined)[] = [];
	const userAt = (place: number): User => {
		const user = place < 0 ? users[users.length + place] : ofRows[place];
		if (user === undefined) throw new Error(`No user at ${place}`);
		return user;
	};
	const areCompared = mayCreate(options);
	const expected = areCompared ? users.length + rows.length : 0;
	const people: People = {
		users,
		rows,
		nextId,
		ofRows,
		alike: listLikenesses(options).map((likeness) => ({
			likeness,
			places: createKeyIndex((place) => likeness.keyOf(userAt(place)), expected, -users.length),
			seekers: new Map(),
		})),
		sought: new Map(),
		concerning: new Map(),
		changed: new Map(),
		areCompared,
		last: {user: undefined, keys: []},
	};
	if (!people.areCompared) return people;
	let place = -users.length;
	const add = (user: User): void => {
		addKeys(people, user, place);
		place += 1;
	};
	yield* eachInSteps(users, add, {done: 0, total: users.length});
	return people;
}

/** What people are alike by, in the order of the likenesses; '' is like nothing. */
export function keysOf({alike, last}: People, user: User): readonly string[] {
	if (last.user === user) return last.keys;
	last.user = user;
	last.keys = alike.map(({likeness}) => likeness.keyOf(user));
	return last.keys;
}

/** The row at a place makes no user, and depends on what it has asked for, and on the rows that change this user of the sheet. */
export function noteSought(people: People, at: number, id: number | undefined): void {
	const {last, alike, sought, concerning} = people;
	if (last.user === undefined && id === undefined) return;
	const keys = last.user === undefined ? [] : last.keys;
	sought.set(at, {keys, id});
	for (const [index, key] of keys.entries()) {
		const seekers = alike[index]?.seekers;
		if (key !== '' && seekers !== undefined) addPlace(seekers, key, at);
	}
	if (id !== undefined) addPlace(concerning, id, at);
}

/** The row at a place depends on no user any more, until it is judged again. */
export function dropSought({alike, sought, concerning}: People, at: number): void {
	const {keys = [], id} = sought.get(at) ?? {};
	sought.delete(at);
	for (const [index, key] of keys.entries()) {
		const seekers = alike[index]?.seekers;
		if (key !== '' && seekers !== undefined) removePlace(seekers, key, at);
	}
	if (id !== undefined) removePlace(concerning, id, at);
}

/** The row at a place makes or changes this user. */
export function addPerson(people: People, user: User, at: number): void {
	people.ofRows[at] = user;
	addKeys(people, user, at);
	if (user.id < people.nextId) addPlace(people.changed, user.id, at);
}

/** The row at a place makes or changes no user any more. */
export function removePerson(people: People, at: number): void {
	const user = people.ofRows[at];
	if (user === undefined) return;
	for (const [index, key] of keysOf(people, user).entries()) {
		const places = people.alike[index]?.places;
		if (key !== '' && places !== undefined) removeFromIndex(places, key, at);
	}
	people.ofRows[at] = undefined;
	removePlace(people.changed, user.id, at);
}

function addKeys(people: People, user: User, place: number): void {
	const keys = keysOf(people, user);
	for (let index = 0; index < keys.length; index += 1) {
		const [key = '', places] = [keys[index], people.alike[index]?.places];
		if (key !== '' && places !== undefined) addToIndex(places, key, place);
	}
}

/** Those that the user of the row at a place looks like, each once; with more than two of one likeness the first two. */
export function findTwins(people: People, user: User, at: number): readonly Twin[] {
	const twins: Twin[] = [];
	const keys = keysOf(people, user);
	for (let index = 0; index < keys.length; index += 1) {
		const [key = '', alike] = [keys[index], people.alike[index]];
		const known = alike === undefined || key === '' ? undefined : findPlaces(alike.places, key);
		if (known === undefined || alike === undefined) continue;
		for (const found of firstTwo(people, placesBefore(known, at))) {
			const isNew = !twins.some((twin) => twin.user.id === found.id);
			if (isNew) twins.push({user: found, likeness: alike.likeness});
		}
	}
	return twins;
}

/** The first of them, and the first who is another person. */
function firstTwo(people: People, places: Iterable<number>): readonly User[] {
	let first: User | undefined;
	for (const place of places) {
		const user = place < 0 ? people.users[people.users.length + place] : people.ofRows[place];
		if (user === undefined || user.id === first?.id) continue;
		if (first !== undefined) return [first, user];
		first = user;
	}
	return first === undefined ? [] : [first];
}

/** The line that makes or changes the user with this ID: the last one before the row at a place. */
export function lineOf({rows, nextId, changed}: People, id: number, at: number): number | undefined {
	if (id >= nextId) return rows[id - nextId]?.line;
	let last: number | undefined;
	for (const place of placesBefore(changed.get(id) ?? [], at)) last = place;
	return last === undefined ? undefined : rows[last]?.line;
}

/** The rows behind a place that depend on this user, which the row there makes or changes, or did so before. */
export function findDependents(people: People, user: User, at: number): readonly number[] {
	const {alike, concerning, nextId, users} = people;
	const stored = user.id < nextId ? users[findUserIndex(users, user.id)] : undefined;
	const ofPeople = (stored === undefined || stored === user ? [user] : [user, stored]).flatMap((one) =>
		keysOf(people, one).flatMap((key, index) => {
			const {places, seekers} = alike[index] ?? {};
			if (key === '' || places === undefined || seekers === undefined) return [];
			return [...placesAfter(findPlaces(places, key), at), ...placesAfter(seekers.get(key), at)];
		}),
	);
	return [...ofPeople, ...placesAfter(concerning.get(user.id), at)];
}
