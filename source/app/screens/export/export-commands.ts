import type {Command} from '../../commands/command.ts';

/** What can be done while a file is named. */
export const exportCommands: readonly Command[] = [
	{
		when: ['export'],
		id: 'export.write',
		title: 'Write the file',
		short: 'Write',
		run: () => ({type: 'export/write', replace: false}),
	},
	{
		when: ['export'],
		id: 'export.cancel',
		title: 'Write nothing',
		short: 'Cancel',
		pinned: true,
		run: () => ({type: 'screen/close'}),
	},
];
