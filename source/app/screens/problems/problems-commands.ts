import type {ListedProblem} from '../../../domain/list-problems.ts';
import {type Command, firstReason, refuseReadOnly} from '../../commands/command.ts';
import {type Model, topScreen} from '../../model.ts';
import {scopeOf} from '../../table/scope.ts';
import {cursorRow} from '../../table/table-state.ts';
import {problemsTable} from './problems-table.ts';

const inProblems = {when: ['problems']} as const;

/** What can be done with the problems of the whole sheet. */
export const problemsCommands: readonly Command[] = [
	{
		when: ['grid'],
		id: 'problems.open',
		title: 'List everything that is wrong in the sheet, by kind',
		aliases: ['problems'],
		run: () => ({type: 'problems/open'}),
	},
	{
		...inProblems,
		id: 'problems.go-to',
		opensRow: true,
		title: 'To this value in the grid',
		short: 'Go to it',
		disabledReason: refuseNone,
		run: () => ({type: 'problems/go-to'}),
	},
	{
		...inProblems,
		id: 'problems.fix',
		title: 'Put in the right value: for the marked problems, the range, or the one under the cursor',
		short: 'Fix',
		disabledReason: firstReason(refuseReadOnly, refuseNone, refuseUnknown),
		run: () => ({type: 'problems/fix', all: false}),
	},
	{
		...inProblems,
		id: 'problems.fix-all',
		title: 'Put in the right value for all problems of this kind',
		short: 'Fix all alike',
		disabledReason: firstReason(refuseReadOnly, refuseNone, refuseKind),
		run: () => ({type: 'problems/fix', all: true}),
	},
	{
		...inProblems,
		id: 'problems.close',
		title: 'Take the filter away, then back to the grid',
		short: 'Back',
		pinned: true,
		run: () => ({type: 'problems/back'}),
	},
];

function problemUnderCursor(model: Model): ListedProblem | undefined {
	const screen = topScreen(model);
	if (screen?.name !== 'problems') return undefined;
	return screen.listed?.[cursorRow(screen.table) ?? -1];
}

function refuseNone(model: Model): string | undefined {
	return problemUnderCursor(model) === undefined ? 'No problem is under the cursor.' : undefined;
}

function refuseUnknown(model: Model): string | undefined {
	const screen = topScreen(model);
	if (screen?.name === 'problems' && scopeOf(problemsTable(screen, model)).by !== 'row') return undefined;
	const problem = problemUnderCursor(model)?.problem;
	if (problem?.fixed !== undefined) return undefined;
	return `The right value is not known. ${problem?.fix ?? 'Edit it in the grid.'}`;
}

function refuseKind(model: Model): string | undefined {
	return problemUnderCursor(model)?.kind.fixes === 0
		? 'The right value of none of them is known: they are edited one by one.'
		: undefined;
}
