import {quote} from '../../domain/problem.ts';
import {findField} from '../find-field.ts';
import type {CsvRow} from '../import-plan.ts';

/** Columns of a row that are told. */
const mostColumns = 5;
/** A password or a PIN has more characters than this. */
const harmless = 3;

const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
	['an e-mail address', /^[^\s@]+@[^\s@]+\.[^\s@.]+$/],
	['digits', /^[\d +()./-]*\d$/],
	['a word', /^[\p{L}\p{M}'’.-]+$/u],
	['words', /^[\p{L}\p{M}'’., -]+$/u],
];

/**
 * A value as it is told where it is not known what its column is for, or whether it is in its column at all: so it may be a password,
 * and only its kind is said. This is the one place that decides on it.
 */
export function describeSample(cell: string): string {
	const value = cell.trim().slice(0, 200);
	if (value.length <= harmless) return quote(value);
	return kinds.find(([, pattern]) => pattern.test(value))?.[0] ?? 'other text';
}

/** How the first known columns of a row are read: `Last name: a word, Email address: digits`. */
export function describeReading(row: CsvRow, headers: readonly string[]): string {
	return headers
		.flatMap((header, index) => {
			const field = findField(header);
			const cell = row.cells[index]?.trim() ?? '';
			return field?.role !== 'stored' || cell === '' ? [] : [`${field.header}: ${describeSample(cell)}`];
		})
		.slice(0, mostColumns)
		.join(', ');
}
