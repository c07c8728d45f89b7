import {applyChange} from '../apply-change.ts';
import {
	type Change,
	cellKeys,
	emptyChange,
	isBulk,
	nameOfUpdate,
	type Update,
	updateWith,
	type WritableCells,
} from '../change.ts';
import {checkCell, checkChanged} from '../check-in-sheet.ts';
import {findConsequences} from '../consequences.ts';
import {type FieldKey, showValue, type UserValues} from '../field.ts';
import {storedField, storedFields} from '../field-lists.ts';
import {count, type Problem} from '../problem.ts';
import {findProfile} from '../profile.ts';
import {indexedKeys} from '../shared-rules.ts';
import {type Sheet, surroundingsOf, userFinder} from '../sheet.ts';
import {checkField, fullName, isReadOnly, trimValue, type User} from '../user.ts';
import {buildValueIndex, type ValueIndex, valueIndex} from '../value-index.ts';
import {eachInSteps, type Work} from '../work.ts';

/** What new values in cells of many users would do. */
export type CellsPlan = {
	/** Without the cells that are left alone. */
	readonly change: Change;
	/** Values that break a rule: they are not written. */
	readonly refused: readonly (Problem & {readonly key: FieldKey})[];
	/** What deserves a look in the values that are written. */
	readonly said: readonly Problem[];
	/** Cells left alone because their values belong to another system (rules.md 1.5). */
	readonly readOnly: number;
	/** How many of the values that are written replace another one. */
	readonly replaced: number;
	/** How many of them by nothing. */
	readonly emptied: number;
};

/**
 * Plans new values for some users, each cell judged as one that is typed (rules.md 3.15).
 *
 * @param valuesOf the new values of a user, as typed
 * @param what the beginning of the change's name: "Fill Email address"
 */
export function* planCells(
	users: readonly User[],
	valuesOf: (user: User) => Partial<UserValues>,
	sheet: Sheet,
	what: string,
): Work<CellsPlan> {
	const surroundings = surroundingsOf(sheet);
	const updated: Update[] = [];
	const refused: CellsPlan['refused'][number][] = [];
	let readOnly = 0;
	let replaced = 0;
	let emptied = 0;
	yield* eachInSteps(users, (before) => {
		const given = valuesOf(before);
		const cells: WritableCells = {};
		for (const field of storedFields) {
			const {key} = field;
			const typed = given[key];
			if (typed === undefined) continue;
			const value = storedValue(key, typed, sheet);
			if (isReadOnly(field, before.origin)) readOnly += 1;
			else if (value !== before[key]) {
				const finding = checkField(key, value, surroundings);
				if (finding === undefined) {
					cells[key] = {before: before[key], after: value};
					if (before[key] !== '') replaced += 1;
					if (value === '') emptied += 1;
				} else refused.push({severity: 'error', ...finding, key, ...placeOf(before, key, value)});
			}
		}
		const update = updateWith(before, cells);
		if (cellKeys(update).length > 0) updated.push(update);
	});
	const change = {...emptyChange(nameChange(what, updated)), updated};
	return {change, refused, readOnly, replaced, emptied, said: yield* judgeChange(change, sheet)};
}

/** "Fill Email address of 40 users". */
export function nameChange(what: string, updated: readonly Update[]): string {
	const [only] = updated;
	return `${what} of ${updated.length === 1 && only ? nameOfUpdate(only) : count(updated.length, 'user')}`;
}

/** Trimmed, and a profile by its own name. */
export function storedValue(key: FieldKey, given: string, {profiles}: Sheet): string {
	const value = trimValue(storedField(key), given);
	return key === 'profile' ? (findProfile(profiles, value)?.name ?? value) : value;
}

/** What deserves a look in the cells that a change sets, among the users as they would be. */
export function* judgeChange(change: Change, sheet: Sheet): Work<readonly Problem[]> {
	const problems: Problem[] = [];
	const later = applyChange(sheet, change);
	const indexOf = isBulk(change)
		? yield* indexLater(later.users)
		: (key: FieldKey) => valueIndex(later.users, key);
	const [findBefore, findAfter] = [userFinder(sheet.users), userFinder(later.users)];
	yield* eachInSteps(change.updated, ({id}) => {
		const [before, after] = [findBefore(id), findAfter(id)];
		if (before === undefined || after === undefined) return;
		for (const problem of checkChanged(before, after, later, indexOf))
			problems.push({...problem, ...whoIs(before)});
		for (const problem of findConsequences(before, after)) problems.push({...problem, ...whoIs(before)});
	});
	yield* eachInSteps(change.added, (user) => {
		for (const field of storedFields)
			for (const problem of checkCell(user, field, later, indexOf))
				problems.push({...problem, ...whoIs(user)});
	});
	return problems;
}

/** Who would have which value: not among what the grid looks into, which keeps the users as they are. */
function* indexLater(users: readonly User[]): Work<(key: FieldKey) => ValueIndex> {
	const indexes = new Map<FieldKey, ValueIndex>();
	for (const key of indexedKeys) indexes.set(key, yield* buildValueIndex(users, key));
	return (key) => indexes.get(key) ?? valueIndex(users, key);
}

function placeOf(user: User, key: FieldKey, value: string): Pick<Problem, 'id' | 'who' | 'column' | 'value'> {
	const field = storedField(key);
	return {...whoIs(user), column: field.header, value: showValue(field, value)};
}

function whoIs(user: User): Pick<Problem, 'id' | 'who'> {
	return {id: String(user.id), who: fullName(user)};
}
