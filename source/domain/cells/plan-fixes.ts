import {cellKeys} from '../change.ts';
import type {FoundProblem} from '../check-in-sheet.ts';
import type {FieldKey, UserValues} from '../field.ts';
import {storedFields} from '../field-lists.ts';
import {type Sheet, userFinder} from '../sheet.ts';
import {eachInSteps, type Work} from '../work.ts';
import {type CellsPlan, planCells} from './plan-cells.ts';
import {nameColumns} from './plan-fill.ts';

/** What putting in the values that would be right does. */
export type FixPlan = Pick<CellsPlan, 'change' | 'readOnly'> & {
	/** Values that it puts in. */
	readonly fixed: number;
	/** Problems whose right value is not known, is no longer right, or breaks another rule. */
	readonly left: number;
};

/** Plans to put in, for each of these problems, the value that would be right; each is judged as a cell is (rules.md 3.15). */
export function* planFixes(problems: readonly FoundProblem[], sheet: Sheet): Work<FixPlan> {
	const find = userFinder(sheet.users);
	const values = new Map<number, Partial<UserValues>>();
	const keys = new Set<FieldKey>();
	let left = 0;
	yield* eachInSteps(problems, ({user, problem: {column, fixed}}) => {
		const key = storedFields.find(({header}) => header === column)?.key;
		if (key === undefined || fixed === undefined || find(user.id)?.[key] !== user[key]) left += 1;
		else {
			values.set(user.id, {...values.get(user.id), [key]: fixed});
			keys.add(key);
		}
	});
	const users = [...values.keys()].map(find).filter((user) => user !== undefined);
	const what = `Fix ${nameColumns([...keys].map((key) => ({key})))}`;
	const {change, refused, readOnly} = yield* planCells(users, ({id}) => values.get(id) ?? {}, sheet, what);
	const fixed = change.updated.reduce((sum, update) => sum + cellKeys(update).length, 0);
	return {change, readOnly, fixed, left: left + refused.length};
}
