import type {Conflict} from '../../domain/change.ts';
import {storedField} from '../../domain/field-lists.ts';
import {count} from '../../domain/problem.ts';
import {fullName} from '../../domain/user.ts';
import {keyName} from '../keymap/keymap.ts';
import type {Model, PendingChange} from '../model.ts';

/** Said where what a person asked for can no longer be done, because others were quicker. */
export const userGone = 'Another person has deleted this user.';
export const usersGone = 'Another person has deleted them. Nothing was changed.';

/** What a commit has collided with, and what has become of it, in a line. Holds no value. */
export function describeConflicts(
	model: Model,
	conflicts: readonly Conflict[],
	{change, prefer, wizard}: PendingChange,
): string {
	const [first] = conflicts;
	if (first === undefined) return '';
	const more = conflicts.length === 1 ? '' : `, and ${count(conflicts.length - 1, 'more conflict')}`;
	const name = fullName(first.user);
	if (first.key !== undefined) {
		const what = `Another person changed ${storedField(first.key).header} of ${name} at the same time${more}.`;
		return `${what} ${wizard === undefined ? describeStanding(model, prefer) : nothingImported}`;
	}
	if (change.updated.some(([before]) => before.id === first.user.id)) {
		const what = `Another person deleted ${name} at the same time${more}.`;
		return `${what} ${wizard === undefined ? 'Your change of this user is gone with them.' : nothingImported}`;
	}
	const end =
		prefer === 'mine'
			? `The user is deleted; ${keyName(model, 'change.undo')} brings them back.`
			: 'The user was left.';
	return `Another person changed ${name} while you deleted them${more}. ${end}`;
}

const nothingImported = 'Nothing was imported.';

function describeStanding(model: Model, prefer: PendingChange['prefer']): string {
	switch (prefer) {
		case 'mine':
			return `Your value is saved; ${keyName(model, 'change.undo')} brings theirs back.`;
		case 'theirs':
			return 'Theirs was left as it is.';
		case 'neither':
			return 'Yours is not saved yet.';
	}
}
