import type {Command} from '../commands/command.ts';
import {topScreen} from '../model.ts';
import {describeMiss} from './choice/find-choice.ts';

/** Lists, questions, file names, help and palette, and what works everywhere. */
export const dialogCommands: readonly Command[] = [
	{
		when: ['choice'],
		basic: true,
		id: 'choice.up',
		title: 'Up',
		run: () => ({type: 'choice/move', by: -1}),
	},
	{
		when: ['choice'],
		basic: true,
		id: 'choice.down',
		title: 'Down',
		short: 'Next',
		run: () => ({type: 'choice/move', by: 1}),
	},
	{
		when: ['choice'],
		id: 'choice.choose',
		title: 'Choose',
		short: 'Choose',
		disabledReason: (model) => {
			const screen = topScreen(model);
			return screen?.name === 'choice' ? describeMiss(model, screen) : undefined;
		},
		run: () => ({type: 'choice/choose'}),
	},
	{
		when: ['choice'],
		id: 'choice.cancel',
		title: 'Choose nothing',
		short: 'Cancel',
		pinned: true,
		run: () => ({type: 'screen/close'}),
	},
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
	{
		when: ['grid', 'importPreview', 'importOptions', 'importResult', 'history', 'historyEntry'],
		id: 'palette.open',
		title: 'Find a command by name',
		short: 'Commands',
		run: () => ({type: 'commands/open', purpose: 'palette'}),
	},
	{
		when: ['any'],
		basic: true,
		id: 'palette.open-anywhere',
		title: 'Find a command by name',
		disabledReason: refuseTwice,
		run: () => ({type: 'commands/open', purpose: 'palette'}),
	},
	{
		when: ['grid', 'importPreview', 'importOptions', 'importResult', 'history', 'historyEntry'],
		id: 'help.open',
		title: 'All keys',
		short: 'Help',
		pinned: true,
		aliases: ['help', 'h'],
		run: () => ({type: 'commands/open', purpose: 'help'}),
	},
	{
		when: ['any'],
		basic: true,
		id: 'help.open-anywhere',
		title: 'All keys',
		disabledReason: refuseTwice,
		run: () => ({type: 'commands/open', purpose: 'help'}),
	},
	{
		when: ['grid', 'cell', 'form', 'pin', 'importPreview'],
		id: 'pin.reveal',
		title: 'Show or hide PINs, and secrets while they are typed',
		run: () => ({type: 'screen/toggle-reveal'}),
	},
	{
		when: ['any'],
		id: 'screen.redraw',
		title: 'Draw the screen again',
		run: () => ({type: 'screen/redraw'}),
	},
	{
		when: ['any'],
		id: 'mouse.switch',
		title: 'Switch the mouse on or off',
		aliases: ['mouse'],
		run: ({mouse}) => ({type: 'mouse/switch', on: !mouse}),
	},
	{
		when: ['any'],
		id: 'app.interrupt',
		title: 'Cancel what is open; twice in the grid: quit',
		basic: true,
		run: (model) => ({type: 'app/interrupt', again: model.interrupted}),
	},
	{
		when: ['any'],
		id: 'app.quit',
		title: 'Quit; everything is saved',
		short: 'Quit',
		pinned: true,
		aliases: ['q', 'q!', 'qa', 'wq', 'x', 'exit'],
		run: () => ({type: 'app/quit', sure: false}),
	},
];

function refuseTwice(model: Parameters<NonNullable<Command['disabledReason']>>[0]): string | undefined {
	return model.screens.some((screen) => screen.name === 'commands')
		? 'This list is open already.'
		: undefined;
}
