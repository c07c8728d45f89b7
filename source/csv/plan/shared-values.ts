import {equalityKey} from '../../domain/compare-text.ts';
import type {FieldKey} from '../../domain/field.ts';
import type {Owners, OwnersOf} from '../../domain/other-owners.ts';
import type {Problem} from '../../domain/problem.ts';
import {
	checkSharedValue,
	commonPin,
	isCommonPin,
	type SharedRule,
	sharedRules,
} from '../../domain/shared-rules.ts';
import {findUserPlace, userPlaces} from '../../domain/sheet.ts';
import {fullName, type User} from '../../domain/user.ts';
import {eachInSteps, type Work} from '../../domain/work.ts';
import type {ImportOptions, JudgedRow} from '../import-plan.ts';
import {nameUser} from '../people/find-duplicates.ts';
import {addToIndex, createKeyIndex, findPlaces, type KeyIndex} from '../people/key-index.ts';
import type {People} from '../people/people.ts';
import {findFrom} from '../people/places.ts';
import type {RowContext} from './row-context.ts';

const rowsPerStep = 100;

/** A row that makes or changes a user, and what was said where it looks like a user who is there already. */
export type Written = {
	readonly line: number;
	readonly before: User | undefined;
	readonly after: User;
	readonly twin: Problem | undefined;
};

/**
 * Who has which value in the sheet as it would be afterwards, and what there is to say of values that several have (rules.md 3.15). As
 * long as possible duplicates are undecided, they are not there.
 */
export type SharedValues = {
	/** Sorted by ID: users of the sheet as they will be, then those that rows make. */
	readonly everybody: User[];
	/** By the fields in which the rules look. */
	readonly indexes: ReadonlyMap<FieldKey, KeyIndex>;
	/** The fields that the file gives values of, in the order of the rules. */
	readonly given: ReadonlySet<FieldKey>;
	readonly people: People;
	readonly options: ImportOptions;
	/** The rows that change users of the sheet, by ID. */
	readonly changing: Map<number, number>;
	/** What is said of rows, by place, but for a PIN of many. */
	readonly problems: Map<number, readonly Problem[]>;
};

/** Looks at the users as they would be, when all rows are judged. */
export function* collectSharedValues(
	users: readonly User[],
	judged: readonly JudgedRow[],
	{columns, options, people}: Pick<RowContext, 'columns' | 'options' | 'people'>,
): Work<SharedValues> {
	const keys = new Set(columns.map(({key}) => key));
	const rules = sharedRules.filter(({key}) => keys.has(key));
	const everybody = users.slice();
	const placeOf = userPlaces(users);
	const changing = new Map<number, number>();
	for (const [at, row] of judged.entries()) {
		const written = readWritten(row, options);
		if (written === undefined) continue;
		const {before, after} = written;
		// New users have the highest IDs, in the order of their rows.
		everybody[before ? placeOf(before.id) : everybody.length] = after;
		if (before !== undefined) changing.set(before.id, at);
	}
	const indexes = new Map<FieldKey, KeyIndex>();
	for (const {among} of rules)
		indexes.set(
			among,
			createKeyIndex(
				(id) => equalityKey(everybody[findUserPlace(everybody, id)]?.[among] ?? ''),
				everybody.length,
			),
		);
	yield* eachInSteps(everybody, (user) => {
		for (const [key, index] of indexes) {
			const value = equalityKey(user[key]);
			if (value !== '') addToIndex(index, value, user.id);
		}
	});
	const given = new Set(rules.map(({key}) => key));
	const shared = {everybody, indexes, given, people, options, changing, problems: new Map()};
	const suspects = yield* findSuspects(shared, rules);
	let done = 0;
	for (const id of suspects) {
		const at = placeOfWriter(shared, id);
		if (at !== undefined) judgeShared(shared, at, judged[at]);
		done += 1;
		if (done % rowsPerStep === 0) yield {done: users.length, total: users.length};
	}
	return shared;
}

/** The IDs of the users that a rule may have something to say about: nearly always few, and then no other is looked at. */
function* findSuspects(
	{everybody, indexes}: SharedValues,
	rules: readonly SharedRule[],
): Work<ReadonlySet<number>> {
	const suspects = new Set<number>();
	for (const {several} of indexes.values())
		for (const ids of several.values()) yield* eachInSteps(ids, (id) => suspects.add(id));
	const seen = new Set<FieldKey>();
	for (const {key, among} of rules) {
		const others = indexes.get(among);
		// A value of one field in another is the same, seen from the other one.
		if (key === among || others === undefined || seen.has(among)) continue;
		seen.add(key);
		yield* eachInSteps(everybody, (user) => {
			const value = equalityKey(user[key]);
			const found = value === '' ? undefined : findPlaces(others, value);
			if (found === undefined) return;
			suspects.add(user.id);
			// Where several have it, they are suspects already.
			if (typeof found === 'number') suspects.add(found);
		});
	}
	return suspects;
}

/** Says of the row at a place what others have, too. */
export function judgeShared(shared: SharedValues, at: number, judged: JudgedRow | undefined): void {
	const written = judged && readWritten(judged, shared.options);
	const given = written === undefined ? [] : [...shared.given];
	const problems = given.flatMap((key) =>
		written === undefined ? [] : checkGiven(shared, written, key).filter(({code}) => code !== commonPin),
	);
	if (problems.length === 0) shared.problems.delete(at);
	else shared.problems.set(at, problems);
}

/**
 * A PIN of many is told once, as thousands of equal warnings would hide the others: at the first row that gives it.
 *
 * @returns by place
 */
export function findCommonPins(
	shared: SharedValues,
	judged: readonly JudgedRow[],
): ReadonlyMap<number, readonly Problem[]> {
	const found = new Map<number, readonly Problem[]>();
	const pins = shared.given.has('deploymentPin') ? shared.indexes.get('deploymentPin') : undefined;
	for (const ids of pins?.several.values() ?? []) {
		if (!isCommonPin(ids.length, shared.everybody.length)) continue;
		for (const id of ids) {
			const at = placeOfWriter(shared, id);
			const row = at === undefined ? undefined : judged[at];
			const written = row && readWritten(row, shared.options);
			const problems = written === undefined ? [] : checkGiven(shared, written, 'deploymentPin');
			if (at === undefined || problems.length === 0) continue;
			found.set(at, problems);
			break;
		}
	}
	return found;
}

/** What is said of a value that a row gives. What was said of a possible duplicate is not said again. */
function checkGiven(shared: SharedValues, written: Written, key: FieldKey): readonly Problem[] {
	const {line, before, after, twin} = written;
	if (before?.[key] === after[key]) return [];
	const nameOther = (user: User): string => nameUser(user, shared.people);
	const place = before === undefined ? {line} : {line, id: String(before.id)};
	return checkSharedValue(after, key, (among) => indexOf(shared, among), nameOther)
		.filter(({column}) => twin === undefined || column !== twin.column)
		.map((problem) => ({...problem, ...place, who: fullName(before ?? after)}));
}

/** The index of a field as the rules ask for it. */
function indexOf({indexes, everybody}: SharedValues, key: FieldKey): OwnersOf {
	const index = indexes.get(key);
	if (index === undefined) throw new Error(`No index of ${key}`);
	const get = (value: string): number | Owners | undefined => {
		const ids = findPlaces(index, value);
		return typeof ids === 'object' ? ownersOf(ids) : ids;
	};
	return {users: everybody, owners: {get}};
}

function ownersOf(ids: readonly number[]): Owners {
	return {
		size: ids.length,
		has: (id) => ids[findFrom(ids, id)] === id,
		[Symbol.iterator]: () => ids[Symbol.iterator](),
	};
}

/** The row that makes or changes the user with this ID. */
export function placeOfWriter({people, changing}: SharedValues, id: number): number | undefined {
	return id >= people.nextId ? id - people.nextId : changing.get(id);
}

/** What a row writes; undefined for nothing. */
export function readWritten(judged: JudgedRow, {duplicates}: ImportOptions): Written | undefined {
	if (judged.kind !== 'create' && judged.kind !== 'update') return undefined;
	const twin = judged.problems.find(({code}) => code === 'possible-duplicate');
	if (twin !== undefined && duplicates === 'undecided') return undefined;
	const {line} = judged.row;
	return judged.kind === 'create'
		? {line, before: undefined, after: judged.user, twin}
		: {line, before: judged.before, after: judged.after, twin};
}

/** The user with an ID as it would be; undefined where there would be none. */
export function findEverybody({everybody}: SharedValues, id: number): User | undefined {
	const user = everybody[findUserPlace(everybody, id)];
	return user?.id === id ? user : undefined;
}
