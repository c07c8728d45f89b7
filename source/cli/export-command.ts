import type {Command} from 'commander';
import {formatExport} from '../csv/format-export.ts';
import {exportedFields} from '../domain/field-lists.ts';
import {count} from '../domain/problem.ts';
import type {Act} from './act.ts';
import {addColumnFlags, type ColumnFlags, chooseColumns} from './chosen-columns.ts';
import {addUserFlags, chooseUsers, type UserFlags} from './chosen-users.ts';
import {type Context, fail, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {writeOutput} from './write-output.ts';

type ExportFlags = UserFlags & ColumnFlags & {readonly exact?: boolean; readonly force?: boolean};

/** `usersheet export`. */
export function registerExport(program: Command, act: Act): void {
	const command = program
		.command('export')
		.description('write users as CSV, with their deployment PINs, without secrets')
		.argument('[file]', 'the file to write; - is standard output', '-');
	addColumnFlags(addUserFlags(command))
		.option('--exact', "without the ' that keeps spreadsheets from running a value as a formula")
		.option('--force', 'overwrite an existing file')
		.action(act(runExport));
}

async function runExport(context: Context, file: string, flags: ExportFlags): Promise<number> {
	const {exact = false, force = false} = flags;
	const chosenColumns = chooseColumns(flags, exportedFields);
	const columns = chosenColumns.flatMap(({key}) => exportedFields.find((field) => field.key === key) ?? []);
	const refused = chosenColumns.find(({key}) => !columns.some((field) => field.key === key));
	if (refused !== undefined) return fail(context.io, exitCodes.usage, `${refused.header} is never exported.`);
	return withSheet(context, 'read', async (opened) => {
		const chosen = await chooseUsers(flags, opened, context.io);
		if ('failed' in chosen) return chosen.failed;
		const {users} = chosen;
		return writeOutput(context, file, formatExport(users, opened.sheet.profiles, {exact, columns}), {
			force,
			done: `${count(users.length, 'user')} written to`,
		});
	});
}
