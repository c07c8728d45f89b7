import {count} from '../domain/problem.ts';
import {findUser, type Sheet} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';

/** The users that `--id` names, each once and in the order of the sheet, or why that is not possible. */
export function findUsers(
	sheet: Sheet,
	ids: readonly string[],
): {readonly users: readonly User[]} | {readonly problem: string} {
	const malformed = ids.filter((id) => !/^[1-9]\d{0,14}$/.test(id));
	if (malformed.length > 0)
		return {problem: `An ID is a number from 1 on: ${listIds(malformed)} cannot be one.`};
	const wanted = [...new Set(ids.map(Number))].sort((a, b) => a - b);
	const users = wanted.flatMap((id) => findUser(sheet, id) ?? []);
	const found = new Set(users.map((user) => user.id));
	const unknown = wanted.filter((id) => !found.has(id));
	if (unknown.length === 0) return {users};
	return {
		problem: `There is no user with the ID ${listIds(unknown.map(String))}. Nothing was changed; "usersheet list" shows the IDs.`,
	};
}

function listIds(ids: readonly string[]): string {
	const shown = ids.slice(0, 10).join(', ');
	return ids.length > 10 ? `${shown} and ${count(ids.length - 10, 'other')}` : shown;
}
