import {isEmptyChange} from '../../../domain/change.ts';
import {describeTold, planTold} from '../../../domain/pins/told-pin.ts';
import {count} from '../../../domain/problem.ts';
import type {User} from '../../../domain/user.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, openScreen, withNotice} from '../../model.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';

/** Asks before PINs of several users are ticked; of one it is ticked at once (rules.md 3.20). A person does it, never a file that was written. */
export function askToTick(model: Model, users: readonly User[], told: boolean): Step {
	const plan = planTold(users, told);
	const amount = plan.change.updated.length;
	const left = describeTold(plan, told);
	if (isEmptyChange(plan.change))
		return [withNotice(model, ['Nothing was changed.', ...left].join(' '), 'bad'), []];
	if (users.length === 1) return tickTold(model, users, told);
	const action = `Tick ${count(amount, 'PIN')} as ${told ? 'told' : 'not told'}`;
	const question = {
		name: 'confirm',
		question: `${action}?`,
		details: [...left, `${keyName(model, 'change.undo')} takes this back.`],
		action,
		confirm: {type: 'pins/tick', ids: users.map(({id}) => id), told},
		aboutUsers: true,
	} as const;
	return [openScreen(model, question), []];
}

/** Ticks them as they are now. */
export function tickTold(model: Model, users: readonly User[], told: boolean): Step {
	const {change} = planTold(users, told);
	if (isEmptyChange(change)) return [withNotice(model, 'Nothing was changed.', 'bad'), []];
	const done = `${change.label}: done. ${keyName(model, 'change.undo')} in the grid takes it back.`;
	return makeChange(withNotice(model, done, 'good'), change, {from: 'bulk'});
}
