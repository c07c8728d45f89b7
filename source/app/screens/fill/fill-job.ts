import type {FillJob} from '../../../domain/cells/plan-fill.ts';
import type {CellsJob} from '../../../domain/cells/plan-job.ts';
import type {FieldKey} from '../../../domain/field.ts';
import type {Targets} from '../users/describe-targets.ts';
import {scopeKeys} from '../users/users-scope.ts';
import {type CellsTarget, describeCells, targetScope} from './cells-target.ts';

/** What is to be done, and how a question names the users. */
export type CellsFilling = {readonly job: CellsJob; readonly targets: Targets};

/** The same value for all users of the scope. */
export function fillWith(
	target: CellsTarget,
	verb: FillJob['verb'],
	keys: readonly FieldKey[],
	value: string,
): CellsFilling {
	const targets = describeCells(target);
	return {targets, job: {verb, ids: targets.ids, cells: keys.map((key) => ({key, value}))}};
}

/**
 * The values of the first row of the scope for all others; where there is only one, those of the row above it.
 * Undefined where there is no such row, or no column that can be filled.
 */
export function fillDown(target: CellsTarget): CellsFilling | undefined {
	const {table, userOf} = target;
	const scope = targetScope(target);
	const keys = scopeKeys(scope);
	const [first = 0, ...rest] = scope.rows;
	const above = table.state.rows[table.state.rows.indexOf(first) - 1];
	const source = userOf((rest.length > 0 ? first : above) ?? 0);
	if (source === undefined || keys.length === 0) return undefined;
	const cells = keys.map((key) => ({key, value: source[key]}));
	return {targets: describeCells(target), job: {verb: 'Fill', ids: rest.length > 0 ? rest : [first], cells}};
}
