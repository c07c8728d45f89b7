import {equalityKey} from '../domain/compare-text.ts';
import type {FieldKey} from '../domain/field.ts';
import {storedField} from '../domain/field-lists.ts';
import type {Problem} from '../domain/problem.ts';
import type {User} from '../domain/user.ts';
import {eachInSteps, type Work} from '../domain/work.ts';
import type {ImportOptions} from './import-plan.ts';
import {matchWayOf, mayCreate} from './match-by.ts';

/** What makes two rows look like one person (rules.md 3.9); blank values are not alike. */
export type Likeness = {
	readonly name: string;
	readonly key: FieldKey;
	readonly keyOf: (user: User) => string;
};

const usualLikenesses: readonly Likeness[] = [
	{
		name: 'same e-mail address',
		key: 'email',
		keyOf: ({email}: User) => equalityKey(email),
	},
	{
		name: 'same last name and number',
		key: 'directoryNumber',
		keyOf: ({lastName, directoryNumber}: User) => {
			const number = equalityKey(directoryNumber);
			const name = equalityKey(lastName);
			return number === '' || name === '' ? '' : `${number}\n${name}`;
		},
	},
];

/** What makes people look alike under these options: without overwrite, also the value by which users are found (rules.md 3.25). */
function listLikenesses({overwrite, matchBy}: ImportOptions): readonly Likeness[] {
	const {field, label} = matchWayOf(matchBy);
	if (overwrite || field === undefined || field === 'email') return usualLikenesses;
	return [{name: `same ${label}`, key: field, keyOf: (user) => equalityKey(user[field])}, ...usualLikenesses];
}

/** By one likeness the first and the second user: more are not needed to know that several fit. */
type Alike = {
	readonly likeness: Likeness;
	readonly first: Map<string, User>;
	readonly second: Map<string, User>;
};

/** The people of the sheet, and of the rows read so far, to find those that a row looks like. */
export type People = {
	readonly alike: readonly Alike[];
	/** The line of the file that creates or changes a user, by ID. */
	readonly lines: Map<number, number>;
	/** Whether rows are compared with them: an overwrite by ID creates no user, who could be a duplicate. */
	readonly areCompared: boolean;
};

/** A person that a row looks like. */
export type Twin = {readonly user: User; readonly likeness: Likeness};

/** The people who are in the sheet already. */
export function* collectPeople(users: readonly User[], options: ImportOptions): Work<People> {
	const alike = listLikenesses(options).map((likeness) => ({
		likeness,
		first: new Map<string, User>(),
		second: new Map<string, User>(),
	}));
	const people: People = {alike, lines: new Map(), areCompared: mayCreate(options)};
	if (people.areCompared)
		yield* eachInSteps(users, (user) => addPerson(people, user), {done: 0, total: users.length});
	return people;
}

/** This user is one of them from now on, created or changed by a line of the file if one is given. */
export function addPerson({alike, lines}: People, user: User, line?: number): void {
	for (const {likeness, first, second} of alike) {
		const key = likeness.keyOf(user);
		const known = key === '' ? user : first.get(key);
		if (known === undefined) first.set(key, user);
		else if (known.id !== user.id && !second.has(key)) second.set(key, user);
	}
	if (line !== undefined) lines.set(user.id, line);
}

/** Those that a new user looks like, each once; with more than two of one likeness the first two. */
export function findTwins({alike}: People, user: User): readonly Twin[] {
	const twins: Twin[] = [];
	for (const {likeness, first, second} of alike) {
		const key = likeness.keyOf(user);
		for (const found of key === '' ? [] : [first.get(key), second.get(key)]) {
			const isNew = found !== undefined && !twins.some((twin) => twin.user.id === found.id);
			if (isNew) twins.push({user: found, likeness});
		}
	}
	return twins;
}

/** What is said of a row that looks like another user, as a warning: `then` says what becomes of it. */
export function describeTwins(user: User, twins: readonly Twin[], people: People, then = ''): Problem {
	const [first] = twins;
	const key = first?.likeness.key ?? 'email';
	const alike = people.alike.flatMap(({likeness}) => {
		const names = twins
			.filter((twin) => twin.likeness === likeness)
			.map((twin) => nameUser(twin.user, people));
		return names.length === 0
			? []
			: [`${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'} the ${likeness.name}`];
	});
	return {
		severity: 'warning',
		code: 'possible-duplicate',
		column: storedField(key).header,
		value: user[key],
		message: `${capitalize(alike.join(', and '))}.${then}`,
		short: first === undefined ? 'Possible duplicate' : `Duplicate of ${nameUser(first.user, people)}?`,
	};
}

function capitalize(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A user of the sheet by ID, and one that the file creates or changes by the line. */
export function nameUser({id}: User, {lines}: People): string {
	const line = lines.get(id);
	return line === undefined ? `ID ${id}` : `line ${line}`;
}
