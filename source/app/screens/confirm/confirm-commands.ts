import type {Command} from '../../commands/command.ts';
import {type Model, topScreen} from '../../model.ts';

/** The two answers to a question. */
export const confirmCommands: readonly Command[] = [
	{
		when: ['confirm'],
		id: 'confirm.yes',
		title: 'Yes, do it',
		short: 'Yes',
		run: () => ({type: 'confirm/accept'}),
	},
	{
		when: ['confirm'],
		id: 'confirm.no',
		title: 'No, leave it',
		short: 'No',
		pinned: true,
		run: () => ({type: 'confirm/refuse'}),
	},
	{
		when: ['confirm'],
		id: 'confirm.show',
		title: 'Show the users that it is about, and answer later',
		short: 'Show them',
		disabledReason: (model) => {
			const screen = topScreen(model);
			const isShown = screen?.name === 'confirm' && screen.show !== undefined;
			return isShown ? undefined : 'There is nothing to show.';
		},
		run: () => ({type: 'confirm/show'}),
	},
	{
		when: ['confirmTyped'],
		id: 'confirm.accept-typed',
		title: 'Do it, once the number is typed',
		short: 'Yes',
		disabledReason: refuseUntyped,
		run: () => ({type: 'confirm/accept'}),
	},
	{
		when: ['confirmTyped'],
		id: 'confirm.leave-typed',
		title: 'No, leave it',
		short: 'No',
		pinned: true,
		run: () => ({type: 'confirm/refuse'}),
	},
];

/** So many are meant that the number must be typed, not only a key pressed. */
function refuseUntyped(model: Model): string | undefined {
	const screen = topScreen(model);
	if (screen?.name !== 'confirm' || screen.typed === undefined) return undefined;
	const {wanted, field} = screen.typed;
	return field.text.trim() === wanted ? undefined : `Type ${wanted} to do it.`;
}
