import {type GridColumn, showValue} from '../domain/field.ts';
import {gridColumns, shownValue} from '../domain/life-cycle/grid-columns.ts';
import {type Sheet, surroundingsOf} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';
import {type ColumnFlags, chooseColumns} from './chosen-columns.ts';
import {type Io, printLine, writePieces} from './io.ts';
import {formatTextTable} from './text-table.ts';

/**
 * Prints users as aligned text, without the columns in which all cells are empty unless those were asked for. A terminal gets
 * the columns that fit into its width, and is told which do not; a file or a pipe gets them all.
 */
export async function printUsers(
	io: Io,
	sheet: Sheet,
	users: readonly User[] = sheet.users,
	flags: ColumnFlags & {readonly showPins?: boolean} = {},
): Promise<void> {
	const surroundings = surroundingsOf(sheet);
	if (sheet.users.length === 0)
		printLine(io.stderr, 'There are no users yet. "usersheet import FILE" or "usersheet add" brings some.');
	if (users.length === 0) return;
	const columns = chooseColumns(flags, gridColumns)
		.map((field) => ({header: field.header, cells: users.map((user) => textOf(user, field))}))
		.filter(({cells}) => flags.columns !== undefined || cells.some((cell) => cell !== ''));
	const {lines, leftOut} = formatTextTable(columns, io.stdout.isTerminal ? io.stdout.columns : undefined);
	await writePieces(io.stdout, lines, (line) => `${line}\n`);
	if (leftOut.length > 0)
		printLine(io.stderr, `Too wide for this terminal, and left out: ${leftOut.join(', ')}.`);

	function textOf(user: User, field: GridColumn): string {
		const value = shownValue(user, field, surroundings);
		return flags.showPins && field.key === 'deploymentPin' ? value : showValue(field, value);
	}
}
