import {leaveOut} from '../../../../csv/fixes.ts';
import {count} from '../../../../domain/problem.ts';
import type {Model} from '../../../model.ts';
import type {Step} from '../../../step.ts';
import {scopeOf} from '../../../table/scope.ts';
import type {ImportState} from '../import-state.ts';
import {previewTable} from '../preview-table.ts';
import {lineOf, rowOnLine} from '../preview-tabs.ts';
import {storeFixes} from './store-fixes.ts';

/** Leaves out the marked rows, or those of the range, or the one under the cursor; takes them back where all are left out already. */
export function turnLeaving(model: Model, state: ImportState): Step {
	const {plan, fixed} = state;
	const table = previewTable(state, model);
	if (plan === undefined || table === undefined) return [model, []];
	const lines = new Set(scopeOf(table).rows.map(lineOf));
	const rows = [...lines].flatMap((line) => rowOnLine(plan, line) ?? []);
	const [first] = rows;
	if (first === undefined) return [model, []];
	const isBack = rows.every(({kind}) => kind === 'left-out');
	const fixes = leaveOut(
		fixed.fixes,
		rows.map(({read}) => read),
		!isBack,
	);
	const what = rows.length === 1 ? `line ${first.row.line}` : count(rows.length, 'row');
	return storeFixes(model, state, isBack ? `Took back ${what}` : `Left out ${what}`, fixes);
}

/** Why no row can be left out here. */
export function refuseLeaving(model: Model, state: ImportState): string | undefined {
	const table = previewTable(state, model);
	const [first] = table === undefined ? [] : scopeOf(table).rows;
	if (table === undefined || first === undefined)
		return table?.emptyText ?? 'The rows are still being checked.';
	return lineOf(first) === 0 ? 'This is about the whole file, and not about a row.' : undefined;
}
