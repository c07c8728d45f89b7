import type {Command} from '../../commands/command.ts';
import {type Model, topScreen} from '../../model.ts';

/** What can be done when PINs are set. */
export const pinCommands: readonly Command[] = [
	{
		when: ['pin'],
		basic: true,
		id: 'pin.up',
		title: 'To the choice above',
		run: () => ({type: 'pin/move', by: -1}),
	},
	{
		when: ['pin'],
		basic: true,
		id: 'pin.down',
		title: 'To the choice below',
		short: 'Other choice',
		run: () => ({type: 'pin/move', by: 1}),
	},
	{
		when: ['pin'],
		id: 'pin.ask',
		title: 'Go on: show who is affected, then set',
		short: 'Go on',
		disabledReason: refuseEmptyPin,
		run: () => ({type: 'pin/ask'}),
	},
	{
		when: ['pin'],
		id: 'pin.cancel',
		title: 'Set no PIN',
		short: 'Cancel',
		pinned: true,
		run: () => ({type: 'screen/close'}),
	},
];

function refuseEmptyPin(model: Model): string | undefined {
	const screen = topScreen(model);
	return screen?.name === 'pin' && screen.mode === 'typed' && screen.field.text === ''
		? 'Type the PIN first.'
		: undefined;
}
