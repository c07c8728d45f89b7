import {equalityKey} from '../domain/compare-text.ts';
import type {Problem} from '../domain/problem.ts';
import {fullName, type User} from '../domain/user.ts';
import type {Work} from '../domain/work.ts';

const usersPerStep = 2000;

/** The people of the sheet and of the rows read so far, to find those who are there already. */
export type People = {
	/** The first with this e-mail address, as it is compared. */
	readonly byEmail: Map<string, User>;
	/** The others, by e-mail address and last name: only an address that several share needs the longer key. */
	readonly byPerson: Map<string, User>;
};

/** The people who are in the sheet already. */
export function* collectPeople(users: readonly User[]): Work<People> {
	const people: People = {byEmail: new Map(), byPerson: new Map()};
	let done = 0;
	for (const user of users) {
		addPerson(people, user);
		done += 1;
		if (done % usersPerStep === 0) yield {done: 0, total: users.length};
	}
	return people;
}

/** Who has the same last name and e-mail address (rules.md 3.9), or nobody, and then this user is one of them from now on. Case does not count. */
export function addPerson(people: People, user: User): User | undefined {
	const email = equalityKey(user.email);
	const first = people.byEmail.get(email);
	if (first === undefined) {
		people.byEmail.set(email, user);
		return undefined;
	}
	const lastName = equalityKey(user.lastName);
	if (equalityKey(first.lastName) === lastName) return first;
	const key = `${email}\n${lastName}`;
	const other = people.byPerson.get(key);
	if (other === undefined) people.byPerson.set(key, user);
	return other;
}

/** The warning on a row that would create somebody a second time. */
export function describeDuplicate(line: number, user: User, twin: User, skipped: boolean): Problem {
	return {
		severity: 'warning',
		code: 'possible-duplicate',
		line,
		who: fullName(user),
		column: 'Email address',
		value: user.email,
		message: `ID ${twin.id} has the same last name and e-mail address.${skipped ? ' The row is left out.' : ''}`,
		short: `Duplicate of ID ${twin.id}?`,
	};
}
