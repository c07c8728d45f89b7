import {type Model, openScreen} from '../../model.ts';
import type {Step} from '../../step.ts';
import {askForRows} from '../../table/ask-for-rows.ts';
import {findableChoice} from '../choice/find-choice.ts';
import type {ImportState} from './import-state.ts';
import {replaceImport} from './plan-rows.ts';
import {fileColumns} from './preview-kinds.ts';
import {previewTable} from './preview-table.ts';
import {listsProblems} from './preview-tabs.ts';
import {problemKinds} from './problem-kinds.ts';
import {showTab} from './take-plan.ts';

/** Asks which kind of problem to show. */
export function openKinds(model: Model, {plan, source, tab, tables}: ImportState): Model {
	if (plan === undefined || source === undefined) return model;
	const kinds = problemKinds(fileColumns(source.table, plan), tab);
	const {filter} = tables[tab].table;
	const items = [
		{label: 'All', detail: 'every kind of problem', filter: ''},
		...kinds.map(({name, column, count, filter: only}) => ({
			label: `${count.toLocaleString('en-US')} ${name}`,
			detail: column,
			filter: only,
		})),
	];
	return openScreen(
		model,
		findableChoice({
			title: 'Show one kind of problem',
			items: items.map(({label, detail, filter: only}) => ({
				label,
				detail,
				choose: {type: 'import/filter-kind', filter: only} as const,
			})),
			index: Math.max(
				0,
				items.findIndex((item) => item.filter === filter),
			),
		}),
	);
}

/** Shows one kind of problem, where problems are listed; the list of rows goes to those that are rejected. */
export function filterKind(model: Model, state: ImportState, filter: string): Step {
	const shown = listsProblems(state.tab) ? state : showTab(model, state, 'rejected');
	const table = previewTable(shown, replaceImport(model, shown));
	if (table === undefined) return [model, []];
	return askForRows(table, {filter, sort: table.state.sort, typedOver: undefined});
}
