import type {FixPlan} from '../../../domain/cells/plan-fixes.ts';
import type {FoundProblem} from '../../../domain/check-in-sheet.ts';
import type {ListedProblem} from '../../../domain/list-problems.ts';
import {count} from '../../../domain/problem.ts';
import type {Effect} from '../../effect.ts';
import {keyName} from '../../keymap/keymap.ts';
import {closeScreen, type Model, openScreen, putScreen, withNotice} from '../../model.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {arrangeAgain} from '../../table/arrange-rows.ts';
import {clearFilter} from '../../table/filter-table.ts';
import {scopeOf} from '../../table/scope.ts';
import {cursorRow, type RowId} from '../../table/table-state.ts';
import {goToProblem} from '../users/next-problem.ts';
import type {ProblemsMessage} from './problems-messages.ts';
import {type ProblemsState, unreadProblems} from './problems-state.ts';
import {problemsTable} from './problems-table.ts';

/** Everything that happens in the list of problems. */
export function updateProblems(model: Model, message: ProblemsMessage): Step {
	if (message.type === 'problems/open')
		return [openScreen(model, unreadProblems), [{type: 'problem/list', sheet: model.sheet}]];
	const state = model.screens.findLast((screen) => screen.name === 'problems');
	if (state === undefined) return [model, []];
	switch (message.type) {
		case 'problems/progressed':
			return [putScreen(model, {...state, progress: message.progress}), []];
		case 'problems/listed':
			return [putScreen(model, withListed(state, message.listed, model)), []];
		case 'problems/go-to': {
			const found = chosenProblem(state);
			return [found === undefined ? model : goToProblem(closeScreen(model), found), []];
		}
		case 'problems/fix':
			return planFixing(model, state, problemsToFix(model, state, message.all));
		case 'problems/planned':
			if (message.problems !== state.fixing) return [model, []];
			// Others may have changed the same since.
			if (message.sheet !== model.sheet) return planFixing(model, state, message.problems);
			return fix(putScreen(model, {...state, fixing: undefined}), message.plan);
		case 'problems/back':
			return goBack(model, state);
	}
}

function chosenProblem({listed, table}: ProblemsState): ListedProblem | undefined {
	return listed?.[cursorRow(table) ?? -1];
}

/** The scope rule of all lists (rules.md 3.20), or all problems of the kind under the cursor whose right value is known. */
function problemsToFix(model: Model, state: ProblemsState, all: boolean): readonly FoundProblem[] {
	const {listed = []} = state;
	const kind = chosenProblem(state)?.kind;
	if (all) return listed.filter((one) => one.kind === kind && one.problem.fixed !== undefined);
	return scopeOf(problemsTable(state, model)).rows.flatMap((place) => listed[place] ?? []);
}

function planFixing(model: Model, state: ProblemsState, problems: readonly FoundProblem[]): Step {
	const effect: Effect = {type: 'problem/plan-fixes', sheet: model.sheet, problems};
	return [putScreen(model, {...state, fixing: problems}), [effect]];
}

function fix(model: Model, {change, fixed, left, readOnly}: FixPlan): Step {
	const told = [
		fixed === 0
			? 'Nothing was changed.'
			: `${change.label.replace('Fix', 'Fixed')}. ${keyName(model, 'change.undo')} in the grid takes that back.`,
		...(left === 0 ? [] : [`${count(left, 'has', 'have')} no value that is known to be right.`]),
		...(readOnly === 0 ? [] : [`${count(readOnly, 'belongs', 'belong')} to another system.`]),
	];
	return makeChange(withNotice(model, told.join(' '), fixed === 0 ? 'bad' : 'good'), change, {from: 'cells'});
}

/** From a filtered list to all of it, from there to the grid. */
function goBack(model: Model, state: ProblemsState): Step {
	const table = problemsTable(state, model);
	if (table.state.filter !== '') return clearFilter(table);
	return [closeScreen(model), [{type: 'problem/cancel'}]];
}

/** What was found now, with cursor and marks on the problems that they were on; where one is gone, the cursor keeps its place. */
function withListed(state: ProblemsState, listed: readonly ListedProblem[], model: Model): ProblemsState {
	const before = state.listed ?? [];
	const {table} = state;
	const cursor = cursorRow(table);
	const followed = new Map<string, RowId>();
	const ids = new Set<number>();
	for (const place of [...table.marks, ...(cursor === undefined ? [] : [cursor])]) {
		const problem = before[place];
		if (problem === undefined) continue;
		followed.set(nameOf(problem), place);
		ids.add(problem.user.id);
	}
	const placeNow = new Map<RowId, RowId>();
	for (const [place, problem] of listed.entries()) {
		const was = ids.has(problem.user.id) ? followed.get(nameOf(problem)) : undefined;
		if (was !== undefined) placeNow.set(was, place);
	}
	const marks = new Set([...table.marks].flatMap((place) => placeNow.get(place) ?? []));
	const next = {...state, listed, summary: summarize(listed), progress: undefined};
	const again = arrangeAgain(problemsTable(next, model));
	const {rows} = again;
	const found = rows.indexOf(placeNow.get(cursor ?? -1) ?? -1);
	const row = Math.max(0, Math.min(found < 0 ? table.cursor.row : found, rows.length - 1));
	return {
		...next,
		table: {...again, marks, anchor: undefined, unfiltered: undefined, cursor: {...table.cursor, row}},
	};
}

function summarize(listed: readonly ListedProblem[]): string {
	if (listed.length === 0) return 'none';
	const errors = listed.filter(({problem}) => problem.severity === 'error').length;
	const users = new Set(listed.map(({user}) => user.id)).size;
	return `${count(errors, 'error')} and ${count(listed.length - errors, 'warning')} of ${count(users, 'user')}`;
}

function nameOf({user, problem}: ListedProblem): string {
	return `${user.id} ${problem.column} ${problem.code}`;
}
