import type {Field} from '../domain/field.ts';
import {fields} from '../domain/field-table.ts';
import {count, type Problem, quote} from '../domain/problem.ts';
import {editDistance} from '../domain/profile.ts';
import type {ColumnMatch} from './import-plan.ts';

/** What every column of a file is for, and what there is to say about it. */
export type HeaderMatch = {
	readonly columns: readonly ColumnMatch[];
	/** Notices on columns that are left out; an error (`duplicate-column`) when two stand for one field. */
	readonly problems: readonly Problem[];
};

const fieldByName = new Map(
	fields.flatMap((field) =>
		[field.header, ...field.aliases].map((name) => [normalize(name), field] as const),
	),
);

/** The field whose header or alias this is; case, spaces, hyphens, slashes, quotes and a BOM do not count. */
export function findField(header: string): Field | undefined {
	return fieldByName.get(normalize(header));
}

/** Finds the field of every column by its name, never by likeness: a wrong guess would overwrite data. */
export function matchHeaders(headers: readonly string[]): HeaderMatch {
	const columns = headers.map(matchHeader);
	return {
		columns,
		problems: [...findRepeated(columns), ...columns.flatMap(describeIgnored)],
	};
}

function matchHeader(header: string, index: number): ColumnMatch {
	const field = findField(header);
	if (field === undefined) {
		return {
			index,
			header,
			use: 'ignored',
			reason: isEmptyHeader(header) ? 'It has no header.' : explainUnknown(header),
		};
	}
	if (field.role === 'id') return {index, header, use: 'id'};
	if (field.role === 'stored') return {index, header, use: 'field', key: field.key};
	return {index, header, use: 'ignored', reason: field.help};
}

/** Whether a column has no name to go by. */
export function isEmptyHeader(header: string): boolean {
	return header.trim() === '';
}

function explainUnknown(header: string): string {
	const nearest = findNearest(header);
	return `No field has this name.${nearest === undefined ? '' : ` Did you mean ${quote(nearest.header)}?`}`;
}

/** Columns without a header are silent here: only who reads the rows knows whether anything stands in them. */
function describeIgnored(column: ColumnMatch): readonly Problem[] {
	if (column.use !== 'ignored' || isEmptyHeader(column.header)) return [];
	const isKnown = findField(column.header) !== undefined;
	return [
		{
			severity: 'notice',
			code: isKnown ? 'ignored-column' : 'unknown-column',
			column: column.header,
			message: `It is ignored. ${column.reason}`,
			short: isKnown ? 'Ignored' : 'Unknown column, ignored',
		},
	];
}

function findRepeated(columns: readonly ColumnMatch[]): readonly Problem[] {
	return fields.flatMap((field): readonly Problem[] => {
		if (field.role !== 'id' && field.role !== 'stored') return [];
		const same = columns.filter((column) => findField(column.header) === field);
		if (same.length < 2) return [];
		const names = same.map((column) => `${quote(column.header)} (column ${column.index + 1})`).join(' and ');
		return [
			{
				severity: 'error',
				code: 'duplicate-column',
				column: field.header,
				message: `${count(same.length, 'column')} are this field: ${names}.`,
				short: 'Several columns for one field',
				fix: 'Leave one of them in the file.',
			},
		];
	});
}

function findNearest(header: string): Field | undefined {
	const wanted = normalize(header);
	const [best] = [...fieldByName]
		.filter(([, field]) => field.role !== 'ignored')
		.map(([name, field]) => ({name, field, distance: editDistance(wanted, name)}))
		.filter(({name, distance}) => distance <= Math.max(1, wanted.length >> 2) || isPart(wanted, name))
		.sort((a, b) => a.distance - b.distance);
	return best?.field;
}

function isPart(a: string, b: string): boolean {
	return Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a));
}

/** Letters and digits only, so that `E-mail_address` is `email address`. */
function normalize(header: string): string {
	return header
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
