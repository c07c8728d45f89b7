import type {Command} from 'commander';
import {formatExport} from '../csv/format-export.ts';
import {count} from '../domain/problem.ts';
import type {Act} from './act.ts';
import {type Context, withSheet} from './context.ts';
import {writeOutput} from './write-output.ts';

type ExportFlags = {readonly exact?: boolean; readonly force?: boolean};

/** `usersheet export`. */
export function registerExport(program: Command, act: Act): void {
	program
		.command('export')
		.description('write all users as CSV, with their deployment PINs, without the four secrets')
		.argument('[file]', 'the file to write; - is standard output', '-')
		.option('--exact', "without the ' that keeps spreadsheets from running a value as a formula")
		.option('--force', 'overwrite an existing file')
		.action((file: string, flags: ExportFlags) => act((context) => runExport(file, flags, context)));
}

async function runExport(file: string, flags: ExportFlags, context: Context): Promise<number> {
	return withSheet(context, 'read', ({sheet}) =>
		writeOutput(context, file, formatExport(sheet.users, sheet.profiles, {exact: flags.exact === true}), {
			force: flags.force === true,
			done: `${count(sheet.users.length, 'user')} written to`,
		}),
	);
}
