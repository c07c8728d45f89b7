import type {FieldKey} from '../domain/field.ts';
import {quote} from '../domain/problem.ts';
import {chooseColumn} from './columns/choose-column.ts';
import {describeMatches} from './columns/describe-matches.ts';
import {isSameUse} from './columns/same-use.ts';
import {readValues} from './columns/sample-values.ts';
import {suggestField} from './columns/suggest-field.ts';
import {findField, findNearestField, isEmptyHeader, nameWay, splitRunTogether} from './find-field.ts';
import type {ColumnMatch, CsvRow, CsvTable, HeaderMatch, Mapping} from './import-plan.ts';

/**
 * Finds the field of every column by its name, never by likeness: a wrong guess would overwrite data. What a person has chosen goes before
 * that, and a column whose name and values are like those of a field is suggested for it (rules.md 4.14).
 *
 * @param rows whose values are looked at
 */
export function matchHeaders(
	headers: readonly string[],
	mapping: Mapping = {},
	rows: readonly CsvRow[] = [],
): HeaderMatch {
	const found = headers.flatMap((header, index): readonly ColumnMatch[] => {
		const choice = mapping[index];
		return choice === undefined ? [matchHeader(header, index)] : chooseColumn(header, index, choice, rows);
	});
	const settled = found.map((column) => yieldToChoice(column, found, mapping));
	const columns = settled.map((column) => suggest(column, settled, rows));
	return {columns, problems: describeMatches(headers, columns)};
}

/** The table with its columns matched as a person has chosen. */
export function mapColumns<Table extends CsvTable>(table: Table, mapping: Mapping): Table {
	return {...table, match: matchHeaders(table.headers, mapping, table.rows)};
}

/** Whether one of the columns is for this field. */
export function hasField(columns: readonly ColumnMatch[], key: FieldKey): boolean {
	return columns.some((column) => column.use === 'field' && column.key === key);
}

function matchHeader(header: string, index: number): ColumnMatch {
	const field = findField(header);
	if (field === undefined) {
		const reason = isEmptyHeader(header) ? 'It has no header.' : explainUnknown(header, index);
		return {index, header, use: 'ignored', way: 'unknown', reason};
	}
	if (field.role !== 'id' && field.role !== 'stored' && field.role !== 'mark')
		return {index, header, use: 'ignored', way: 'known', reason: field.help};
	const way = nameWay(header, field) ?? 'damaged';
	const match = {index, header, way, reason: nameReasons[way]} as const;
	if (field.role === 'mark') return {...match, use: 'mark', key: field.key};
	return field.role === 'stored' ? {...match, use: 'field', key: field.key} : {...match, use: 'id'};
}

const nameReasons = {
	exact: 'It is the name of the field.',
	alias: 'It is another name of the field.',
	foreign: 'It is the name of the field in another language.',
	damaged: 'It is a name of the field with letters that were read wrongly, or lost.',
} as const;

/** A column that is for something by its name is left out where a person has chosen another one for that. */
function yieldToChoice(column: ColumnMatch, found: readonly ColumnMatch[], mapping: Mapping): ColumnMatch {
	const {index, header} = column;
	if (mapping[index] !== undefined || column.use === 'ignored') return column;
	const chosen = found.find((other) => mapping[other.index] !== undefined && isSameUse(other, column));
	if (chosen === undefined) return column;
	const reason = `Column ${chosen.index + 1} is chosen for its field.`;
	return {index, header, use: 'ignored', way: 'hand', reason};
}

/** Columns whose names are compared with those of all fields: a file with more of them has other faults. */
const comparedColumns = 200;

function suggest(column: ColumnMatch, settled: readonly ColumnMatch[], rows: readonly CsvRow[]): ColumnMatch {
	const {index, header, way} = column;
	if (way !== 'unknown' || index >= comparedColumns || rows.length === 0) return column;
	if (isEmptyHeader(header) || splitRunTogether(header) !== undefined) return column;
	const suggestion = suggestField(header, readValues(rows, index));
	if (suggestion === undefined || hasField(settled, suggestion.key)) return column;
	return {index, header, use: 'ignored', way: 'near', reason: suggestion.reason, suggested: suggestion.key};
}

function explainUnknown(header: string, index: number): string {
	if (index >= comparedColumns) return 'No field has this name.';
	if (splitRunTogether(header) !== undefined) return 'It is two headers with no separator between them.';
	const nearest = findNearestField(header);
	if (nearest === undefined) return 'No field has this name.';
	if (nearest.role !== 'ignored') return `No field has this name. Did you mean ${quote(nearest.header)}?`;
	return `No field has this name. It is like ${quote(nearest.header)}, which is ignored, too. ${nearest.help}`;
}

/** "8 of 10 columns are used": a column that is split counts once. */
export function countUsed({columns}: HeaderMatch): {readonly used: number; readonly all: number} {
	const used = new Set(columns.filter(({use}) => use !== 'ignored').map(({index}) => index));
	return {used: used.size, all: new Set(columns.map(({index}) => index)).size};
}
