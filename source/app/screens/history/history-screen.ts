import {replaceScreen} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {historyCommands} from './history-commands.ts';
import {updateHistory, withFilter} from './update-history.ts';

/** Everything that was ever changed, or one change of it. */
export const historyScreen: KindOf<'history'> = {
	layer: 'base',
	contexts: {
		history: {title: 'In the history', counts: true},
		historyFilter: {title: 'While the filter of the history is typed', types: true},
		historyEntry: {title: 'In a change of the history', counts: true},
	},
	commands: historyCommands,
	contextsOf({filterEditor, opened}) {
		if (filterEditor !== undefined) return ['historyFilter', 'text'];
		return opened === undefined ? ['history'] : ['historyEntry'];
	},
	update: updateHistory,
	editText(model, screen, edit) {
		if (screen.filterEditor === undefined) return [model, []];
		const field = edit(screen.filterEditor.field);
		const typed = {...screen, filterEditor: {...screen.filterEditor, field}};
		return [replaceScreen(model, withFilter(typed, field.text)), []];
	},
	isWaiting: ({waiting, entries, problem}) =>
		waiting !== undefined || (entries === undefined && problem === undefined),
	// What is new is read: what was just undone, or what others do, is part of it.
	afterCommit({entries}, {stored}) {
		const newest = entries?.[0]?.revision;
		// A sheet with fewer changes than are known is another one: an old file was put in its place.
		const isLater = newest !== undefined && newest <= stored.revision;
		return [{type: 'store/history', ...(isLater ? {after: newest} : {})}];
	},
};
