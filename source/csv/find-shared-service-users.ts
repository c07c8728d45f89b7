import {equalityKey} from '../domain/compare-text.ts';
import type {Problem} from '../domain/problem.ts';
import type {User} from '../domain/user.ts';
import type {Work} from '../domain/work.ts';
import type {PlannedCreate, PlannedUpdate} from './import-plan.ts';

const usersPerStep = 2000;

/**
 * A warning for every row that gives a user a service user name which another user has, in the sheet as it would be
 * afterwards (rules.md 3.15), by line; case does not count.
 */
export function* findSharedServiceUsers(
	users: readonly User[],
	created: readonly PlannedCreate[],
	updated: readonly PlannedUpdate[],
): Work<readonly Problem[]> {
	const replaced = new Map<number, User>();
	let done = 0;
	for (const {after} of updated) {
		replaced.set(after.id, after);
		done += 1;
		if (done % usersPerStep === 0) yield {done: 0, total: users.length};
	}
	const everybody = [...users.map((user) => replaced.get(user.id) ?? user), ...created.map(({user}) => user)];
	const seen = new Set<string>();
	const repeated = new Set<string>();
	done = 0;
	for (const user of everybody) {
		const name = nameOf(user);
		if (name !== '' && seen.size === seen.add(name).size) repeated.add(name);
		done += 1;
		if (done % usersPerStep === 0) yield {done, total: everybody.length};
	}
	if (repeated.size === 0) return [];
	const owners = new Map<string, readonly User[]>();
	for (const user of everybody) {
		const name = nameOf(user);
		const known = owners.get(name) ?? [];
		if (known.length < 2 && repeated.has(name)) owners.set(name, [...known, user]);
		done += 1;
		if (done % usersPerStep === 0) yield {done: everybody.length, total: everybody.length};
	}
	const problems: Problem[] = [];
	for (const {line, user} of listNamed(created, updated)) {
		const other = owners.get(nameOf(user))?.find((owner) => owner.id !== user.id);
		if (other !== undefined) problems.push(describeShared(line, user, other));
		done += 1;
		if (done % usersPerStep === 0) yield {done: everybody.length, total: everybody.length};
	}
	return problems;
}

function nameOf(user: User): string {
	return equalityKey(user.serviceUser);
}

/** The rows that give a user a service user name. */
function listNamed(
	created: readonly PlannedCreate[],
	updated: readonly PlannedUpdate[],
): readonly PlannedCreate[] {
	const renamed = updated.filter(({before, after}) => before.serviceUser !== after.serviceUser);
	return [...created, ...renamed.map(({line, after}) => ({line, user: after}))];
}

function describeShared(line: number, user: User, other: User): Problem {
	return {
		severity: 'warning',
		code: 'shared-service-user',
		line,
		column: 'MiCollab Client Service user name',
		value: user.serviceUser,
		message: `ID ${other.id} has the same.`,
		short: `ID ${other.id} has the same`,
		fix: 'Give each user one of their own.',
	};
}
