import type {ImportPlan} from '../../../csv/import-plan.ts';
import type {Model} from '../../model.ts';
import {arrangeAgain} from '../../table/arrange-rows.ts';
import {followCursor} from '../../table/place-rows.ts';
import {openTable, type RowId, type TableState} from '../../table/table-state.ts';
import {emptyTabs, type ImportState} from './import-state.ts';
import {previewTable} from './preview-table.ts';
import {
	countTab,
	lineOf,
	listsProblems,
	listTab,
	type PreviewTab,
	previewTabs,
	tabTable,
} from './preview-tabs.ts';

/** So few rows are looked through between two keys. */
const few = 2000;

/** The wizard with a plan that has been made for its file and options. The preview stays where it is. */
export function takePlan(model: Model, state: ImportState, made: ImportPlan): ImportState {
	const {progress: _, refusal: __, goTo, ...rest} = state;
	const next = {...rest, plan: made};
	if (state.step !== 'preview') return next;
	if (state.tables[state.tab].plan === undefined) return showPreview(next);
	const shown = showTab(model, next, state.tab);
	return goTo === undefined ? shown : goToLine(shown, goTo);
}

/** The cursor on the first thing that the tab tells of a line; as it was where it tells nothing of it. */
function goToLine(state: ImportState, line: number): ImportState {
	const {tab, tables} = state;
	const {table, plan} = tables[tab];
	const row = table.rows.findIndex((id) => lineOf(id) === line);
	if (row < 0) return state;
	const there = {...table, cursor: {...table.cursor, row}, anchor: undefined};
	return {...state, tables: {...tables, [tab]: {plan, table: there}}};
}

/** The preview of a plan from the start, with the tab that has most weight of those that list something. */
export function showPreview(state: ImportState): ImportState {
	const {plan} = state;
	const start = {...state, step: 'preview', tables: emptyTabs} as const;
	if (plan === undefined) return start;
	const tab = (['rejected', 'create', 'update'] as const).find((one) => countTab(plan, one) > 0) ?? 'all';
	return {...start, tab, tables: {...emptyTabs, [tab]: openTab(plan, tab)}};
}

/** The preview with the next tab in front, or the one before; those with nothing in them only where they are usual. */
export function moveTab(model: Model, state: ImportState, by: 1 | -1): ImportState {
	const {plan, tab} = state;
	if (plan === undefined) return state;
	const shown = previewTabs.filter((one) => one === tab || tabTable[one].isUsual || countTab(plan, one) > 0);
	const index = (shown.indexOf(tab) + by + shown.length) % shown.length;
	return showTab(model, state, shown[index] ?? 'all');
}

/** The preview with a tab in front, whose rows are those of the plan of now. */
export function showTab(model: Model, state: ImportState, tab: PreviewTab): ImportState {
	const {plan, tables} = state;
	const {plan: before, table} = tables[tab];
	if (plan === undefined || before === plan) return {...state, tab};
	const next = {...state, tab};
	const list =
		before === undefined ? openTab(plan, tab) : {plan, table: followPlan(model, next, plan, table)};
	return {...next, tables: {...tables, [tab]: list}};
}

/** Columns before the first one of the file: what, line and who. */
const firstOwn = {mixed: 3, rows: 2} as const;

function openTab(plan: ImportPlan, tab: PreviewTab): ImportState['tables'][PreviewTab] {
	// Whatever the column, it is the value of a problem that is put right: a cursor on the line costs the fewest bytes.
	const column = listsProblems(tab) ? 0 : firstOwn[tab === 'all' || tab === 'out' ? 'mixed' : 'rows'];
	return {plan, table: openTable(listTab(plan, tab), {column})};
}

/**
 * A list with the rows of another plan. The cursor stays on its row, or where that is gone at its place, which is the row after it. Where
 * many rows were filtered or sorted, those that are still there stay in their order.
 */
function followPlan(model: Model, state: ImportState, plan: ImportPlan, table: TableState): TableState {
	const ids = listTab(plan, state.tab);
	const isOwnOrder = table.filter === '' && table.sort.length === 0;
	const here = isOwnOrder && table.marks.size === 0 ? undefined : new Set(ids);
	const marks = table.marks.size === 0 ? table.marks : keepThose(table.marks, here);
	const next = {...table, marks, anchor: undefined};
	if (isOwnOrder) return followCursor({...next, rows: ids}, table);
	const again = ids.length > few ? undefined : previewTable(state, model);
	if (again !== undefined) return arrangeAgain({...again, state: next});
	const rows = table.rows.filter((id) => here?.has(id));
	return followCursor({...next, rows, unfiltered: undefined}, table);
}

function keepThose(marks: ReadonlySet<RowId>, here: ReadonlySet<RowId> | undefined): ReadonlySet<RowId> {
	const gone = [...marks].filter((id) => here?.has(id) !== true);
	if (gone.length === 0) return marks;
	const left = new Set(marks);
	for (const id of gone) left.delete(id);
	return left;
}
