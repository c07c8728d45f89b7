import {checkInSheet, isIndexed} from '../../../domain/check-in-sheet.ts';
import {commonPin} from '../../../domain/shared-rules.ts';
import {type Sheet, surroundingsOf} from '../../../domain/sheet.ts';
import {checkUser, type User} from '../../../domain/user.ts';

/** So few users are indexed between two key presses. */
const few = 5000;

const found = new WeakMap<Sheet, Map<User, boolean>>();

/**
 * Whether something is wrong with a user, for a sign in the row. It is asked for rows that are drawn only, and once for each.
 * As long as the values of many users are not indexed, what the user shares with others is left out.
 */
export function hasProblem(user: User, sheet: Sheet): boolean {
	const known = found.get(sheet) ?? new Map<User, boolean>();
	const before = known.get(user);
	if (before !== undefined) return before;
	if (sheet.users.length > few && !isIndexed(sheet.users))
		return checkUser(user, surroundingsOf(sheet)).length > 0;
	// A PIN for all would be a sign in each row, and hide the others.
	const isWrong = checkInSheet(user, sheet).some(({code}) => code !== commonPin);
	found.set(sheet, known.set(user, isWrong));
	return isWrong;
}
