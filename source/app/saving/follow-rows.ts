import {sortUsers} from '../../domain/change-users.ts';
import type {User} from '../../domain/user.ts';

/** Rows without those of some users, in the order that they have. */
export function withoutUsers(rows: readonly number[], removed: readonly User[]): readonly number[] {
	if (removed.length === 0) return rows;
	// Mostly both are in the same order: then one look along both is enough, and a set of 100,000 need not be made.
	let next = 0;
	const kept = rows.filter((id) => {
		if (removed[next]?.id !== id) return true;
		next += 1;
		return false;
	});
	if (next === removed.length) return kept;
	const gone = new Set(removed.map((user) => user.id));
	return rows.filter((id) => !gone.has(id));
}

/** Rows that are in the order of their IDs, with those of some users in their places. */
export function withUsers(rows: readonly number[], added: readonly User[]): readonly number[] {
	const sorted = sortUsers(added);
	const [first] = sorted;
	if (first === undefined) return rows;
	if ((rows.at(-1) ?? 0) < first.id) return rows.concat(sorted.map((user) => user.id));
	const merged: number[] = [];
	let next = 0;
	for (const {id} of sorted) {
		for (let row = rows[next]; row !== undefined && row <= id; row = rows[next]) {
			if (row < id) merged.push(row);
			next += 1;
		}
		merged.push(id);
	}
	return merged.concat(rows.slice(next));
}

/** Rows in any order, with those of some users at the end. */
export function atEnd(rows: readonly number[], added: readonly User[]): readonly number[] {
	if (added.length === 0) return rows;
	const here = new Set(rows);
	return rows.concat(added.map((user) => user.id).filter((id) => !here.has(id)));
}
