import type {ImportPlan} from '../../../csv/import-plan.ts';
import {openTable} from '../../table/table-state.ts';
import {emptyTabs, type ImportState} from './import-state.ts';
import {countTab, listTab, type PreviewTab, previewTabs, tabTable} from './preview-tabs.ts';

/** The wizard with a plan that has been made for its file and options. */
export function takePlan(state: ImportState, made: ImportPlan): ImportState {
	const {progress: _, refusal: __, ...rest} = state;
	const next = {...rest, plan: made};
	return state.step === 'preview' ? showPreview(next) : next;
}

/** The preview of a plan from the start, with the tab that has most weight of those that list something. */
export function showPreview(state: ImportState): ImportState {
	const {plan} = state;
	const start = {...state, step: 'preview', tables: emptyTabs} as const;
	if (plan === undefined) return start;
	const first = (['rejected', 'create', 'update'] as const).find((tab) => countTab(plan, tab) > 0);
	return showTab(start, first ?? 'all');
}

/** Columns before the first one of the file: what, line and who. */
const firstOwn = {mixed: 3, rows: 2} as const;

/** The preview with the next tab in front, or the one before; those with nothing in them only where they are usual. */
export function moveTab(state: ImportState, by: 1 | -1): ImportState {
	const {plan, tab} = state;
	if (plan === undefined) return state;
	const shown = previewTabs.filter((one) => one === tab || tabTable[one].isUsual || countTab(plan, one) > 0);
	const index = (shown.indexOf(tab) + by + shown.length) % shown.length;
	return showTab(state, shown[index] ?? 'all');
}

/** The preview with a tab in front, whose rows are those of the plan of now. */
export function showTab(state: ImportState, tab: PreviewTab): ImportState {
	const {plan, tables} = state;
	if (plan === undefined || tables[tab].plan === plan) return {...state, tab};
	const table = openTable(listTab(plan, tab), {
		column: firstOwn[tab === 'all' || tab === 'out' ? 'mixed' : 'rows'],
	});
	return {...state, tab, tables: {...tables, [tab]: {plan, table}}};
}
