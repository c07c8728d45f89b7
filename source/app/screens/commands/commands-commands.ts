import type {Command} from '../../commands/command.ts';

/** What can be done in help and palette. */
export const commandsCommands: readonly Command[] = [
	{
		when: ['commands'],
		basic: true,
		id: 'commands.up',
		title: 'Up',
		run: () => ({type: 'commands/move', by: -1}),
	},
	{
		when: ['commands'],
		basic: true,
		id: 'commands.down',
		title: 'Down',
		run: () => ({type: 'commands/move', by: 1}),
	},
	{
		when: ['commands'],
		basic: true,
		id: 'commands.page-up',
		title: 'Up one page',
		run: () => ({type: 'commands/move', by: -10}),
	},
	{
		when: ['commands'],
		basic: true,
		id: 'commands.page-down',
		title: 'Down one page',
		run: () => ({type: 'commands/move', by: 10}),
	},
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
