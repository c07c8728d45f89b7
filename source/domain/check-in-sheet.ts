import {changedFields} from './change.ts';
import {equalityKey} from './compare-text.ts';
import type {FieldKey, StoredField} from './field.ts';
import {storedField, storedFields} from './field-lists.ts';
import type {Problem} from './problem.ts';
import {findProfile} from './profile.ts';
import {checkSharedValue, commonPin, findSuspects, indexedKeys, sharedRules} from './shared-rules.ts';
import {type Sheet, surroundingsOf, userFinder} from './sheet.ts';
import {checkUser, checkUserField, fullName, type User} from './user.ts';
import {hasValueIndex, type ValueIndex, valueIndex, valueIndexInSteps} from './value-index.ts';
import type {Work} from './work.ts';

const usersPerStep = 250;

/** Something wrong with a user of the sheet. */
export type FoundProblem = {readonly user: User; readonly problem: Problem};

/** Everything wrong with one value of a user among the others of the sheet, which may have the user in it or not yet. */
export function checkCell(
	user: User,
	field: StoredField,
	sheet: Sheet,
	indexOf: (key: FieldKey) => ValueIndex = (key) => valueIndex(sheet.users, key),
): readonly Problem[] {
	const remote = findProfile(sheet.profiles, user.profile)?.remoteMbg === true;
	const own = checkUserField(field, user, remote, surroundingsOf(sheet));
	const shared = checkSharedValue(user, field.key, indexOf);
	return own === undefined ? shared : [own, ...shared];
}

/**
 * Everything wrong with the values in which two versions of a user differ, and what that makes doubtful beside them: a new
 * number may give the PIN away. An older error elsewhere is not told (rules.md 3.15).
 */
export function checkChanged(
	before: User,
	after: User,
	sheet: Sheet,
	indexOf?: (key: FieldKey) => ValueIndex,
): readonly Problem[] {
	const keys = changedFields(before, after);
	const changed = keys.flatMap((key) => checkCell(after, storedField(key), sheet, indexOf));
	const beside = storedFields.filter(
		({key, doubtReads = []}) => !keys.includes(key) && doubtReads.some((read) => keys.includes(read)),
	);
	if (beside.length === 0) return changed;
	const find = (field: StoredField, user: User): Problem | undefined => {
		const remote = findProfile(sheet.profiles, user.profile)?.remoteMbg === true;
		return checkUserField(field, user, remote, surroundingsOf(sheet));
	};
	const doubts = beside.flatMap((field) => {
		const found = find(field, after);
		return found?.severity !== 'warning' || find(field, before)?.code === found.code ? [] : [found];
	});
	return [...changed, ...doubts];
}

/** Everything wrong with a user among the others of the sheet, in the order of the field table (rules.md 3.15). */
export function checkInSheet(user: User, sheet: Sheet): readonly Problem[] {
	return storedFields.flatMap((field) => checkCell(user, field, sheet));
}

/** Whether {@link checkCell} is ready for these users. */
export function isIndexed(users: readonly User[]): boolean {
	return indexedKeys.every((key) => hasValueIndex(users, key));
}

/** Gets ready for {@link checkCell} among these users, in steps: it then takes no time to speak of. */
export function* indexValues(users: readonly User[]): Work<void> {
	for (const key of indexedKeys) yield* valueIndexInSteps(users, key);
}

/**
 * Everything wrong with users of the sheet, as a list has it: each problem with ID and name. A PIN for all is told of the first
 * one who has it only, as thousands of equal lines would hide the others.
 *
 * @param ids the users to look at, in this order
 * @param most how many users with a problem are looked for
 */
export function* findProblems(
	sheet: Sheet,
	ids: readonly number[],
	most = Number.POSITIVE_INFINITY,
): Work<readonly FoundProblem[]> {
	yield* indexValues(sheet.users);
	const suspects = yield* findSuspects(sharedRules, (key) => valueIndex(sheet.users, key));
	const surroundings = surroundingsOf(sheet);
	const find = userFinder(sheet.users);
	const isFirstWithPin = firstWithPin(sheet.users);
	const found: FoundProblem[] = [];
	let withProblem = 0;
	for (const [place, id] of ids.entries()) {
		if (place % usersPerStep === 0) yield {done: place, total: ids.length};
		const user = find(id);
		if (user === undefined) continue;
		const all = suspects.has(id) ? checkInSheet(user, sheet) : checkUser(user, surroundings);
		const problems = all.filter(({code}) => code !== commonPin || isFirstWithPin(user));
		for (const problem of problems)
			found.push({user, problem: {...problem, id: String(user.id), who: fullName(user)}});
		if (problems.length > 0) withProblem += 1;
		if (withProblem === most) break;
	}
	return found;
}

/** Whether a user is the first one with a PIN: looked for once for each PIN, of which only a few can be common. */
function firstWithPin(users: readonly User[]): (user: User) => boolean {
	const firsts = new Map<string, User | undefined>();
	return ({id, deploymentPin}) => {
		const pin = equalityKey(deploymentPin);
		if (!firsts.has(pin))
			firsts.set(
				pin,
				users.find((user) => equalityKey(user.deploymentPin) === pin),
			);
		return firsts.get(pin)?.id === id;
	};
}
