import {storedFields} from './field-lists.ts';
import {count} from './problem.ts';
import type {User} from './user.ts';

const required = storedFields.filter((field) => field.required === 'stand-alone');

/** Whether a user lacks what a stand-alone deployment needs (rules.md 1.4). */
export function fallsShort(user: User): boolean {
	return required.some(({key}) => user[key] === '');
}

/** What a stand-alone deployment lacks in these users, as a sentence; undefined where it lacks nothing (rules.md 1.4). */
export function describeShortfall(users: readonly User[]): string | undefined {
	const short = users.filter(fallsShort).length;
	if (short === 0) return undefined;
	const headers = required.map(({header}) => header).join(', ');
	return `${count(short, 'user lacks', 'users lack')} at least one of ${headers}, which a stand-alone deployment needs.`;
}
