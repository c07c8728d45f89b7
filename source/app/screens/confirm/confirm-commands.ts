import type {Command} from '../../commands/command.ts';

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
];
