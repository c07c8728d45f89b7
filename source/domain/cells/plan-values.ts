import {emptyChange} from '../change.ts';
import {showValue, type UserValues} from '../field.ts';
import {storedFields} from '../field-lists.ts';
import type {Problem} from '../problem.ts';
import {type Sheet, surroundingsOf} from '../sheet.ts';
import {checkField, type User} from '../user.ts';
import type {Work} from '../work.ts';
import {type CellsPlan, planCells, storedValue} from './plan-cells.ts';

/** What giving users the same values would do: nothing, where a value breaks a rule. */
export type ValuesPlan = Pick<CellsPlan, 'change' | 'readOnly'> & {
	/** Errors of the values themselves, or else what deserves a look in the users who change. */
	readonly problems: readonly Problem[];
};

/** Plans one value for each of some fields, for all of these users; judged as a cell is (rules.md 3.15). */
export function* planValues(
	users: readonly User[],
	given: Partial<UserValues>,
	sheet: Sheet,
): Work<ValuesPlan> {
	const fields = storedFields.filter(({key}) => given[key] !== undefined);
	const what = `Set ${fields.map(({header}) => header).join(', ')}`;
	const problems = fields.flatMap((field): Problem | readonly [] => {
		const value = storedValue(field.key, given[field.key] ?? '', sheet);
		const finding = checkField(field.key, value, surroundingsOf(sheet));
		return finding === undefined
			? []
			: {severity: 'error', ...finding, column: field.header, value: showValue(field, value)};
	});
	if (problems.length > 0) return {change: emptyChange(what), problems, readOnly: 0};
	const {said, ...plan} = yield* planCells(users, () => given, sheet, what);
	return {...plan, problems: said};
}
