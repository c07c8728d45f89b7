import {type FoundProblem, findProblems} from '../../../domain/check-in-sheet.ts';
import {gridFields} from '../../../domain/field-lists.ts';
import {formatProblem} from '../../../domain/problem.ts';
import {finishWork} from '../../../domain/work.ts';
import {type Model, stopSearching, withNotice} from '../../model.ts';
import type {Step} from '../../step.ts';
import {showRow} from '../../table/show-row.ts';
import {columnOf} from './users-state.ts';

/** More users than can be looked through between two key presses. */
const many = 1000;

/** Goes to the next user shown with something wrong, round the end. Many users are looked through by the shell. */
export function findNextProblem(model: Model): Step {
	const {grid, sheet} = model;
	const next = grid.cursor.row + 1;
	const ids = [...grid.rows.slice(next), ...grid.rows.slice(0, next)];
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
	const {user, problem} = worst;
	const field = gridFields.find(({header}) => header === problem.column);
	const key = field?.role === 'stored' ? field.key : undefined;
	const grid = showRow(model.grid, user.id, key && columnOf(model.grid, key));
	const {id: _, who: __, ...beside} = problem;
	return withNotice({...model, grid}, formatProblem(beside), problem.severity === 'error' ? 'bad' : 'plain');
}
