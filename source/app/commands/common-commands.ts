import type {Command} from './command.ts';

/** What can be done on every screen. */
export const commonCommands: readonly Command[] = [
	{
		when: ['any'],
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
		id: 'preference.set',
		title: 'Settings of the screen: mouse, panel, colours, ASCII, width, plain lines',
		aliases: ['screen'],
		argument: {name: 'NAME VALUE', run: (typed) => ({type: 'preference/read', typed})},
		run: () => ({type: 'preference/list'}),
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
