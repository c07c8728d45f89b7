import {isExact, showValue, type UserValues} from '../domain/field.ts';
import type {Finding, Problem} from '../domain/problem.ts';
import {cellOf} from './columns/split-name.ts';
import type {CsvRow} from './import-plan.ts';
import {type ImportColumn, readCell} from './read-cells.ts';

const leaveIt = 'If it does not belong there, take it out of the file.';
const apostrophe: Finding = {
	code: 'apostrophe',
	message: 'It begins with an apostrophe, as a spreadsheet marks text. The apostrophe is stored, too.',
	short: 'Begins with an apostrophe',
	fix: leaveIt,
};
const quotationMark: Finding = {
	code: 'quotation-mark',
	message: 'It begins with a quotation mark, which is stored, too.',
	short: 'Begins with a quotation mark',
	fix: leaveIt,
};
const formula: Finding = {
	code: 'text-formula',
	message: 'It is written as a formula for text (="…"). It is stored as it is.',
	short: 'Written as a formula',
	fix: leaveIt,
};
const outerSpace: Finding = {
	code: 'outer-space',
	message: 'It begins or ends with white space, which is stored, too.',
	short: 'White space around it',
	fix: leaveIt,
};
/** `'t Hooft`, `'s-Gravenhage`: names that begin with an apostrophe. */
const elided = /^'\p{Ll}{1,2}[\s-]/u;

/**
 * Warnings on cells which may have more around them than their value: in a password nothing is taken off, as it may belong to it, and in
 * other values a quotation mark stays, and an apostrophe before anything but a number (rules.md 3.11).
 *
 * @param before the user that the row changes: what is stored already is no news
 */
export function findTextMarks(
	row: CsvRow,
	columns: readonly ImportColumn[],
	before: UserValues | undefined,
): readonly Problem[] {
	const problems: Problem[] = [];
	for (const column of columns) {
		const {field, key} = column;
		if (!isExact(field) && !/['"]/.test(cellOf(row, column))) continue;
		const value = readCell(row, column);
		const finding = findMark(value, isExact(field));
		if (finding === undefined || value === before?.[key]) continue;
		problems.push({severity: 'warning', ...finding, column: field.header, value: showValue(field, value)});
	}
	return problems;
}

function findMark(value: string, isPassword: boolean): Finding | undefined {
	if (value.startsWith('"')) return quotationMark;
	if (value.startsWith("'")) return isPassword || !elided.test(value) ? apostrophe : undefined;
	if (!isPassword) return undefined;
	if (value.startsWith('="') && value.endsWith('"')) return formula;
	return value === value.trim() ? undefined : outerSpace;
}
