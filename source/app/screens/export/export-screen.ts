import {replaceScreen} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {exportCommands} from './export-commands.ts';
import {updateExport} from './update-export.ts';

/** The name of a file to be written. */
export const exportScreen: KindOf<'export'> = {
	layer: 'panel',
	contexts: {export: {title: 'Naming a file', types: true}},
	commands: exportCommands,
	contextsOf: () => ['export', 'text'],
	update: updateExport,
	editText(model, {problem: _, ...screen}, edit) {
		return [replaceScreen(model, {...screen, field: edit(screen.field)}), []];
	},
	isWaiting: ({writing}) => writing,
};
