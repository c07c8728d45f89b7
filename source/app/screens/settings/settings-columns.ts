import type {Column} from '../../table/table.ts';

/** The columns of the settings. */
export const settingsColumns: readonly Column[] = [
	{key: 'of', header: 'For', width: 5},
	{key: 'label', header: 'Setting', width: 54},
	{key: 'value', header: 'Value', width: 60},
	{key: 'group', header: 'About', width: 12},
];

/** The place of the values among them, as they come by themselves. */
export const valueColumn = settingsColumns.findIndex(({key}) => key === 'value');
