import type {ScreenField} from '../domain/field.ts';
import {exportedFields, formFields} from '../domain/field-lists.ts';
import type {Profile} from '../domain/profile.ts';
import {cellValue, type User} from '../domain/user.ts';
import {guardFormula} from './formula-guard.ts';
import {byteOrderMark, writeRows} from './write-rows.ts';

/** How an export is written. */
type ExportOptions = {
	/** Values exactly as stored, without the quote that keeps a spreadsheet from running one as a formula. */
	readonly exact: boolean;
	/** The columns, left to right; without them all that may be exported. */
	readonly columns?: readonly ScreenField[];
};

const usersPerChunk = 500;

/** The users as a CSV file: UTF-8 with BOM, comma, CRLF, header always; no secrets (rules.md 2.6 and 3.18). */
export function formatExport(
	users: readonly User[],
	profiles: readonly Profile[],
	options: ExportOptions,
): string {
	return [...exportChunks(users, profiles, options)].join('');
}

/** The same in pieces, so that 100,000 users do not block the caller. */
export function* exportChunks(
	users: readonly User[],
	profiles: readonly Profile[],
	{exact, columns = exportedFields}: ExportOptions,
): Generator<string, void, void> {
	const writeCell = (user: User) => (field: ScreenField) => {
		const value = cellValue(user, field, profiles);
		return exact ? value : guardFormula(value);
	};
	yield byteOrderMark + writeRows([columns.map((field) => field.header)]);
	for (let start = 0; start < users.length; start += usersPerChunk) {
		yield writeRows(users.slice(start, start + usersPerChunk).map((user) => columns.map(writeCell(user))));
	}
}

/** An empty file to fill in: every column of the form that is stored, secrets too, and no ID (rules.md 2.1). */
export function formatTemplate(): string {
	const headers = formFields.filter((field) => field.role === 'stored').map((field) => field.header);
	return byteOrderMark + writeRows([headers]);
}
