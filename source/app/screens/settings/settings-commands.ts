import {type Command, refuseReadOnly} from '../../commands/command.ts';
import {type Model, topScreen} from '../../model.ts';
import {nextToClear} from '../../table/next-to-clear.ts';
import {settingsTable} from './settings-table.ts';

/** What can be done with the settings, beside editing their values. */
export const settingsCommands: readonly Command[] = [
	{
		when: ['grid'],
		id: 'settings.open',
		title: 'Settings: deployment, history, copies, mail; and your own: name, keys, screen',
		aliases: ['settings'],
		run: () => ({type: 'settings/open'}),
	},
	{
		when: ['grid'],
		id: 'settings.toggle-stand-alone',
		title: 'Switch stand-alone deployment on or off (asks first; the PBX fields are required when on)',
		disabledReason: refuseReadOnly,
		run: () => ({type: 'settings/ask-stand-alone'}),
	},
	{
		when: ['settings'],
		id: 'settings.close',
		title: 'Back to the grid',
		short: 'Back',
		pinned: true,
		yields: (model) => nextToClear(tableOf(model)) !== undefined,
		run: () => ({type: 'settings/back'}),
	},
];

function tableOf(model: Model) {
	const state = topScreen(model);
	return state?.name === 'settings' ? settingsTable(state, model) : undefined;
}
