import {type Change, isEmptyChange} from '../../domain/change.ts';
import {describeConsequences} from '../../domain/consequences.ts';
import {describeCount} from '../../domain/describe-entry.ts';
import {countLeft, describeLeft} from '../../domain/describe-left.ts';
import type {UndoPlan} from '../../domain/plan-undo.ts';
import {count} from '../../domain/problem.ts';

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
	const parts = [
		`${done}: ${label}.`,
		`${describeCount(change).replace(/^./, (letter) => letter.toUpperCase())}.`,
		describeConsequences(change),
	];
	const kept = first === undefined ? [] : [`${countLeft(left)}.`, example];
	return [...parts, ...kept].filter((part) => part !== undefined).join(' ');
}
