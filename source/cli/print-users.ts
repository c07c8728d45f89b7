import {type ScreenField, showValue} from '../domain/field.ts';
import {gridFields} from '../domain/field-lists.ts';
import type {Sheet} from '../domain/sheet.ts';
import {cellValue} from '../domain/user.ts';
import {type Io, printLine, writePieces} from './io.ts';
import {formatTextTable} from './text-table.ts';

/**
 * Prints the users as aligned text, without the columns that nobody has a value in. A terminal gets the columns that fit
 * into its width, and is told which do not; a file or a pipe gets them all.
 */
export async function printUsers(io: Io, sheet: Sheet, options: {readonly showPins: boolean}): Promise<void> {
	if (sheet.users.length === 0) {
		printLine(io.stderr, 'There are no users yet. "usersheet import FILE" or "usersheet add" brings some.');
		return;
	}
	const columns = gridFields
		.map((field) => ({header: field.header, cells: sheet.users.map((user) => textOf(user, field))}))
		.filter(({cells}) => cells.some((cell) => cell !== ''));
	const {lines, leftOut} = formatTextTable(columns, io.stdout.isTerminal ? io.stdout.columns : undefined);
	await writePieces(io.stdout, lines, (line) => `${line}\n`);
	if (leftOut.length > 0)
		printLine(io.stderr, `Too wide for this terminal, and left out: ${leftOut.join(', ')}.`);

	function textOf(user: Sheet['users'][number], field: ScreenField): string {
		const value = cellValue(user, field, sheet.profiles);
		return options.showPins && field.key === 'deploymentPin' ? value : showValue(field, value);
	}
}
