import type {Command} from '../../commands/command.ts';

/** What can be done in help and palette. */
export const commandsCommands: readonly Command[] = [
	{
		when: ['commands'],
		id: 'commands.run',
		title: 'Do it',
		short: 'Do it',
		run: () => ({type: 'commands/run'}),
	},
	{
		when: ['commands'],
		id: 'commands.close',
		title: 'Close',
		short: 'Close',
		pinned: true,
		run: () => ({type: 'screen/close'}),
	},
];
