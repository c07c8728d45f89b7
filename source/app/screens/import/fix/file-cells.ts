import {setCells} from '../../../../csv/fixes.ts';
import type {ImportPlan, JudgedRow} from '../../../../csv/import-plan.ts';
import {type Change, cellKeys} from '../../../../domain/change.ts';
import {storedFields} from '../../../../domain/field-lists.ts';
import {count} from '../../../../domain/problem.ts';
import type {Sheet} from '../../../../domain/sheet.ts';
import {emptyUser, type User, type WritableUser} from '../../../../domain/user.ts';
import {eachInSteps, type Work} from '../../../../domain/work.ts';
import type {CommandId} from '../../../keymap/keymap.ts';
import {type Model, withNotice} from '../../../model.ts';
import type {Step} from '../../../step.ts';
import type {Table} from '../../../table/table.ts';
import type {RowId} from '../../../table/table-state.ts';
import type {ImportState} from '../import-state.ts';
import {type FileColumns, fileColumns, rowsKind} from '../preview-kinds.ts';
import {previewTable} from '../preview-table.ts';
import {lineOf, listsProblems, problemOf, rowOnLine} from '../preview-tabs.ts';
import {valuesOf} from '../row-texts.ts';
import {fixCell} from './preview-cell.ts';
import {storeFixes} from './store-fixes.ts';

const sheets = new WeakMap<ImportPlan, {readonly base: Sheet; readonly rows: Sheet}>();

type FileCells = {
	readonly table: Table;
	readonly userOf: (line: number) => User | undefined;
	readonly readSheet: () => Work<Sheet>;
	readonly isQuick: boolean;
	readonly isFile: true;
	readonly undo: CommandId;
};

/** Rows that are users between two key presses. */
const few = 1000;

/**
 * The rows of the file as users of a sheet, each known by its line: what fills, pastes and replaces cells of users does it to those
 * of a file, too. Undefined where no preview is open.
 */
export function fileCells(model: Model): FileCells | undefined {
	const state = model.screens.findLast((screen) => screen.name === 'import');
	if (state?.step !== 'preview' || state.plan === undefined || state.source === undefined) return undefined;
	const table = previewTable(state, model);
	if (table === undefined) return undefined;
	const {plan} = state;
	const file = fileColumns(state.source.table, plan);
	return {
		table: listsProblems(state.tab) ? byField(table, state, plan) : table,
		isFile: true,
		undo: 'import.undo-fix',
		userOf(line) {
			const judged = rowOnLine(plan, line);
			return judged && readUser(judged, file);
		},
		isQuick: plan.rows.length <= few || sheets.get(plan)?.base === model.sheet,
		*readSheet() {
			const known = sheets.get(plan);
			if (known?.base === model.sheet) return known.rows;
			const users: User[] = [];
			yield* eachInSteps(plan.rows, (judged) => users.push(readUser(judged, file)));
			const rows = {...model.sheet, users};
			sheets.set(plan, {base: model.sheet, rows});
			return rows;
		},
	};
}

function readUser(judged: JudgedRow, {columns}: FileColumns): User {
	const user: WritableUser = {...emptyUser, id: judged.row.line, origin: 'csv'};
	for (const column of columns) user[column.key] = valuesOf(judged, column).after;
	return user;
}

/** A list of problems as one of rows, whose value is the field that is wrong: where it is the same for all that are chosen. */
function byField(table: Table, {tab}: ImportState, plan: ImportPlan): Table {
	const {state} = table;
	const headers = new Set<string | undefined>();
	const chosen = state.marks.size > 0 ? [...state.marks] : rowsOfRange(table);
	for (const id of chosen) headers.add(problemOf(plan, tab, id)?.problem.column);
	const [header] = headers.size === 1 ? headers : [];
	const key = storedFields.find((field) => field.header === header)?.key ?? 'value';
	const columns = table.columns.map((column) => (column.key === 'value' ? {...column, key} : column));
	const {anchor} = state;
	const {row = 0} = anchor ?? {};
	return {
		...table,
		kind: {...table.kind, noun: rowsKind.noun},
		columns,
		state: {
			...state,
			rows: linesOf(state.rows),
			marks: new Set([...state.marks].map(lineOf)),
			anchor: anchor && {...anchor, column: key, row: row === 'all' ? 'all' : lineOf(row)},
			cursor: {...state.cursor, column: columns.findIndex((column) => column.key === key)},
		},
	};
}

const knownLines = new WeakMap<readonly RowId[], readonly RowId[]>();

/** The lines that rows are about; every frame asks. */
function linesOf(rows: readonly RowId[]): readonly RowId[] {
	const lines = knownLines.get(rows) ?? rows.map(lineOf);
	knownLines.set(rows, lines);
	return lines;
}

/** The lines of the range by their rows, whatever its columns are; or the one under the cursor. */
function rowsOfRange({state: {rows, cursor, anchor}}: Table): readonly number[] {
	const start = anchor === undefined ? cursor.row : anchor.row === 'all' ? 0 : rows.indexOf(anchor.row);
	const end = anchor?.row === 'all' ? rows.length - 1 : cursor.row;
	return rows.slice(Math.max(0, Math.min(start, end)), Math.max(start, end) + 1);
}

/** Lays a change of the rows over the file, unless they were judged again since it was planned. */
export function storeFileChange(model: Model, change: Change, sheet: Sheet): Step {
	const state = model.screens.findLast((screen) => screen.name === 'import');
	if (state?.plan === undefined || state.source === undefined) return [model, []];
	if (sheets.get(state.plan)?.rows !== sheet)
		return [withNotice(model, 'The rows have changed meanwhile: do it again.', 'bad'), []];
	const {plan} = state;
	const file = fileColumns(state.source.table, plan);
	const headers = new Set<string>();
	const edits = change.updated.flatMap((update) => {
		const judged = rowOnLine(plan, update.id);
		return cellKeys(update).flatMap((key) => {
			const column = file.byKey.get(key);
			if (judged === undefined || column === undefined) return [];
			headers.add(column.field.header);
			return [fixCell({judged, position: column.index, column}, update.cells[key]?.after ?? '')];
		});
	});
	const [header] = headers;
	const where = headers.size === 1 ? ` of ${header}` : '';
	return storeFixes(
		model,
		state,
		`Changed ${count(edits.length, 'cell')}${where}`,
		setCells(state.fixed.fixes, edits),
	);
}
