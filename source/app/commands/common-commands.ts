import type {Model} from '../model.ts';
import type {Command} from './command.ts';

/** What can be done on many screens, or on all. */
export const commonCommands: readonly Command[] = [
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

function refuseTwice({screens}: Model): string | undefined {
	return screens.some((screen) => screen.name === 'commands') ? 'This list is open already.' : undefined;
}
