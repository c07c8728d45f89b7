import {numberOf, refuseToKeep} from '../../../domain/plan-hand-over.ts';
import {findUser} from '../../../domain/sheet.ts';
import {fullName} from '../../../domain/user.ts';
import {type Model, openScreen, withNotice} from '../../model.ts';
import {userGone} from '../../saving/describe-conflicts.ts';
import {choiceOf} from '../choice/choice-state.ts';
import type {FormMessage} from './form-messages.ts';
import {type FormState, type HandOver, openHandOverForm} from './form-state.ts';

/** Asks what becomes of the user whose number goes to a new one: that, and the new user, are one change. */
export function askForHandOver(model: Model, id: number): Model {
	const from = findUser(model.sheet, id);
	if (from === undefined) return withNotice(model, userGone, 'bad');
	const name = fullName(from);
	const withdrawn = from.deployedOn === '' ? '' : ', then to be withdrawn';
	const refused = refuseToKeep(from, model.sheet);
	const choose = (way: HandOver['way']): FormMessage => ({type: 'form/open-hand-over', id, way});
	const items = [
		{label: `Delete ${name}`, detail: `when the new user is saved${withdrawn}`, choose: choose('delete')},
		...(refused === undefined
			? [{label: `Keep ${name}`, detail: 'without number, device and mailbox', choose: choose('keep')}]
			: []),
	];
	const asked = openScreen(
		model,
		choiceOf({
			title: `Hand over ${numberOf(from) ?? ''} of ${name} to a new user`,
			items,
			index: 0,
			aboutUsers: true,
		}),
	);
	return refused === undefined ? asked : withNotice(asked, refused);
}

/** The form of the new user, with what comes with the number filled in. */
export function openHandOver(model: Model, id: number, way: HandOver['way']): Model {
	const from = findUser(model.sheet, id);
	if (from === undefined) return withNotice(model, userGone, 'bad');
	return openScreen(model, openHandOverForm({from, way}));
}

/** Whose form it is, as its first line says it. */
export function describeForm({edited, handOver}: FormState): string {
	if (edited !== undefined) return `${fullName(edited)}, ID ${edited.id}`;
	if (handOver === undefined) return 'New user';
	const {from, way} = handOver;
	const end = {delete: 'who is deleted', keep: 'who stays without it'}[way];
	return `New user for ${numberOf(from) ?? 'the number'} of ${fullName(from)}, ${end}`;
}
