import type {KindOf} from '../screen-kind.ts';
import {historyCommands} from './history-commands.ts';
import {historyTable} from './history-table.ts';
import {updateHistory} from './update-history.ts';

/** Everything that was ever changed, or one change of it. */
export const historyScreen: KindOf<'history'> = {
	layer: 'base',
	contexts: {
		history: {title: 'In the history', counts: true, inList: true},
		historyEntry: {title: 'In a change of the history', counts: true, inList: true},
	},
	commands: historyCommands,
	contextsOf: ({opened}) => [opened === undefined ? 'history' : 'historyEntry', 'table'],
	update: updateHistory,
	table: historyTable,
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
