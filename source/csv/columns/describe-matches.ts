import {storedField} from '../../domain/field-lists.ts';
import {count, type Problem, quote} from '../../domain/problem.ts';
import {findField, isEmptyHeader, splitRunTogether} from '../find-field.ts';
import type {ColumnMatch} from '../import-plan.ts';
import {markHeader} from '../read-marks.ts';
import {recognizeFile} from './known-files.ts';
import {isSameUse} from './same-use.ts';

/** What there is to say of what columns are for. */
export function describeMatches(
	headers: readonly string[],
	columns: readonly ColumnMatch[],
): readonly Problem[] {
	return [
		...recognizeFile(headers),
		...columns.flatMap((column) => describeRepeated(column, columns) ?? []),
		...columns.flatMap((column) => describeDamaged(column) ?? []),
		...columns.flatMap((column) => describeIgnored(column, columns) ?? []),
	];
}

/** The header of the field that a column goes into; '' for none. */
export function usedHeader(column: ColumnMatch): string {
	if (column.use === 'ignored') return '';
	if (column.use === 'mark') return markHeader(column.key);
	return column.use === 'id' ? 'ID' : storedField(column.key).header;
}

/** An error at the first of several columns for one field. */
function describeRepeated(column: ColumnMatch, columns: readonly ColumnMatch[]): Problem | undefined {
	const same = columns.filter((other) => isSameUse(column, other));
	if (same.length < 2 || same[0] !== column) return undefined;
	const names = same.map(({header, index}) => `${quote(header)} (column ${index + 1})`).join(' and ');
	return {
		severity: 'error',
		code: 'duplicate-column',
		column: usedHeader(column),
		message: `${count(same.length, 'column')} are this field: ${names}.`,
		short: 'Several columns for one field',
		fix: 'Choose one of them, or leave one of them in the file.',
	};
}

/** A header that is taken for a field although its letters are not right. */
function describeDamaged(column: ColumnMatch): Problem | undefined {
	if (column.way !== 'damaged') return undefined;
	return {
		severity: 'notice',
		code: 'misread-header',
		column: column.header,
		message: `It is read as ${quote(usedHeader(column))}. Its letters were read wrongly, or lost.`,
		short: 'Header with damaged letters',
	};
}

/** Columns without a header, and with two in one, are silent here: what they hold is told when the rows are read. */
function describeIgnored(column: ColumnMatch, columns: readonly ColumnMatch[]): Problem | undefined {
	const {header, way} = column;
	if (column.use !== 'ignored' || isEmptyHeader(header) || isRunTogether(column)) return undefined;
	const field = way === 'known' ? findField(header) : undefined;
	const instead = field?.role === 'ignored' ? field.instead : [];
	const lost = instead
		.filter((key) => !columns.some((one) => one.use === 'field' && one.key === key))
		.map((key) => quote(storedField(key).header));
	const isLoss = lost.length > 0 || way === 'near';
	return {
		severity: isLoss ? 'warning' : 'notice',
		code: codes[way],
		column: header,
		message: `It is ignored. ${column.reason}`,
		short:
			way === 'near'
				? 'Nearly the name of a field'
				: way === 'unknown'
					? 'Unknown column, ignored'
					: 'Ignored',
		...(lost.length === 0 ? {} : {fix: `Add ${lost.join(' and ')}, or choose how it is split.`}),
		...(column.suggested === undefined ? {} : {fix: 'Choose its field, if that is meant.'}),
	};
}

const codes: Readonly<Record<ColumnMatch['way'], string>> = {
	exact: 'ignored-column',
	alias: 'ignored-column',
	foreign: 'ignored-column',
	damaged: 'ignored-column',
	known: 'ignored-column',
	hand: 'ignored-column',
	near: 'near-column',
	unknown: 'unknown-column',
};

function isRunTogether({header, way}: ColumnMatch): boolean {
	return way === 'unknown' && splitRunTogether(header) !== undefined;
}
