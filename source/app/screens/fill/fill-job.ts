import type {FieldKey} from '../../../domain/field.ts';
import type {FillJob} from '../../../domain/plan-fill.ts';
import type {CellsJob} from '../../../domain/plan-job.ts';
import {findUser} from '../../../domain/sheet.ts';
import type {Model} from '../../model.ts';
import {describeTargets, type Targets} from '../users/describe-targets.ts';
import {scopeKeys, usersScope} from '../users/users-scope.ts';

/** What is to be done, and how a question names the users. */
export type CellsFilling = {readonly job: CellsJob; readonly targets: Targets};

/** The same value for all users of the scope. */
export function fillWith(
	model: Model,
	verb: FillJob['verb'],
	keys: readonly FieldKey[],
	value: string,
): CellsFilling {
	const targets = describeTargets(model);
	return {targets, job: {verb, ids: targets.ids, cells: keys.map((key) => ({key, value}))}};
}

/**
 * The values of the first row of the scope for all others; where there is only one, those of the row above it.
 * Undefined where there is no such row, or no column that can be filled.
 */
export function fillDown(model: Model): CellsFilling | undefined {
	const scope = usersScope(model);
	const keys = scopeKeys(scope);
	const [first = 0, ...rest] = scope.rows;
	const above = model.grid.rows[model.grid.rows.indexOf(first) - 1];
	const source = findUser(model.sheet, (rest.length > 0 ? first : above) ?? 0);
	if (source === undefined || keys.length === 0) return undefined;
	const cells = keys.map((key) => ({key, value: source[key]}));
	return {targets: describeTargets(model), job: {verb: 'Fill', ids: rest.length > 0 ? rest : [first], cells}};
}
