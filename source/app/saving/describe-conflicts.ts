import type {Conflict} from '../../domain/conflict.ts';
import {describeWhich, describeWhose} from '../../domain/describe-left.ts';
import {count} from '../../domain/problem.ts';
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
	{origin: {from}}: PendingChange,
): string {
	const [first] = conflicts;
	if (first === undefined) return '';
	const more = conflicts.length === 1 ? '' : `, and ${count(conflicts.length - 1, 'more conflict')}`;
	const name = first.what === 'user' ? first.name : describeWhose(first);
	const which = describeWhich(first);
	if (which !== undefined) {
		const whose = first.what === 'setting' ? '' : ` of ${name}`;
		const what = `Another person changed ${which}${whose} at the same time${more}.`;
		return `${what} ${describeStanding(model, from, conflicts.length)}`;
	}
	const [it, whole, this_] = first.what === 'user' ? ['them', 'The user', 'this user'] : ['it', 'It', 'it'];
	if (first.reason === 'removed-since') {
		const did = first.what === 'user' ? 'deleted' : 'removed or renamed';
		const what = `Another person ${did} ${name} at the same time${more}.`;
		return `${what} ${from === 'import' ? nothingImported : `Your change of ${this_} is gone with ${it}.`}`;
	}
	const end =
		from === 'undo'
			? `${whole} was left.`
			: `${whole} is deleted; ${keyName(model, 'change.undo')} brings ${it} back.`;
	return first.reason === 'in-use'
		? `${name} is still in use${more}. It was left.`
		: `Another person changed ${name} while you deleted ${it}${more}. ${end}`;
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
			return conflicts === 1 ? 'Yours is not saved yet.' : 'Only these are not saved yet.';
		case 'import':
			return nothingImported;
	}
}
