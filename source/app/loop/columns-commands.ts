import type {Command} from '../commands/command.ts';
import type {Model} from '../model.ts';
import {focusedTable} from '../screens/screen-table.ts';

const inTable = {when: ['table'], disabledReason: refuseFixed} as const;

/** What can be done with the columns of any list, mostly with the one under the cursor. */
export const columnsCommands: readonly Command[] = [
	{
		...inTable,
		id: 'columns.choose',
		title: 'Show columns: a hidden one, or those that belong together',
		aliases: ['columns', 'show'],
		run: () => ({type: 'columns/choose'}),
	},
	{
		...inTable,
		id: 'columns.hide',
		title: 'Hide this column',
		aliases: ['hide'],
		run: () => ({type: 'columns/hide'}),
	},
	{
		...inTable,
		id: 'columns.left',
		title: 'Move this column to the left',
		run: () => ({type: 'columns/move', by: -1}),
	},
	{
		...inTable,
		id: 'columns.right',
		title: 'Move this column to the right',
		run: () => ({type: 'columns/move', by: 1}),
	},
	{
		...inTable,
		id: 'columns.freeze',
		title: 'Freeze this column at the left, or let it scroll again',
		aliases: ['freeze'],
		run: () => ({type: 'columns/freeze'}),
	},
	{
		...inTable,
		id: 'columns.wider',
		title: 'Make this column wider',
		run: (_, count = 2) => ({type: 'columns/widen', by: count}),
	},
	{
		...inTable,
		id: 'columns.narrower',
		title: 'Make this column narrower',
		run: (_, count = 2) => ({type: 'columns/widen', by: -count}),
	},
	{
		...inTable,
		id: 'columns.fit',
		title: 'Make this column as wide as its values, or give it a width',
		aliases: ['width'],
		argument: {
			name: '30',
			run: (width) => ({type: 'columns/set-width', width: Number.parseInt(width, 10) || 0}),
		},
		run: () => ({type: 'columns/set-width', width: 0}),
	},
];

function refuseFixed(model: Model): string | undefined {
	return focusedTable(model)?.arranged === undefined ? 'The columns of this list are fixed.' : undefined;
}
