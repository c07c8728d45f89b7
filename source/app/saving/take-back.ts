import {applyChange} from '../../domain/apply-change.ts';
import {type Change, type Conflict, changedFields, emptyChange} from '../../domain/change.ts';
import type {FieldKey} from '../../domain/field.ts';
import {count} from '../../domain/problem.ts';
import {type Model, type PendingChange, stopUndoing, undoingChange, withNotice} from '../model.ts';
import {followChange} from '../screens/users/users-state.ts';
import {describeConflicts} from './describe-conflicts.ts';
import {namesAny, namesUsers} from './follow-ids.ts';

/** A value of one user, as it was set here. */
export type SetCell = {readonly id: number; readonly key: FieldKey; readonly value: string};

/** The one value that a change from the grid sets; undefined for any other change. */
export function cellOf({change, prefer, wizard}: PendingChange): SetCell | undefined {
	const [pair] = change.updated;
	if (pair === undefined || prefer !== 'neither' || wizard !== undefined) return undefined;
	const [before, after] = pair;
	const [key] = changedFields(before, after);
	return key === undefined ? undefined : {id: after.id, key, value: after[key]};
}

/** Whether a later change has decided what becomes of the value that a change sets. */
export function isReplacedBy(entry: PendingChange, change: Change): boolean {
	const cell = cellOf(entry);
	return cell !== undefined && (setsCell(change, cell) || change.removed.some(({id}) => id === cell.id));
}

/** Whether a change sets this value of this user. */
export function setsCell({updated}: Change, {id, key}: Pick<SetCell, 'id' | 'key'>): boolean {
	return updated.some(([before, after]) => after.id === id && before[key] !== after[key]);
}

/**
 * Takes a change off the screen of which nothing was written, because others had changed the same. It is kept until the
 * person has decided, unless they have undone or replaced it already. What was done to users that it would have created
 * goes with it: their IDs may be other people's now.
 *
 * @param made no longer one of those that wait
 */
export function takeBack(model: Model, made: PendingChange, conflicts: readonly Conflict[]): Model {
	const created = new Set(made.change.added.map(({id}) => id));
	const isOn = (change: Change): boolean => change !== made.change && !namesAny(change, created);
	const pending = model.pending.filter(({change}) => isOn(change));
	const lost = model.pending.length - pending.length;
	const taken = {
		...model,
		sheet: applyChange(model.sheet, {...emptyChange(''), removed: made.change.added}),
		pending,
		undo: model.undo.filter(isOn),
		redo: model.redo.filter(isOn),
		grid: withoutUsers(model.grid, made.change),
		screens: created.size === 0 ? model.screens : model.screens.filter((screen) => !namesUsers(screen)),
		quitting: false,
	};
	const undone = undoingChange(model);
	const isUndone = undone === made.change;
	if (isUndone)
		return withNotice(stopUndoing(taken), `Undone: ${undone.label}. Nothing of it was written.`, 'good');
	const isDecided =
		!model.undo.includes(made.change) || model.pending.some(({change}) => isReplacedBy(made, change));
	if (isDecided) return taken;
	const more = lost === 0 ? '' : ` ${count(lost, 'later change')} of its users went with it.`;
	// What was being undone may have gone with it; whatever was typed meanwhile was meant for another sheet.
	const still = undone === undefined || isOn(undone) ? taken : {...stopUndoing(taken), typedAhead: []};
	const told = withNotice(still, `${describeConflicts(model, conflicts, made)}${more}`, 'bad');
	// Of a user who is gone there is nothing to decide.
	const isOpen = made.wizard !== undefined || conflicts.some(({key}) => key !== undefined);
	return isOpen ? {...told, refused: [...model.refused, {...made, conflicts, isAsked: false}]} : told;
}

/** Lets what the person has left open be asked again. */
export function askAgain(model: Model): Model {
	return {...model, refused: model.refused.map((entry) => ({...entry, isAsked: false}))};
}

function withoutUsers(grid: Model['grid'], {added}: Change): Model['grid'] {
	const left = followChange(grid, {...emptyChange(''), removed: added});
	if (!added.some(({id}) => id === grid.editor?.id)) return left;
	const {editor: _, ...closed} = left;
	return closed;
}
