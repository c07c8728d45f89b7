import type {Command} from '../../../commands/command.ts';
import type {Model} from '../../../model.ts';
import type {ImportState} from '../import-state.ts';

const columns = {when: ['importColumns']} as const;

/** What can be done with the columns of the file. */
export const columnsCommands: readonly Command[] = [
	{
		when: ['importOptions'],
		id: 'import.columns',
		title: 'The columns of the file, and what each is for',
		short: 'Columns',
		run: () => ({type: 'import/open-columns'}),
	},
	{
		...columns,
		id: 'import.choose-field',
		opensRow: true,
		title: 'Choose what the column is for, or split full names',
		short: 'Choose',
		run: () => ({type: 'import/list-fields'}),
	},
	{
		...columns,
		id: 'import.accept-suggestions',
		title: 'Take all fields that are suggested (with a ? behind them)',
		short: 'Take all',
		disabledReason: (model) =>
			matchOf(model)?.columns.some((column) => column.use === 'ignored' && column.suggested !== undefined) ===
			true
				? undefined
				: 'Nothing is suggested.',
		run: () => ({type: 'import/accept-suggestions'}),
	},
	{
		...columns,
		id: 'import.ignore-column',
		title: 'Ignore the column',
		short: 'Ignore',
		run: () => ({type: 'import/map-column', choice: {use: 'ignored'}}),
	},
	{
		...columns,
		id: 'import.forget-columns',
		title: 'Forget what was chosen: the columns of this file and of others like it go by their names',
		short: 'Forget',
		secondary: true,
		disabledReason: (model) =>
			Object.keys(importOf(model)?.source?.mapping ?? {}).length === 0
				? 'Nothing was chosen by hand.'
				: undefined,
		run: () => ({type: 'import/forget-columns'}),
	},
	{
		...columns,
		id: 'import.close-columns',
		title: 'To the options',
		short: 'Options',
		pinned: true,
		run: () => ({type: 'import/close-columns'}),
	},
];

function importOf(model: Model): ImportState | undefined {
	return model.screens.findLast((screen) => screen.name === 'import');
}

function matchOf(model: Model) {
	return importOf(model)?.source?.table.match;
}
