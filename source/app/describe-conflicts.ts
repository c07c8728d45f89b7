import type {Conflict} from '../domain/change.ts';
import {storedField} from '../domain/field.ts';
import {count} from '../domain/problem.ts';
import {fullName} from '../domain/user.ts';
import type {PendingChange} from './model.ts';

/** Said where what a person asked for can no longer be done, because others were quicker. */
export const userGone = 'Somebody else has deleted this user meanwhile.';
export const usersGone = 'Somebody else has deleted them meanwhile. Nothing was changed.';

/** What a commit has collided with, and what has become of it, in a line. Holds no value. */
export function describeConflicts(
	conflicts: readonly Conflict[],
	{change, prefer, wizard}: PendingChange,
): string {
	const [first] = conflicts;
	if (first === undefined) return '';
	const more = conflicts.length === 1 ? '' : `, and ${count(conflicts.length - 1, 'more conflict')}`;
	const name = fullName(first.user);
	if (first.key !== undefined) {
		const what = `Somebody else changed ${storedField(first.key).header} of ${name} at the same time${more}.`;
		return `${what} ${wizard === undefined ? stands[prefer] : nothingImported}`;
	}
	if (change.updated.some(([before]) => before.id === first.user.id)) {
		const what = `Somebody else deleted ${name} at the same time${more}.`;
		return `${what} ${wizard === undefined ? 'Your change of this user is gone with them.' : nothingImported}`;
	}
	const end = prefer === 'mine' ? 'The user is deleted; Ctrl+Z brings them back.' : 'The user was left.';
	return `Somebody else changed ${name} while you deleted them${more}. ${end}`;
}

const nothingImported = 'Nothing was imported.';

const stands: Readonly<Record<PendingChange['prefer'], string>> = {
	mine: 'Yours stands; Ctrl+Z brings theirs back.',
	theirs: 'Theirs was left as it is.',
	neither: 'Yours is not saved yet.',
};
