import {type Change, isEmptyChange} from '../../../domain/change.ts';
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

const words = {
	undo: {
		done: 'Undone',
		none: 'Nothing can be undone.',
		same: 'There is nothing to undo: all is as it was before',
	},
	redo: {
		done: 'Done again',
		none: 'Nothing can be done again.',
		same: 'There is nothing to do again: all is as it was after',
	},
} as const;

/** What an undo, or doing it again, has come to, in a line. */
export function undoneText({label}: Change, {change, left}: UndoPlan, way: 'undo' | 'redo' = 'undo'): string {
	const {done, none, same} = words[way];
	const [first] = left;
	if (isEmptyChange(change) && first === undefined) return `${same} “${label}”.`;
	const more = left.length > 1 ? `, and ${count(left.length - 1, 'more', 'more')}` : '';
	const example = first === undefined ? '' : `${describeLeft(first)}${more}.`;
	if (isEmptyChange(change)) return `${none} ${example}`;
	const parts = [`${done}: ${label}.`, `${describeCount(change)}.`, describeConsequences(change)];
	const kept = first === undefined ? [] : [`${countLeft(left)}.`, example];
	return [...parts, ...kept].filter((part) => part !== undefined).join(' ');
}
