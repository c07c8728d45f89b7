import type {JudgedRow} from '../../../csv/import-plan.ts';
import {type ImportColumn, readCell, readIdCell} from '../../../csv/read-cells.ts';
import type {StoredField} from '../../../domain/field.ts';
import {showValue} from '../../../domain/field.ts';
import type {Problem} from '../../../domain/problem.ts';
import {emptyValues, fullName} from '../../../domain/user.ts';
import type {Tone} from '../../table/table.ts';

/** What becomes of a row, in a word. */
export const whatTable: Readonly<Record<JudgedRow['kind'], {readonly name: string; readonly tone: Tone}>> = {
	create: {name: 'create', tone: 'new'},
	update: {name: 'update', tone: 'changed'},
	unchanged: {name: 'same', tone: 'quiet'},
	skip: {name: 'left out', tone: 'quiet'},
	'left-out': {name: 'left out', tone: 'quiet'},
	reject: {name: 'reject', tone: 'bad'},
};

/** A value as the preview shows it: PINs only while they are revealed, secrets never. */
export function shownValue(field: StoredField, value: string, revealed: boolean): string {
	return revealed && field.kind === 'pin' ? value : showValue(field, value);
}

/** Who a row is about: by the name before any change, or as the row has it. */
export function whoOf(judged: JudgedRow, columns: readonly ImportColumn[]): string {
	switch (judged.kind) {
		case 'update':
			return fullName(judged.before);
		case 'create':
		case 'unchanged':
			return fullName(judged.user);
		case 'skip':
		case 'left-out':
		case 'reject': {
			const named = columns.filter(({key}) => key === 'firstName' || key === 'lastName');
			const values = named.map((column) => [column.key, readCell(judged.row, column)]);
			return judged.problems[0]?.who ?? fullName({...emptyValues, ...Object.fromEntries(values)});
		}
	}
}

/** The ID of the user that a row is about; where it is about none who is there already, the one in the file. */
export function idOf(judged: JudgedRow, idColumn: number | undefined): string {
	switch (judged.kind) {
		case 'update':
			return String(judged.before.id);
		case 'unchanged':
			return String(judged.user.id);
		case 'create':
		case 'skip':
		case 'left-out':
		case 'reject':
			return readIdCell(judged.row, idColumn);
	}
}

/** A cell of a row as it would be stored, and what it would change; of a row that does not go in, as the file has it. */
export function valuesOf(
	judged: JudgedRow,
	column: ImportColumn,
): {readonly before: string; readonly after: string} {
	const {key} = column;
	switch (judged.kind) {
		case 'update':
			return {before: judged.before[key], after: judged.after[key]};
		case 'create':
		case 'unchanged':
			return {before: judged.user[key], after: judged.user[key]};
		case 'skip':
		case 'left-out':
		case 'reject': {
			const value = readCell(judged.row, column);
			return {before: value, after: value};
		}
	}
}

const ranks = {error: 0, warning: 1, notice: 2} as const;

/** Whether a person has put another value into a cell than the file has. */
export function isFixed({row, read}: JudgedRow, {index}: ImportColumn): boolean {
	return row !== read && row.cells[index] !== read.cells[index];
}

/** What is wrong with a cell of a row, the worst first; what is only told is nothing wrong. */
export function problemIn({problems}: JudgedRow, header: string): Problem | undefined {
	const found = problems.filter(({column, severity}) => column === header && severity !== 'notice');
	return found.toSorted((a, b) => ranks[a.severity] - ranks[b.severity])[0];
}

/** Everything found in a row, the worst first, in few words: "Comma, not a dot, Required". */
export function whyOf({problems}: JudgedRow, nameProblem: (problem: Problem) => string): string {
	const sorted = problems.toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
	return sorted.map(nameProblem).join(', ');
}
