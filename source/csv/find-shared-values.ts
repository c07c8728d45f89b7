import {emptyChange} from '../domain/change.ts';
import {changeUsers} from '../domain/change-users.ts';
import {equalityKey} from '../domain/compare-text.ts';
import type {FieldKey} from '../domain/field.ts';
import type {Problem} from '../domain/problem.ts';
import {checkSharedValue, commonPin, findSuspects, sharedRules} from '../domain/shared-rules.ts';
import {fullName, type User} from '../domain/user.ts';
import {buildValueIndex, type ValueIndex} from '../domain/value-index.ts';
import type {Work} from '../domain/work.ts';
import {nameUser} from './find-duplicates.ts';
import type {PlannedCreate, PlannedUpdate} from './import-plan.ts';
import type {RowContext} from './row-context.ts';

const rowsPerStep = 100;

/** What a file would make of the users of a sheet, and what was said of its rows. */
type Planned = {
	readonly created: readonly PlannedCreate[];
	readonly updated: readonly PlannedUpdate[];
	readonly problems: readonly Problem[];
};

/**
 * A warning for every row that gives a user a value which others have, in the sheet as it would be afterwards (rules.md 3.15),
 * by line. A PIN for all is told once, as thousands of equal warnings would hide the others. What was said of a possible
 * duplicate is not said again; and while nobody has decided about those, they are not there.
 */
export function* findSharedValues(
	users: readonly User[],
	planned: Planned,
	{columns, options, people}: Pick<RowContext, 'columns' | 'options' | 'people'>,
): Work<readonly Problem[]> {
	const keys = new Set(columns.map(({key}) => key));
	const rules = sharedRules.filter(({key}) => keys.has(key));
	const twins = findTwinColumns(planned.problems);
	const rows = listRows(planned).filter(({line}) => options.duplicates !== 'undecided' || !twins.has(line));
	const everybody = changeUsers(users, {
		...emptyChange(''),
		added: rows.filter(({before}) => before === undefined).map(({after}) => after),
		updated: rows.flatMap(({before, after}) => (before === undefined ? [] : [[before, after] as const])),
	});
	const indexes = new Map<FieldKey, ValueIndex>();
	for (const {among} of rules)
		if (!indexes.has(among)) indexes.set(among, yield* buildValueIndex(everybody, among));
	const indexOf = (key: FieldKey): ValueIndex => {
		const index = indexes.get(key);
		if (index === undefined) throw new Error(`No index of ${key}`);
		return index;
	};
	const suspects = yield* findSuspects(rules, indexOf);
	const given = new Set(rules.map(({key}) => key));
	const problems: Problem[] = [];
	const toldPins = new Set<string>();
	let done = 0;
	for (const {line, before, after} of rows) {
		for (const key of suspects.has(after.id) ? given : []) {
			if (before?.[key] === after[key]) continue;
			for (const problem of checkSharedValue(after, key, indexOf, (user) => nameUser(user, people))) {
				if (problem.column === twins.get(line)) continue;
				if (problem.code === commonPin && isKnown(toldPins, equalityKey(after[key]))) continue;
				const place = before === undefined ? {line} : {line, id: String(before.id)};
				problems.push({...problem, ...place, who: fullName(before ?? after)});
			}
		}
		done += 1;
		if (done % rowsPerStep === 0) yield {done: users.length, total: users.length};
	}
	return problems;
}

type Row = {readonly line: number; readonly before?: User; readonly after: User};

/** The rows that make or change a user, by line. */
function listRows({created, updated}: Planned): readonly Row[] {
	const rows: Row[] = created.map(({line, user}) => ({line, after: user}));
	return rows.concat(updated).sort((a, b) => a.line - b.line);
}

/** For each line that looks like somebody who is there already, the column in which that was said. */
function findTwinColumns(problems: readonly Problem[]): ReadonlyMap<number, string | undefined> {
	const columns = new Map<number, string | undefined>();
	for (const {code, line, column} of problems)
		if (code === 'possible-duplicate' && line !== undefined) columns.set(line, column);
	return columns;
}

function isKnown(known: Set<string>, value: string): boolean {
	return known.size === known.add(value).size;
}
