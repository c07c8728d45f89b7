import {type Command, Option} from 'commander';
import type {Act} from './program.ts';
import {runImport} from './run-import.ts';

/** The flags of `usersheet import`, as typed. */
export type ImportFlags = {
	readonly profile?: string;
	readonly profileFromCsv?: boolean;
	readonly partial?: boolean;
	readonly overwrite?: boolean;
	readonly blankColumns?: 'clear' | 'keep';
	readonly skipDuplicates?: boolean;
	readonly dryRun?: boolean;
	readonly rejects?: string;
	readonly force?: boolean;
	readonly json?: boolean;
};

const details = `
Without --profile and --profile-from-csv the only profile is taken, where there
is but one. A column that is in the file but empty overwrites stored values
with nothing: where that would happen, nothing is written until --blank-columns
says whether to clear them or to keep them.

Examples:
  usersheet import users.csv --profile Default
  usersheet import users.csv --profile-from-csv --partial --rejects bad.csv
  usersheet import edited.csv --profile-from-csv --overwrite --dry-run`;

/** `usersheet import`. */
export function registerImport(program: Command, act: Act): void {
	program
		.command('import')
		.description('import users from a CSV file')
		.argument('<file>', 'the file to read; - is standard input')
		.addOption(new Option('--profile <name>', 'give all of them this profile').conflicts('profileFromCsv'))
		.option('--profile-from-csv', 'take the profile from the column Profile')
		.option('--partial', 'leave invalid rows out and import the others')
		.option('--overwrite', 'update the users whose ID is in the file')
		.addOption(
			new Option('--blank-columns <clear|keep>', 'what blank cells do to stored values').choices([
				'clear',
				'keep',
			]),
		)
		.option('--skip-duplicates', 'leave out rows that look like users already there')
		.option('--dry-run', 'show what would happen; the sheet is not written')
		.option('--rejects <file>', 'write the rejected rows to this file, with their errors (on a dry run too)')
		.option('--force', 'overwrite an existing file of rejects')
		.option('--json', 'print the result as one JSON object')
		.addHelpText('after', details)
		.action((file: string, flags: ImportFlags) => act((context) => runImport(file, flags, context)));
}
