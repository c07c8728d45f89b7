import {equalityKey} from '../domain/compare-text.ts';
import {count} from '../domain/problem.ts';
import type {User} from '../domain/user.ts';
import {eachInSteps, type Work} from '../domain/work.ts';
import type {CsvTable, ImportPlan} from './import-plan.ts';
import {matchWayOf} from './match-by.ts';
import {findImportColumns, readCell, readId} from './read-cells.ts';

/** Users who are in the sheet and not in a file (rules.md 3.27). */
export type Missing = {
	readonly users: readonly User[];
	/** How many users were looked for. */
	readonly of: number;
	/** How many more have no value that a row could find them by: nothing is said of them. */
	readonly unfindable: number;
	/** Whether so many are missing that the file is probably not whole. */
	readonly isMuch: boolean;
};

/** More than this part of the users is not missing because they have left. */
const manyMissing = 5;

/** Why it cannot be said who is missing, as a sentence; undefined where it can. */
export function refuseMissing({match}: CsvTable, {matchBy}: ImportPlan['options']): string | undefined {
	const {field, label} = matchWayOf(matchBy);
	const isThere = match.columns.some((column) =>
		field === undefined ? column.use === 'id' : column.use === 'field' && column.key === field,
	);
	return isThere ? undefined : `The file has no ${label} to find users by.`;
}

/**
 * The users of a scope who are missing from a file: no row has what users are found by (rules.md 3.25), whatever becomes of the row, and no
 * row was taken for theirs as a possible duplicate. Of users synchronised from a system only its own are looked for (rules.md 3.28). They are listed, and never removed by an import.
 */
export function* findMissing({match}: CsvTable, plan: ImportPlan, scope: readonly User[]): Work<Missing> {
	const {field, source} = matchWayOf(plan.options.matchBy);
	const idColumn = match.columns.find(({use}) => use === 'id')?.index;
	const column = findImportColumns(match.columns).find(({key}) => key === field);
	const keys = new Set<string>();
	const met = new Set<number>();
	yield* eachInSteps(plan.rows, (judged) => {
		const key =
			column === undefined ? readId(judged.row, idColumn) : equalityKey(readCell(judged.row, column));
		keys.add(key);
		if (judged.kind === 'update') met.add(judged.before.id);
		if ((judged.kind === 'unchanged' || judged.kind === 'skip') && judged.user !== undefined)
			met.add(judged.user.id);
	});
	// By another value than the ID the users that the import has made are found like all others.
	if (field === undefined) for (const {id} of plan.change.added) met.add(id);
	const users: User[] = [];
	let unfindable = 0;
	const looked = source === undefined ? scope : scope.filter(({origin}) => origin === source);
	yield* eachInSteps(looked, (user) => {
		const value = source === undefined ? field && user[field] : user.sourceId;
		const key = value === undefined ? String(user.id) : equalityKey(value);
		if (met.has(user.id) || (key !== '' && keys.has(key))) return;
		if (key === '') unfindable += 1;
		else users.push(user);
	});
	const of = looked.length - unfindable;
	return {users, of, unfindable, isMuch: users.length * manyMissing > of};
}

/** How many users are missing, and what may be wrong with that, as sentences. */
export function describeMissing(
	{of, unfindable, isMuch}: Omit<Missing, 'users'>,
	missing: number,
): readonly string[] {
	return [
		`${count(missing, 'user')} of ${of.toLocaleString('en-US')} ${missing === 1 ? 'is' : 'are'} not in the file.`,
		...(isMuch ? ['That is more than a fifth of them: the file is probably not whole.'] : []),
		...(unfindable === 0
			? []
			: [`${count(unfindable, 'more user has', 'more users have')} nothing that a row could find them by.`]),
	];
}
