import type {Conflict} from '../../domain/change.ts';
import {storedField} from '../../domain/field-lists.ts';
import {count} from '../../domain/problem.ts';
import {fullName} from '../../domain/user.ts';
import {keyName} from '../keymap/keymap.ts';
import type {Model} from '../model.ts';
import type {PendingChange} from './queue/queue.ts';

/** Said where what a person asked for can no longer be done, because others were quicker. */
export const userGone = 'Another person has deleted this user.';
export const usersGone = 'Another person has deleted them. Nothing was changed.';

/** What a commit has collided with, and what has become of it, in a line. Holds no value. */
export function describeConflicts(
	model: Model,
	conflicts: readonly Conflict[],
	{change, origin: {from}}: PendingChange,
): string {
	const [first] = conflicts;
	if (first === undefined) return '';
	const more = conflicts.length === 1 ? '' : `, and ${count(conflicts.length - 1, 'more conflict')}`;
	const name = fullName(first.user);
	if (first.key !== undefined) {
		const what = `Another person changed ${storedField(first.key).header} of ${name} at the same time${more}.`;
		return `${what} ${describeStanding(model, from, conflicts.length)}`;
	}
	if (change.updated.some(([before]) => before.id === first.user.id)) {
		const what = `Another person deleted ${name} at the same time${more}.`;
		return `${what} ${from === 'import' ? nothingImported : 'Your change of this user is gone with them.'}`;
	}
	const end =
		from === 'undo'
			? 'The user was left.'
			: `The user is deleted; ${keyName(model, 'change.undo')} brings them back.`;
	return `Another person changed ${name} while you deleted them${more}. ${end}`;
}

const nothingImported = 'Nothing was imported.';

function describeStanding(model: Model, from: PendingChange['origin']['from'], conflicts: number): string {
	switch (from) {
		case 'bulk':
		case 'form':
			return `Your value is saved; ${keyName(model, 'change.undo')} brings theirs back.`;
		case 'undo':
			return 'Theirs was left as it is.';
		case 'cells':
			return conflicts === 1 ? 'Yours is not saved yet.' : 'All other values are saved.';
		case 'import':
			return nothingImported;
	}
}
