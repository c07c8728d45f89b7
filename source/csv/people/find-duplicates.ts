import {storedField} from '../../domain/field-lists.ts';
import type {Problem} from '../../domain/problem.ts';
import type {User} from '../../domain/user.ts';
import type {Twin} from './likenesses.ts';
import {lineOf, type People} from './people.ts';

/**
 * What is said of a row that looks like another user, as a warning.
 *
 * @param at the place of the row
 * @param then what becomes of it
 */
export function describeTwins(
	user: User,
	twins: readonly Twin[],
	people: People,
	at: number,
	then = '',
): Problem {
	const [first] = twins;
	const key = first?.likeness.key ?? 'email';
	const alike = people.alike.flatMap(({likeness}) => {
		const names = twins
			.filter((twin) => twin.likeness === likeness)
			.map((twin) => nameUser(twin.user, people, at));
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
		short: first === undefined ? 'Possible duplicate' : `Duplicate of ${nameUser(first.user, people, at)}?`,
	};
}

function capitalize(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A user of the sheet by ID, and one that the file creates or changes by the line: before the row at a place, or in all of the file. */
export function nameUser({id}: User, people: People, at = Number.POSITIVE_INFINITY): string {
	const line = lineOf(people, id, at);
	return line === undefined ? `ID ${id}` : `line ${line}`;
}
