import type {CsvField, FieldKey} from '../domain/field.ts';
import {csvFields, storedField} from '../domain/field-lists.ts';
import {count, type Problem, quote} from '../domain/problem.ts';
import {
	findField,
	findMisreadField,
	findNearestField,
	isEmptyHeader,
	splitRunTogether,
} from './find-field.ts';
import type {ColumnMatch, HeaderMatch} from './import-plan.ts';

/** Finds the field of every column by its name, never by likeness: a wrong guess would overwrite data. */
export function matchHeaders(headers: readonly string[]): HeaderMatch {
	const columns = headers.map(matchHeader);
	return {
		columns,
		problems: [
			...csvFields.flatMap((field) => describeRepeated(field, columns) ?? []),
			...columns.flatMap((column) => describeMisread(column) ?? []),
			...columns.flatMap((column) => describeIgnored(column, columns) ?? []),
		],
	};
}

/** A header that is taken for a field although its letters are not right. */
function describeMisread({header, use}: ColumnMatch): Problem | undefined {
	const field = use === 'ignored' ? undefined : findMisreadField(header);
	return (
		field && {
			severity: 'notice',
			code: 'misread-header',
			column: header,
			message: `It is read as ${quote(field.header)}. Its letters were read wrongly, or lost.`,
			short: 'Header with damaged letters',
		}
	);
}

/** Whether one of the columns is for this field. */
export function hasField(columns: readonly ColumnMatch[], key: FieldKey): boolean {
	return columns.some((column) => column.use === 'field' && column.key === key);
}

function matchHeader(header: string, index: number): ColumnMatch {
	const field = findField(header);
	if (field === undefined) {
		return {
			index,
			header,
			use: 'ignored',
			reason: isEmptyHeader(header) ? 'It has no header.' : explainUnknown(header, index),
		};
	}
	if (field.role === 'id') return {index, header, use: 'id'};
	if (field.role === 'stored') return {index, header, use: 'field', key: field.key};
	return {index, header, use: 'ignored', reason: field.help};
}

/** Columns whose names are compared with those of all fields: a file with more of them has other faults. */
const comparedColumns = 200;

function isRunTogether(header: string, index: number): boolean {
	return index < comparedColumns && splitRunTogether(header) !== undefined;
}

function explainUnknown(header: string, index: number): string {
	if (index >= comparedColumns) return 'No field has this name.';
	if (isRunTogether(header, index)) return 'It is two headers with no separator between them.';
	const nearest = findNearestField(header);
	if (nearest === undefined) return 'No field has this name.';
	if (nearest.role !== 'ignored') return `No field has this name. Did you mean ${quote(nearest.header)}?`;
	return `No field has this name. It is like ${quote(nearest.header)}, which is ignored, too. ${nearest.help}`;
}

/** Columns without a header, and with two in one, are silent here: what they hold is told when the rows are read. */
function describeIgnored(column: ColumnMatch, columns: readonly ColumnMatch[]): Problem | undefined {
	const {header, index} = column;
	if (column.use !== 'ignored' || isEmptyHeader(header) || isRunTogether(header, index)) return undefined;
	const field = findField(header);
	const instead = field?.role === 'ignored' ? field.instead : [];
	const lost = instead.filter((key) => !hasField(columns, key)).map((key) => quote(storedField(key).header));
	return {
		severity: lost.length === 0 ? 'notice' : 'warning',
		code: field === undefined ? 'unknown-column' : 'ignored-column',
		column: header,
		message: `It is ignored. ${column.reason}`,
		short: field === undefined ? 'Unknown column, ignored' : 'Ignored',
		...(lost.length === 0 ? {} : {fix: `Add ${lost.join(' and ')}.`}),
	};
}

function describeRepeated(field: CsvField, columns: readonly ColumnMatch[]): Problem | undefined {
	if (field.role !== 'id' && field.role !== 'stored') return undefined;
	const same = columns.filter((column) => findField(column.header) === field);
	if (same.length < 2) return undefined;
	const names = same.map((column) => `${quote(column.header)} (column ${column.index + 1})`).join(' and ');
	return {
		severity: 'error',
		code: 'duplicate-column',
		column: field.header,
		message: `${count(same.length, 'column')} are this field: ${names}.`,
		short: 'Several columns for one field',
		fix: 'Leave one of them in the file.',
	};
}
