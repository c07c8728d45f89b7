import {type FoundProblem, findProblems} from '../../../domain/check-in-sheet.ts';
import {gridFields} from '../../../domain/field-lists.ts';
import {formatProblem} from '../../../domain/problem.ts';
import {finishWork} from '../../../domain/work.ts';
import {type Model, stopSearching, withNotice} from '../../model.ts';
import type {Step} from '../../step.ts';
import {arrangeAgain} from '../../table/arrange-rows.ts';
import {clearFilter} from '../../table/filter-table.ts';
import {goToColumn} from '../../table/go-to-column.ts';
import {showRow} from '../../table/show-row.ts';
import type {Table} from '../../table/table.ts';
import {usersTable} from './users-table.ts';

/** More users than can be looked through between two key presses. */
const many = 1000;

/** Goes to the next user shown with something wrong, or to the one before, round the end. Many users are looked through by the shell. */
export function findNextProblem(model: Model, by: 1 | -1): Step {
	const {grid, sheet} = model;
	const rows = by > 0 ? grid.rows : grid.rows.toReversed();
	const next = (by > 0 ? grid.cursor.row : rows.length - 1 - grid.cursor.row) + 1;
	const ids = [...rows.slice(next), ...rows.slice(0, next)];
	if (sheet.users.length <= many) return [showProblem(model, finishWork(findProblems(sheet, ids, 1))), []];
	const searching = withNotice({...model, searching: ids}, 'Looking for the next problem …');
	return [searching, [{type: 'problem/find', sheet, ids}]];
}

/** The answer of the shell, unless it is not waited for any more. */
export function takeNextProblem(
	model: Model,
	{ids, found}: {readonly ids: readonly number[]; readonly found: readonly FoundProblem[]},
): Model {
	return model.searching === ids ? showProblem(stopSearching(model), found) : model;
}

/** The worst of what is wrong with the user who was found: an error, if there is one. */
function showProblem(model: Model, found: readonly FoundProblem[]): Model {
	const worst = found.find(({problem}) => problem.severity === 'error') ?? found[0];
	if (worst === undefined) return withNotice(model, 'Nothing is wrong with any user shown.', 'good');
	return goToProblem(model, worst);
}

/** The grid with the cursor on the value that a problem is about, and what it is. A filter that hides the user goes. */
export function goToProblem(model: Model, {user, problem}: FoundProblem): Model {
	const table = usersTable(model.grid, model);
	const shown = model.grid.rows.includes(user.id) ? model : showAll(table);
	const field = gridFields.find(({header}) => header === problem.column);
	const key = field?.role === 'stored' ? field.key : undefined;
	const there = key === undefined ? shown : goToColumn(shown, usersTable(shown.grid, shown), key);
	const grid = showRow(there.grid, user.id);
	const {id: _, who: __, ...beside} = problem;
	return withNotice({...there, grid}, formatProblem(beside), problem.severity === 'error' ? 'bad' : 'plain');
}

function showAll(table: Table): Model {
	const [all, effects] = clearFilter(table);
	if (effects.length === 0) return all;
	// The order was changed since: here the row is needed at once.
	const state = {...table.state, filter: '', unfiltered: undefined, arranging: undefined};
	return table.keep(arrangeAgain({...table, state}));
}
