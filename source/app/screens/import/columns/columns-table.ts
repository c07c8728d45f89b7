import {usedHeader} from '../../../../csv/columns/describe-matches.ts';
import {sampleValues} from '../../../../csv/columns/sample-values.ts';
import type {ColumnMatch, MatchWay} from '../../../../csv/import-plan.ts';
import type {ImportSource} from '../../../../csv/import-source.ts';
import {storedField} from '../../../../domain/field-lists.ts';
import {quote} from '../../../../domain/problem.ts';
import {type Model, putScreen} from '../../../model.ts';
import {rowsByPlace} from '../../../table/rows-by-place.ts';
import type {Column, Table, TableKind} from '../../../table/table.ts';
import {gutterWidth} from '../../../table/table-layout.ts';
import {cursorRow, placesOf} from '../../../table/table-state.ts';
import type {ImportState} from '../import-state.ts';
import {listSplit} from './list-split.ts';
import {findUndecided} from './map-columns.ts';

/** First line, header of the list, keys. */
const linesAround = 3;
/** Lines that say more of the column under the cursor. */
export const columnDetailHeight = 4;
/** From this width on there is room for how a column was matched. */
const roomForWay = 72;

/** A column of the file, and what it is for: two fields where it is split. */
type FileColumn = {readonly index: number; readonly header: string; readonly matches: readonly ColumnMatch[]};

const wayNames: Readonly<Record<MatchWay, string>> = {
	exact: 'by its name',
	alias: 'by another name',
	foreign: 'in another language',
	damaged: 'damaged letters',
	near: 'nearly its name',
	hand: 'by hand',
	known: 'left out',
	unknown: 'not known',
};

const columnsKind: TableKind<FileColumn, ImportSource> = {
	noun: {one: 'column', many: 'columns'},
	numbered: 'column',
	valueOf: columnText,
	cellOf: (column, key, source) => ({
		text: columnText(column, key, source),
		...(key !== 'header' && column.matches[0]?.use === 'ignored' ? {tone: 'quiet'} : {}),
	}),
	nameOf: ({header}) => header,
};

function columnText({index, header, matches}: FileColumn, key: string, {table}: ImportSource): string {
	const [first] = matches;
	if (first === undefined) return '';
	switch (key) {
		case 'header':
			return header.trim() === '' ? `(column ${index + 1})` : header.trim();
		case 'samples':
			return sampleValues(first, table.rows).join(' · ');
		case 'field':
			return describeUse(first, matches);
		default:
			return wayNames[first.way];
	}
}

function describeUse(first: ColumnMatch, matches: readonly ColumnMatch[]): string {
	if (first.use !== 'ignored') return matches.map(usedHeader).join(' + ');
	return first.suggested === undefined ? '(ignored)' : `${storedField(first.suggested).header}?`;
}

function listColumns({table}: ImportSource): readonly FileColumn[] {
	const byPosition = Map.groupBy(table.match.columns, ({index}) => index);
	return table.headers.map((header, index) => ({index, header, matches: byPosition.get(index) ?? []}));
}

/** The columns of the file: what they hold, and what they are for. */
export function columnsTable(state: ImportState, model: Model): Table<FileColumn, ImportSource> | undefined {
	const {source, columnsTable: table} = state;
	if (source === undefined) return undefined;
	const {columns, rows} = model.size;
	const all = listColumns(source);
	const undecided = findUndecided(source.table.match);
	return {
		kind: columnsKind,
		context: source,
		state: {...table, rows: placesOf(all.length)},
		columns: layOut(columns),
		size: {columns, rows: Math.max(1, rows - linesAround - columnDetailHeight)},
		cursor: 'row',
		hasProblem: ({index}) => undecided.has(index),
		emptyText: 'The file has no columns.',
		...rowsByPlace(all),
		keep: (next) => putScreen(model, {...state, columnsTable: next}),
	};
}

/** Position of the column under the cursor. */
export function currentColumn({source, columnsTable: table}: ImportState): number {
	const last = (source?.table.headers.length ?? 1) - 1;
	return Math.min(cursorRow({...table, rows: placesOf(last + 1)}) ?? 0, last);
}

function layOut(columns: number): readonly Column[] {
	const isRoomy = columns >= roomForWay;
	const way = isRoomy ? 19 : 0;
	const room = columns - gutterWidth - way - (isRoomy ? 3 : 2);
	const header = Math.min(30, Math.floor(room * 0.32));
	const field = Math.min(36, Math.floor(room * 0.34));
	return [
		{key: 'header', header: 'Column', width: header},
		{key: 'samples', header: 'Values', width: room - header - field},
		{key: 'field', header: 'Goes into', width: field},
		...(isRoomy ? [{key: 'way', header: 'How', width: way}] : []),
	];
}

/** More of the column under the cursor: its name, why it is for that, and three values, split where it is. */
export function describeColumn(state: ImportState): string {
	const {source} = state;
	const index = currentColumn(state);
	const [column] = source?.table.match.columns.filter((one) => one.index === index) ?? [];
	if (source === undefined || column === undefined) return '';
	const {rows} = source.table;
	const values =
		column.use === 'field' && column.part !== undefined
			? listSplit(column, rows, column.part.order)
			: sampleValues(column, rows);
	const name =
		column.header.trim() === ''
			? `Column ${index + 1}`
			: `Column ${index + 1}, ${quote(column.header.trim())}`;
	return `${name}: ${describeGoal(column)}. ${column.reason}\n${values.join(' · ')}`;
}

function describeGoal(column: ColumnMatch): string {
	if (column.use === 'ignored') return 'ignored';
	if (column.use === 'field' && column.part !== undefined) return 'split into last name and first name';
	return `goes into ${quote(usedHeader(column))}`;
}
