import {isEmptyChange} from '../../../domain/change.ts';
import type {MarkName} from '../../../domain/life-cycle/mark-table.ts';
import {describeOthers, type MarkPlan} from '../../../domain/life-cycle/plan-marks.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, openScreen, withNotice} from '../../model.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {describeTargets} from '../users/describe-targets.ts';
import type {WorklistMessage} from './worklist-messages.ts';

/** Asks the shell, which has a clock, what the mark would do to the users of the scope. */
export function planMark(model: Model, mark: MarkName, ids = describeTargets(model).ids): Step {
	return [model, [{type: 'worklist/plan-mark', mark, ids, sheet: model.sheet}]];
}

/** Does it for one user, and asks for more than one, with the counts (rules.md 3.20). */
export function takeMarkPlan(
	model: Model,
	{mark, ids, sheet, plan}: Extract<WorklistMessage, {type: 'worklist/mark-planned'}>,
): Step {
	// What was opened meanwhile has the keys: a question over it would take them.
	if (model.screens.length > 0 || model.grid.editor !== undefined)
		return [withNotice(model, 'Nothing was marked, as something else was begun.', 'bad'), []];
	if (sheet !== model.sheet) return planMark(model, mark, ids);
	const {change} = plan;
	const others = describeOthers(mark, plan);
	if (isEmptyChange(change))
		return [withNotice(model, `Nothing was changed. ${others ?? ''}`.trim(), 'bad'), []];
	if (ids.length === 1) return carryOut(model, plan);
	const {hidden} = describeTargets(model);
	return [
		openScreen(model, {
			name: 'confirm',
			question: `${change.label}${hidden}?`,
			details: [
				...(others === undefined ? [] : [others]),
				`${keyName(model, 'change.undo')} takes this back.`,
			],
			action: change.label,
			confirm: {type: 'worklist/carry-out', change},
			aboutUsers: true,
		}),
		[],
	];
}

/** Makes the change, and says what was done. */
export function carryOut(model: Model, {change}: Pick<MarkPlan, 'change'>): Step {
	const where = model.screens.length > 0 ? ' in the grid' : '';
	const done = `${change.label.replace('Mark', 'Marked')}. ${keyName(model, 'change.undo')}${where} takes that back.`;
	return makeChange(withNotice(model, done, 'good'), change, {from: 'bulk'});
}
