import {equalityKey} from '../domain/compare-text.ts';
import type {FieldKey} from '../domain/field.ts';
import type {Problem} from '../domain/problem.ts';
import {checkSharedValue, commonPin, findSuspects, sharedRules} from '../domain/shared-rules.ts';
import {userPlaces} from '../domain/sheet.ts';
import {fullName, type User} from '../domain/user.ts';
import {buildValueIndex, type ValueIndex} from '../domain/value-index.ts';
import type {Work} from '../domain/work.ts';
import {nameUser} from './find-duplicates.ts';
import type {JudgedRow} from './import-plan.ts';
import type {RowContext} from './row-context.ts';

const rowsPerStep = 100;

/**
 * A warning for every row that gives a user a value which others have, in the sheet as it would be afterwards (rules.md 3.15),
 * by line. A PIN for all is told once, as thousands of equal warnings would hide the others. What was said of a possible
 * duplicate is not said again; and as long as those are undecided, they are not there.
 */
export function* findSharedValues(
	users: readonly User[],
	judged: readonly JudgedRow[],
	{columns, options, people}: Pick<RowContext, 'columns' | 'options' | 'people'>,
): Work<readonly Problem[]> {
	const keys = new Set(columns.map(({key}) => key));
	const rules = sharedRules.filter(({key}) => keys.has(key));
	const rows = judged.flatMap(readWritten).filter(({twin}) => options.duplicates !== 'undecided' || !twin);
	const placeOf = userPlaces(users);
	const everybody = users.slice();
	// New users have the highest IDs, in the order of their rows.
	for (const {before, after} of rows) everybody[before ? placeOf(before.id) : everybody.length] = after;
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
	for (const {line, before, after, twin} of rows) {
		for (const key of suspects.has(after.id) ? given : []) {
			if (before?.[key] === after[key]) continue;
			for (const problem of checkSharedValue(after, key, indexOf, (user) => nameUser(user, people))) {
				if (twin !== undefined && problem.column === twin.column) continue;
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

/** A row that makes or changes a user, and what was said where it looks like a user who is there already. */
type Written = {
	readonly line: number;
	readonly before: User | undefined;
	readonly after: User;
	readonly twin: Problem | undefined;
};

function readWritten(judged: JudgedRow): readonly Written[] {
	if (judged.kind !== 'create' && judged.kind !== 'update') return [];
	const [before, after] = judged.kind === 'create' ? [undefined, judged.user] : [judged.before, judged.after];
	const twin = judged.problems.find(({code}) => code === 'possible-duplicate');
	return [{line: judged.row.line, before, after, twin}];
}

function isKnown(known: Set<string>, value: string): boolean {
	return known.size === known.add(value).size;
}
