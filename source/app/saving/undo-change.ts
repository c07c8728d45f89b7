import {type Change, invertChange, isBulk, isEmptyChange} from '../../domain/change.ts';
import {planUndoInSteps, type UndoPlan} from '../../domain/plan-undo.ts';
import type {Sheet} from '../../domain/sheet.ts';
import {finishWork, type Work} from '../../domain/work.ts';
import {type Model, withNotice} from '../model.ts';
import type {Step} from '../step.ts';
import {showRow} from '../table/show-row.ts';
import {queueChange} from './make-change.ts';
import {type UndoWay, undoingChange} from './queue/queue.ts';
import type {UndoMessage} from './saving-messages.ts';
import {undoneText} from './undone-text.ts';

/** Undo and redo of what was changed since the sheet was opened. A change of many users is planned by the shell first. */
export function updateUndo(model: Model, message: UndoMessage): Step {
	switch (message.type) {
		case 'undo/take-back':
			return begin(model, 'undo');
		case 'undo/do-again':
			return begin(model, 'redo');
		case 'undo/cancel':
			return [withNotice({...model, undoing: undefined}, 'Everything was left as it is.'), []];
		case 'undo/planned': {
			const {change, way, plan, sheet} = message;
			if (model.undoing !== way) return [model, []];
			// A revision would not do: others' changes and refused ones of ours may have met at the same number.
			return sheet === model.sheet
				? carryOut({...model, undoing: undefined}, change, way, plan)
				: begin(model, way);
		}
	}
}

/** How a change is taken back today, or made again: to do it again is to undo its undo. */
export function* planUndoing(change: Change, way: UndoWay, sheet: Sheet): Work<UndoPlan> {
	return yield* planUndoInSteps({change: way === 'undo' ? change : invertChange(change)}, sheet);
}

function begin(before: Model, way: UndoWay): Step {
	const undoing = {...before, undoing: way};
	const change = undoingChange(undoing);
	const model = {...before, undoing: undefined};
	if (change === undefined) return [model, []];
	const {sheet} = model;
	if (!isBulk(change)) return carryOut(model, change, way, finishWork(planUndoing(change, way, sheet)));
	const doing = way === 'undo' ? 'Undoing' : 'Doing again';
	return [withNotice(undoing, `${doing}: ${change.label} …`), [{type: 'undo/plan', change, way, sheet}]];
}

/** Undo and redo are changes like any other, but leave alone what another person has changed since. */
function carryOut(model: Model, made: Change, way: UndoWay, plan: UndoPlan): Step {
	const moved =
		way === 'undo'
			? {...withoutRefused(model, made), undo: model.undo.slice(0, -1), redo: [...model.redo, made]}
			: {...model, redo: model.redo.slice(0, -1), undo: [...model.undo, made]};
	const told = withNotice(moved, undoneText(made, plan, way), 'good');
	if (isEmptyChange(plan.change)) return [told, []];
	const change = way === 'undo' ? plan.change : {...plan.change, label: `Redo: ${made.label}`};
	const [next, effects] = queueChange(told, change, {from: 'undo'});
	const first = change.updated[0] ?? change.added[0];
	return [first === undefined ? next : {...next, grid: showRow(next.grid, first.id)}, effects];
}

/** What was not written of a change that is taken back need not be decided. */
function withoutRefused(model: Model, made: Change): Model {
	return {...model, refused: model.refused.filter((one) => one.from === 'import' || one.change !== made)};
}
