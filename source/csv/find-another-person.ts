import {equalityKey} from '../domain/compare-text.ts';
import type {Problem} from '../domain/problem.ts';
import type {User} from '../domain/user.ts';

const anotherPerson: Problem = {
	severity: 'warning',
	code: 'another-person',
	message:
		'Last name and e-mail address both differ from the stored user. Is it another person? IDs are only valid in the system that gave them.',
	short: 'Another person?',
};

/** A warning where an update may be about another person (rules.md 3.8). */
export function findAnotherPerson(before: User, after: User): readonly Problem[] {
	const isOther = differs(before.lastName, after.lastName) && differs(before.email, after.email);
	return isOther ? [anotherPerson] : [];
}

function differs(before: string, after: string): boolean {
	return equalityKey(before) !== equalityKey(after);
}
