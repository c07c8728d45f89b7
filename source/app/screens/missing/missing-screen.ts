import type {KindOf} from '../screen-kind.ts';
import {missingCommands} from './missing-commands.ts';
import {missingTable} from './missing-table.ts';
import {updateMissing} from './update-missing.ts';

/** The users who are missing from the file of an import. */
export const missingScreen: KindOf<'missing'> = {
	layer: 'base',
	contexts: {missing: {title: 'In the list of missing users', counts: true, inList: true}},
	commands: missingCommands,
	contextsOf: () => ['missing', 'table'],
	update: updateMissing,
	table: missingTable,
	isWaiting: ({found}) => found === undefined,
};
