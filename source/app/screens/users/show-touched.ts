import {count} from '../../../domain/problem.ts';
import {userFinder} from '../../../domain/sheet.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, withNotice} from '../../model.ts';
import type {Step} from '../../step.ts';
import {showUsers} from './show-users.ts';

/** Keeps in mind the users of a change by ID: the filter `touched:` finds them. The marks that the change before has set go, as no person has chosen them. */
export function noteTouched(model: Model, ids: readonly number[]): Model {
	const {marks, touched} = model.grid;
	const isOurs = marks.size === touched.size && [...marks].every((id) => touched.has(id));
	return {...model, grid: {...model.grid, ...(isOurs ? {marks: new Set()} : {}), touched: new Set(ids)}};
}

/**
 * The grid with the users of the change that is kept in mind, and no others; what is open above it goes. They are marked, unless a
 * person has marked users before: those stay as they are, and no action is for more than was chosen for it (rules.md 3.31).
 *
 * @param what which change: "the import"
 */
export function showTouched(model: Model, what: string): Step {
	const {grid, sheet} = model;
	const find = userFinder(sheet.users);
	const ids = [...grid.touched].filter((id) => find(id) !== undefined);
	if (ids.length === 0) return [model, []];
	const isMarked = grid.marks.size === ids.length && ids.every((id) => grid.marks.has(id));
	const isKept = grid.marks.size > 0 && !isMarked;
	const marked = isKept ? model : {...model, grid: {...grid, marks: new Set(ids)}};
	const isAll = ids.length === sheet.users.length;
	const [shown, effects] = showUsers(marked, isAll ? '' : 'touched:');
	const said = [
		`${count(ids.length, `user of ${what} is`, `users of ${what} are`)} shown`,
		isKept
			? `; ${count(grid.marks.size, 'mark')} of before ${grid.marks.size === 1 ? 'is' : 'are'} kept.`
			: ' and marked.',
		isAll ? '' : ` ${keyName(model, 'table.clear')} shows all.`,
	];
	return [withNotice(shown, said.join(''), 'good'), effects];
}
