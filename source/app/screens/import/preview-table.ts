import {isMasked} from '../../../domain/field.ts';
import {queryById} from '../../../domain/query/query-by-id.ts';
import {type Model, putScreen} from '../../model.ts';
import {shownColumns} from '../../table/arrange-columns.ts';
import type {OpenCell, Table} from '../../table/table.ts';
import {previewHeight, previewWidth} from './import-layout.ts';
import type {ImportState} from './import-state.ts';
import {measureTab} from './measure-preview.ts';
import {previewColumns} from './preview-columns.ts';
import {type FileColumns, fileColumns, previewContext, problemsKind, rowsKind} from './preview-kinds.ts';
import {problemsQuery, rowsQuery} from './preview-query.ts';
import {lineOf, listsProblems, listTab, problemOf, rowOnLine, tabTable} from './preview-tabs.ts';

/** The lines of the current tab; none before there is a plan. */
export function previewTable(state: ImportState, model: Model): Table | undefined {
	const {plan, source, tab} = state;
	if (plan === undefined || source === undefined) return undefined;
	const file = fileColumns(source.table, plan);
	const context = previewContext(file, model.revealed);
	const table = state.tables[tab].table;
	const ids = listTab(plan, tab);
	const width = previewWidth(model.size, tab);
	const all = previewColumns(tab, source.table.rows.at(-1)?.line ?? 0, width, file);
	const listsRows = !listsProblems(tab);
	return {
		...(listsRows
			? {kind: rowsKind, rowOf: (id: number) => rowOnLine(plan, lineOf(id))}
			: {kind: problemsKind, rowOf: (id: number) => problemOf(plan, tab, id)}),
		context,
		state: table,
		columns: shownColumns(all, table),
		arranged: {
			name: listsRows ? 'preview' : tab,
			all,
			fillsLine: !listsRows,
			measure: () => measureTab(plan, tab, file),
		},
		size: {columns: width, rows: previewHeight(model.size)},
		cursor: 'cell',
		emptyText: table.filter !== '' && ids.length > 0 ? 'No line matches the filter.' : tabTable[tab].empty,
		editing: editingOf(state, model, file),
		rowCount: ids.length,
		rowIds: () => ids.slice(),
		query: () =>
			listsRows
				? queryById(rowsQuery(file), (id) => rowOnLine(plan, lineOf(id)))
				: queryById(problemsQuery(file), (id) => problemOf(plan, tab, id)),
		keep: (next) =>
			putScreen(model, {...state, tables: {...state.tables, [tab]: {...state.tables[tab], table: next}}}),
	};
}

/** The cell that is being edited; PINs are seen only while they are shown, and secrets never. */
function editingOf({editor}: ImportState, {revealed}: Model, {byHeader}: FileColumns): OpenCell | undefined {
	const field = editor && byHeader.get(editor.header)?.field;
	const masked = field !== undefined && isMasked(field) && !revealed;
	return editor && {field: editor.field, openedBy: editor.openedBy, masked};
}
