import type {KindOf} from '../screen-kind.ts';
import {updateWorklist} from './update-worklist.ts';
import {worklistCommands} from './worklist-commands.ts';
import {worklistTable} from './worklist-table.ts';

/** What is to do before all users can work. */
export const worklistScreen: KindOf<'worklist'> = {
	layer: 'base',
	contexts: {worklist: {title: 'In the worklist', counts: true, inList: true}},
	commands: worklistCommands,
	contextsOf: () => ['worklist', 'table'],
	update: updateWorklist,
	table: worklistTable,
	isWaiting: ({entries}) => entries === undefined,
	afterCommit: (_, {sheet}) => [{type: 'worklist/count', sheet}],
};
