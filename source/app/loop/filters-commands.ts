import type {Command} from '../commands/command.ts';
import type {Model} from '../model.ts';
import {focusedTable} from '../screens/screen-table.ts';
import {savedFor} from './update-filters.ts';

/** Filters that are used again and again. */
export const filtersCommands: readonly Command[] = [
	{
		when: ['table'],
		id: 'filter.save',
		title: 'Save the filter under a name',
		aliases: ['save-filter'],
		argument: {name: 'NAME', run: (name) => ({type: 'filters/save', name})},
		disabledReason: refuseUnfiltered,
		run: () => ({type: 'commands/open', purpose: 'palette', typed: 'save-filter '}),
	},
	{
		when: ['table'],
		id: 'filter.saved',
		title: 'Use a saved filter, or remove one',
		aliases: ['filters', 'saved-filters'],
		disabledReason: refuseUnsaved,
		run: () => ({type: 'filters/choose'}),
	},
];

function refuseUnfiltered(model: Model): string | undefined {
	return focusedTable(model)?.state.filter === '' ? 'No filter is in force that could be saved.' : undefined;
}

function refuseUnsaved(model: Model): string | undefined {
	const table = focusedTable(model);
	if (table === undefined || savedFor(model, table).length > 0) return undefined;
	return `No filter for ${table.kind.noun.many} is saved yet: ":save-filter NAME" saves the one in force.`;
}
