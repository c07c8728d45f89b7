import {describeConsequences} from '../../../domain/consequences.ts';
import {describeCount} from '../../../domain/describe-entry.ts';
import {countLeft, describeLeft} from '../../../domain/describe-left.ts';
import type {Entry} from '../../../domain/entry.ts';
import type {UndoPlan} from '../../../domain/plan-undo.ts';
import {count} from '../../../domain/problem.ts';
import type {Size} from '../../size.ts';
import type {ConfirmState} from '../confirm/confirm-state.ts';

/** Lines of the question that are no example. */
const otherLines = 8;

/** What would be undone and what is left, with as many examples as the screen has room for. */
export function undoQuestion(entry: Entry, {change, left}: UndoPlan, size: Size): ConfirmState {
	const room = Math.max(1, Math.min(6, size.rows - otherLines));
	const shown = left.length > room ? left.slice(0, Math.max(0, room - 1)) : left;
	const rest = left.length - shown.length;
	return {
		name: 'confirm',
		question: `Undo change ${entry.revision.toLocaleString('en-US')}, “${entry.change.label}”?`,
		details: [
			`It makes one new change: ${describeCount(change)}.`,
			...[describeConsequences(change) ?? []].flat(),
			...(left.length === 0 ? ['Nothing of it was changed since.'] : [`${countLeft(left)}:`]),
			...shown.map((one) => `  ${describeLeft(one)}`),
			...(rest === 0 ? [] : [`  And ${count(rest, 'more', 'more')}.`]),
		],
		action: 'Undo this change',
		confirm: {type: 'history/undo-entry'},
	};
}
