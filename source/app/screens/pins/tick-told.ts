import {isEmptyChange} from '../../../domain/change.ts';
import {describeTold, planTold, type ToldPlan} from '../../../domain/pins/told-pin.ts';
import {count} from '../../../domain/problem.ts';
import {usersWithIds} from '../../../domain/sheet.ts';
import {finishWork} from '../../../domain/work.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, openScreen, topScreen, withNotice} from '../../model.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import type {PinsMessage, TickJob} from './pins-messages.ts';

/** Users whose PINs are ticked between two key presses. */
const few = 1000;

/** Ticks PINs, or asks first: at once, or in the shell where there are many. */
export function planTick(model: Model, {ids, told, asks}: Omit<TickJob, 'sheet'>): Step {
	const {sheet} = model;
	const job = {ids, told, asks, sheet};
	if (ids.length > few) return [model, [{type: 'pins/plan-tick', ...job}]];
	return carryOutTick(model, job, finishWork(planTold(usersWithIds(sheet, ids), told)));
}

/** What the shell has worked out, unless something was begun or changed meanwhile. */
export function takeTickPlan(
	model: Model,
	{plan, sheet, ...job}: Extract<PinsMessage, {type: 'pins/tick-planned'}>,
): Step {
	const top = topScreen(model)?.name;
	if ((top !== undefined && top !== 'pins') || model.grid.editor !== undefined)
		return [withNotice(model, 'Nothing was ticked, as something else was begun.', 'bad'), []];
	return sheet === model.sheet ? carryOutTick(model, job, plan) : planTick(model, job);
}

/** Asks before PINs of several users are ticked; of one it is ticked at once (rules.md 3.20). A person does it, never a file that was written. */
function carryOutTick(model: Model, {ids, told, asks}: Omit<TickJob, 'sheet'>, plan: ToldPlan): Step {
	const {change} = plan;
	const left = asks ? describeTold(plan, told) : [];
	if (isEmptyChange(change))
		return [withNotice(model, ['Nothing was changed.', ...left].join(' '), 'bad'), []];
	if (!asks || ids.length === 1) {
		const done = `${change.label}: done. ${keyName(model, 'change.undo')} in the grid takes it back.`;
		return makeChange(withNotice(model, done, 'good'), change, {from: 'bulk'});
	}
	const action = `Tick ${count(change.updated.length, 'PIN')} as ${told ? 'told' : 'not told'}`;
	const question = {
		name: 'confirm',
		question: `${action}?`,
		details: [...left, `${keyName(model, 'change.undo')} takes this back.`],
		action,
		confirm: {type: 'pins/tick', ids, told},
		aboutUsers: true,
	} as const;
	return [openScreen(model, question), []];
}
