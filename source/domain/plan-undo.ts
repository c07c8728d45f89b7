import {applyChange} from './apply-change.ts';
import {
	type Change,
	cellKeys,
	emptyChange,
	invertListed,
	invertParts,
	invertUpdate,
	type Update,
} from './change.ts';
import type {Conflict} from './conflict.ts';
import type {Entry} from './entry.ts';
import {blankSecrets} from './entry.ts';
import {fitParts} from './fit-parts.ts';
import {fitRemoval, fitUpdate} from './fit-users.ts';
import {withFollowers} from './profiles/renamed-profile.ts';
import {type Sheet, userFinder} from './sheet.ts';
import {fullName, type User} from './user.ts';
import {eachInSteps, finishWork, type Work} from './work.ts';

/** How a change can be taken back today. */
export type UndoPlan = {
	/** One new change for the sheet as it is; empty where nothing can be taken back. */
	readonly change: Change;
	readonly left: readonly Conflict[];
};

/** A change that was made, and whether the secrets in it are no longer known. */
export type Undoable = Pick<Entry, 'change' | 'withoutSecrets'>;

/**
 * The inverse of any change of the history, made for the sheet of today. What was changed since in the same fields stays,
 * and is listed; so are users that the change created and others have worked on since. Deleted users come back with their
 * IDs. What is already as it was before is neither changed nor listed.
 */
export function planUndo(entry: Undoable, sheet: Sheet): UndoPlan {
	return finishWork(planUndoInSteps(entry, sheet));
}

/** The same, in steps between which keys can be served. */
export function* planUndoInSteps({change, withoutSecrets}: Undoable, sheet: Sheet): Work<UndoPlan> {
	const find = userFinder(sheet.users);
	const left: Conflict[] = [];
	const added: User[] = [];
	const updated: Update[] = [];
	const removed: User[] = [];
	const leaveSecrets = (user: User): unknown =>
		left.push({what: 'user', id: user.id, name: fullName(user), reason: 'secret-gone'});
	/** A user of now, to be compared with what is still known of them. */
	const known = (user: User): User => (withoutSecrets ? blankSecrets(user) : user);
	yield* eachInSteps(change.removed, (user) => {
		const now = find(user.id);
		// A user who is there again is left, and told of where they are another one.
		if (now !== undefined) return fitRemoval(user, known(now), 'theirs', left);
		if (withoutSecrets) leaveSecrets(user);
		return added.push(user);
	});
	yield* eachInSteps(change.updated, (update) => {
		const now = find(update.id);
		if (now !== undefined && withoutSecrets && cellKeys(update).length === 0) leaveSecrets(now);
		const back = fitUpdate(invertUpdate(update), now, 'theirs', left);
		if (back !== undefined) updated.push(back);
	});
	yield* eachInSteps(change.added, (user) => {
		const now = find(user.id);
		if (now !== undefined && fitRemoval(user, known(now), 'theirs', left)) removed.push(now);
	});
	const parts = invertParts(change);
	const undone = {...emptyChange(`Undo: ${change.label}`), added, updated, removed, ...invertListed(change)};
	const back = withFollowers(undone, parts, sheet);
	const users = () => applyChange(sheet, back).users;
	return {change: {...back, ...fitParts(parts, users, sheet, 'theirs', left)}, left};
}
