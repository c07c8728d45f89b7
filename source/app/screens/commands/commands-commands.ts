import type {Command} from '../../commands/command.ts';
import type {Model} from '../../model.ts';

/** What opens help and palette, and what can be done in them. */
export const commandsCommands: readonly Command[] = [
	{
		when: ['commands'],
		id: 'commands.run',
		opensRow: true,
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
		when: ['screen'],
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
		when: ['screen'],
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
];

function refuseTwice({screens}: Model): string | undefined {
	return screens.some((screen) => screen.name === 'commands') ? 'This list is open already.' : undefined;
}
