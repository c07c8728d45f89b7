import {storedFields} from './field-lists.ts';
import {count} from './problem.ts';
import type {User} from './user.ts';

const required = storedFields.filter((field) => field.required === 'stand-alone');

/** What a stand-alone deployment lacks in these users, as a sentence; undefined where it lacks nothing (rules.md 1.4). */
export function describeShortfall(users: readonly User[]): string | undefined {
	const short = users.filter((user) => required.some(({key}) => user[key] === '')).length;
	if (short === 0) return undefined;
	const headers = required.map(({header}) => header).join(', ');
	return `${count(short, 'user lacks', 'users lack')} at least one of ${headers}, which a stand-alone deployment needs.`;
}
