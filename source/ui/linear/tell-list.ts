import type {Column, Table} from '../../app/table/table.ts';
import {cursorRow, type RowId} from '../../app/table/table-state.ts';
import {maskValue} from '../../domain/field.ts';
import {count} from '../../domain/problem.ts';

/** Terminal cells that a value may take: no screen cuts it. */
const wideEnough = 400;
/** Rows of a list that are read at once. */
const rowsAtOnce = 10;

/** How many rows a list shows, or why it shows none: "3 of 25 users". */
export function tellCount({kind, state, emptyText, rowCount}: Table): string {
	const {one, many} = kind.noun;
	if (state.rows.length === 0) return emptyText;
	if (state.rows.length === rowCount) return `${count(rowCount, one, many)}.`;
	return `${state.rows.length.toLocaleString('en-US')} of ${count(rowCount, one, many)}.`;
}

/** Where the cursor is, and on what: "Row 3 of 25. ID 3, Carla Costa." Of a list of lines, the whole line. */
export function tellRow(table: Table): string | undefined {
	const {kind, context, state, cursor} = table;
	const id = cursorRow(state);
	const row = id === undefined ? undefined : table.rowOf(id);
	if (id === undefined || row === undefined) return undefined;
	const place = `Row ${state.cursor.row + 1} of ${state.rows.length}`;
	if (cursor === 'row') return `${place}: ${tellLine(table, id)}.`;
	const mark = state.marks.has(id) ? ' Marked.' : '';
	const number = kind.numbered === 'row' ? '' : `${kind.numbered} ${id}, `;
	return `${place}. ${number}${kind.nameOf(row, context)}.${mark}`;
}

/** The cell under the cursor: "Email address: carla.costa@firma.example". */
export function tellCell(table: Table): string | undefined {
	const {state, columns, cursor, editing} = table;
	const id = cursorRow(state);
	const column = columns[state.cursor.column];
	if (cursor === 'row' || id === undefined || column === undefined) return undefined;
	if (editing === undefined) return tellColumn(table, id, column);
	const {text} = editing.field;
	return `Editing ${nameColumn(column)}: ${orEmpty(editing.masked ? maskValue(text) : text)}`;
}

/** All cells of the row under the cursor, one a line. */
export function tellWholeRow(table: Table): readonly string[] {
	const id = cursorRow(table.state);
	return id === undefined ? [table.emptyText] : table.columns.map((column) => tellColumn(table, id, column));
}

/** The rows from the cursor on, with their places; those that can be chosen are chosen by them. */
export function tellRows(table: Table): readonly string[] {
	const {state, kind, context} = table;
	const first = Math.max(0, state.cursor.row);
	const rows = state.rows.slice(first, first + rowsAtOnce).map((id, index) => {
		const place = first + index + 1;
		const row = table.rowOf(id);
		if (table.cursor === 'row') return `${place}. ${tellLine(table, id)}`;
		return `${place}. ${row === undefined ? '' : `${kind.numbered} ${id}, ${kind.nameOf(row, context)}`}`;
	});
	const left = state.rows.length - first - rows.length;
	return left > 0 ? [...rows, `And ${left.toLocaleString('en-US')} more.`] : rows;
}

/** What people call a column. */
export function nameColumn({name, header}: Column): string {
	return name ?? header;
}

function tellLine(table: Table, id: RowId): string {
	return table.columns
		.map(({key}) => textOf(table, id, key).trim())
		.filter((text) => text !== '')
		.join(', ');
}

function tellColumn(table: Table, id: RowId, column: Column): string {
	return `${nameColumn(column)}: ${orEmpty(textOf(table, id, column.key))}`;
}

function textOf({kind, context, rowOf}: Table, id: RowId, key: string): string {
	const row = rowOf(id);
	if (row === undefined) return '';
	return kind.cellOf?.(row, key, context, wideEnough).text ?? kind.valueOf(row, key, context);
}

function orEmpty(text: string): string {
	return text === '' ? 'empty' : text;
}
