import {applyChange} from './apply-change.ts';
import {
	type Change,
	cellKeys,
	changedFields,
	emptyChange,
	nameOfUpdate,
	type Update,
	updateOf,
} from './change.ts';
import {checkCell, indexValues} from './check-in-sheet.ts';
import {findConsequences} from './consequences.ts';
import {type FieldKey, showValue, type UserValues} from './field.ts';
import {storedField, storedFields} from './field-lists.ts';
import {count, type Problem} from './problem.ts';
import {findProfile} from './profile.ts';
import {type Sheet, surroundingsOf, userFinder} from './sheet.ts';
import {checkField, fullName, isReadOnly, trimValue, type User} from './user.ts';
import {eachInSteps, type Work} from './work.ts';

/** What giving users the same values would do. */
export type ValuesPlan = {
	/** Empty where a value breaks a rule. */
	readonly change: Change;
	/** Errors of the values themselves, or else what deserves a look in the users who change. */
	readonly problems: readonly Problem[];
	/** Cells left alone because their values belong to another system (rules.md 1.5). */
	readonly readOnly: number;
};

/** Plans one value for each of some fields, for all of these users; judged as a cell is (rules.md 3.15). */
export function* planValues(
	users: readonly User[],
	given: Partial<UserValues>,
	sheet: Sheet,
): Work<ValuesPlan> {
	const fields = storedFields.filter(({key}) => given[key] !== undefined);
	const values = fields.map((field) => ({
		field,
		value: storedValue(field.key, given[field.key] ?? '', sheet),
	}));
	const errors = values.flatMap(({field, value}): Problem | readonly [] => {
		const finding = checkField(field.key, value, surroundingsOf(sheet));
		return finding === undefined
			? []
			: {severity: 'error', ...finding, column: field.header, value: showValue(field, value)};
	});
	const updated: Update[] = [];
	let readOnly = 0;
	yield* eachInSteps(errors.length > 0 ? [] : users, (before) => {
		const mine = values.filter(({field}) => !isReadOnly(field, before.origin));
		readOnly += values.length - mine.length;
		const after = {...before, ...Object.fromEntries(mine.map(({field, value}) => [field.key, value]))};
		const update = updateOf(before, after);
		if (cellKeys(update).length > 0) updated.push(update);
	});
	const names = fields.map(({header}) => header).join(', ');
	const [only] = updated;
	const whose = updated.length === 1 && only ? nameOfUpdate(only) : count(updated.length, 'user');
	const change = {...emptyChange(`Set ${names} of ${whose}`), updated};
	return {change, readOnly, problems: errors.length > 0 ? errors : yield* judgeChange(change, sheet)};
}

/** Trimmed, and a profile by its own name. */
function storedValue(key: FieldKey, given: string, {profiles}: Sheet): string {
	const value = trimValue(storedField(key), given);
	return key === 'profile' ? (findProfile(profiles, value)?.name ?? value) : value;
}

/** What deserves a look in the cells that a change sets, among the users as they would be. */
function* judgeChange(change: Change, sheet: Sheet): Work<readonly Problem[]> {
	const problems: Problem[] = [];
	const later = applyChange(sheet, change);
	yield* indexValues(later.users);
	const [findBefore, findAfter] = [userFinder(sheet.users), userFinder(later.users)];
	yield* eachInSteps(change.updated, ({id}) => {
		const [before, after] = [findBefore(id), findAfter(id)];
		if (before === undefined || after === undefined) return;
		const found = changedFields(before, after).flatMap((key) => checkCell(after, storedField(key), later));
		for (const problem of [...found, ...findConsequences(before, after)])
			problems.push({...problem, id: String(before.id), who: fullName(before)});
	});
	return problems;
}
