import type {Command} from '../../commands/command.ts';

/** What opens and closes the screen that shows what keys send. */
export const keysCommands: readonly Command[] = [
	{
		when: ['grid'],
		id: 'keys.open',
		title: 'Show what a pressed key sends',
		aliases: ['keys'],
		run: () => ({type: 'keys/open'}),
	},
	{
		when: ['keys'],
		id: 'keys.close',
		title: 'Close, when pressed twice',
		short: 'Twice: close',
		pinned: true,
		run: () => ({type: 'keys/close'}),
	},
];
