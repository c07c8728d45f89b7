import {replaceScreen as putReplace} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {replaceCommands} from './replace-commands.ts';
import {focusedText} from './replace-state.ts';
import {replaceTable} from './replace-table.ts';
import {updateReplace} from './update-replace.ts';

/** Find and replace in the values of many users. */
export const replaceScreen: KindOf<'replace'> = {
	layer: 'base',
	contexts: {
		replace: {title: 'In find and replace', types: true},
		replaceOption: {title: 'At a switch of find and replace'},
		replaceList: {title: 'In the list of what is replaced', counts: true, inList: true},
	},
	commands: replaceCommands,
	contextsOf(screen) {
		if (screen.found !== undefined) return ['replaceList', 'table'];
		return focusedText(screen) === undefined ? ['replaceOption'] : ['replace', 'text'];
	},
	update: updateReplace,
	table: replaceTable,
	editText(model, screen, edit) {
		const key = focusedText(screen);
		if (key === undefined) return [model, []];
		return [putReplace(model, {...screen, problem: undefined, [key]: edit(screen[key])}), []];
	},
	isWaiting: ({searching}) => searching !== undefined,
};
