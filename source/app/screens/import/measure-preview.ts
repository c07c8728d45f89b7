import type {CsvTable, ImportPlan, JudgedRow} from '../../../csv/import-plan.ts';
import {measureRows} from '../../table/measure-rows.ts';
import type {TableKind} from '../../table/table.ts';
import type {Measured} from '../../table/table-state.ts';
import {
	type FileColumns,
	type PreviewContext,
	previewContext,
	problemsKind,
	rowsKind,
} from './preview-kinds.ts';
import {listsProblems, listTab, type PreviewTab, problemOf, rowOnLine} from './preview-tabs.ts';
import {valuesOf} from './row-texts.ts';

/** For the sign before a value that is wrong. */
const signSpace = '  ';

type KnownWidths = {readonly match: CsvTable['match']; readonly measured: Measured};

const measuredTabs = new WeakMap<ImportPlan['options'], Map<PreviewTab, KnownWidths>>();

/** How wide the values of a tab are, with PINs hidden. It is looked at once for the choices made: what is fixed moves no column. */
export function measureTab(plan: ImportPlan, tab: PreviewTab, file: FileColumns): Measured {
	const known = measuredTabs.get(plan.options) ?? new Map<PreviewTab, KnownWidths>();
	const {match} = file.planned.table;
	const before = known.get(tab);
	if (before?.match === match) return before.measured;
	const context = previewContext(file, false);
	const rowIds = () => listTab(plan, tab);
	const measured = listsProblems(tab)
		? measureRows({kind: problemsKind, context, rowIds, rowOf: (id) => problemOf(plan, tab, id)}, [
				'who',
				'column',
				'value',
				'reason',
			])
		: measureRowsOf(plan, tab, file);
	measuredTabs.set(plan.options, known.set(tab, {match, measured}));
	return measured;
}

/** Each row is looked at for each column only until one has a value in it. */
function measureRowsOf(plan: ImportPlan, tab: PreviewTab, file: FileColumns): Measured {
	const kind = measuredKind(tab);
	const context = previewContext(file, false);
	const keys = ['who', 'id', ...file.columns.map(({key}) => key), 'why'];
	const ids = listTab(plan, tab);
	const rows = plan.rows.length === ids.length ? plan.rows : ids.flatMap((id) => rowOnLine(plan, id) ?? []);
	const {widths} = measureRows(
		{kind, context, rowIds: () => spread(ids), rowOf: (id) => rowOnLine(plan, id)},
		keys,
	);
	const isFilled = (key: string) => {
		const column = file.byKey.get(key);
		return (judged: JudgedRow) => {
			if (key === 'why') return judged.problems.length > 0;
			return column === undefined
				? kind.valueOf(judged, key, context) !== ''
				: isTold(valuesOf(judged, column), tab);
		};
	};
	return {widths, filled: new Set(keys.filter((key) => rows.some(isFilled(key))))};
}

/** So many rows are measured, evenly spread. */
const mostMeasured = 500;

function spread(ids: readonly number[]): readonly number[] {
	const step = Math.max(1, Math.floor(ids.length / mostMeasured));
	return ids.filter((_, place) => place % step === 0);
}

/** Whether a cell has something in it: the text that it shows need not be made for that. */
function isTold({before, after}: ReturnType<typeof valuesOf>, tab: PreviewTab): boolean {
	return before !== after || (tab !== 'update' && after !== '');
}

/** Of updates, columns in which nothing changes count as empty: what differs is seen at once. */
function measuredKind(tab: PreviewTab): TableKind<JudgedRow, PreviewContext> {
	return {
		...rowsKind,
		valueOf(judged, key, context) {
			const column = context.base.byKey.get(key);
			if (column === undefined) return rowsKind.valueOf(judged, key, context);
			const {before, after} = valuesOf(judged, column);
			if (!isTold({before, after}, tab)) return '';
			if (column.field.kind === 'secret') return before === after ? '••••' : '•••• → ••••';
			return before === after ? `${signSpace}${after}` : `${before} → ${after}`;
		},
	};
}
