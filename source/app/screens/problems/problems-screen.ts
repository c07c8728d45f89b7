import type {KindOf} from '../screen-kind.ts';
import {problemsCommands} from './problems-commands.ts';
import {isAboutPin, problemsTable} from './problems-table.ts';
import {updateProblems} from './update-problems.ts';

/** Everything that is wrong in the sheet. */
export const problemsScreen: KindOf<'problems'> = {
	layer: 'base',
	contexts: {problems: {title: 'In the list of problems', counts: true, inList: true}},
	commands: problemsCommands,
	contextsOf: () => ['problems', 'table'],
	update: updateProblems,
	table: problemsTable,
	shownPins: ({listed = []}) => listed.filter(isAboutPin).map(({user}) => user.id),
	isWaiting: ({listed, fixing}) => listed === undefined || fixing !== undefined,
	// What was wrong may be right now, and the other way round.
	afterCommit: (_, {sheet}) => [{type: 'problem/list', sheet}],
};
