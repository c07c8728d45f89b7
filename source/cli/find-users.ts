import {count} from '../domain/problem.ts';
import {type IdRange, isInRanges, parseIdRanges} from '../domain/query/id-ranges.ts';
import {findUserPlace, type Sheet} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';

/** The users that `--id` names, each once and in the order of the sheet, or why that is not possible. */
export function findUsers(
	{users}: Sheet,
	ids: readonly string[],
): {readonly users: readonly User[]} | {readonly problem: string} {
	const texts = ids.flatMap((id) => id.split(','));
	const malformed = texts.filter((text) => parseIdRanges(text) === undefined);
	if (malformed.length > 0)
		return {
			problem: `An ID is a number from 1 on, and 1-50 a range of them: ${listTexts(malformed)} cannot be one.`,
		};
	const unknown = texts.filter((text) => !(parseIdRanges(text) ?? []).some((range) => hasUser(range, users)));
	if (unknown.length > 0)
		return {
			problem: `There is no user with the ID ${listTexts([...new Set(unknown)])}. Nothing was changed; "usersheet list" shows the IDs.`,
		};
	const ranges = texts.flatMap((text) => parseIdRanges(text) ?? []);
	const single = new Set(ranges.map(({from}) => from));
	const wide = ranges.filter(({from, to}) => from < to);
	return {users: users.filter(({id}) => single.has(id) || isInRanges(id, wide))};
}

function hasUser({from, to}: IdRange, users: readonly User[]): boolean {
	const first = users[findUserPlace(users, from)];
	return first !== undefined && first.id <= to;
}

function listTexts(texts: readonly string[]): string {
	const shown = texts.slice(0, 10).join(', ');
	return texts.length > 10 ? `${shown} and ${count(texts.length - 10, 'other')}` : shown;
}
