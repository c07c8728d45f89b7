import {Command, InvalidArgumentError, Option} from 'commander';
import {importDecisions} from '../csv/import-decisions.ts';
import {type MostChanges, parseMostChanges} from '../csv/import-guards.ts';
import {matchKeys, sourceKeys} from '../csv/match-by.ts';
import type {Act} from './act.ts';
import {addFixFlag} from './import/choose-fixes.ts';
import type {ImportFlags} from './import/import-flags.ts';
import {addReadingFlags} from './import/reading-flags.ts';
import {runImport} from './import/run-import.ts';
import {jsonHelp} from './json-help.ts';

const details = `
New users get the only profile without a flag; where there are several, one must
be chosen. With --overwrite users keep their profiles, unless --profile moves
them, or the file has the column Profile: then one of the three must be chosen.
Where blank cells would clear stored values, or rows look like users who are
there already, fit no user, or seem to be about other people, nothing is written
until a flag says what to do.

Examples:
  usersheet import users.csv --profile Default
  usersheet import users.csv --profile-from-csv --partial --rejects bad.csv
  usersheet import users.csv --profile Default --fix all --dry-run
  usersheet import hr.csv --map Posta=Email --map "Name=Last name, First name"
  usersheet import edited.csv --profile-from-csv --overwrite --dry-run
  usersheet import staff.csv --overwrite --match email --unknown-rows skip
  usersheet import cs.csv --source client-service --list-missing gone.csv`;

/** The flags that were typed once, as a plan has kept them; undefined where they are none of today. */
function parseImportFlags(typed: readonly string[]): ImportFlags | undefined {
	const program = new Command().exitOverride().configureOutput({writeErr: () => {}});
	const command = registerImport(program, () => async () => {});
	try {
		program.parse(['import', '-', ...typed], {from: 'user'});
	} catch {
		return undefined;
	}
	return command.opts<ImportFlags>();
}

/** `usersheet import`. */
export function registerImport(program: Command, act: Act): Command {
	/** In one form, so that a plan can keep them. */
	const typed: string[] = [];
	const command = program
		.command('import')
		.description('import users from a CSV file or an Excel workbook')
		.argument('<file>', 'the file to read; - is standard input')
		.addOption(new Option('--profile <profile>', 'give all of them this profile').conflicts('profileFromCsv'))
		.addOption(
			new Option('--profile-from-csv', 'take the profile from the column Profile').conflicts('keepProfile'),
		)
		.option('--keep-profile', 'with --overwrite: leave the profile of each user; new ones get --profile')
		.option('--sheet <name>', 'the sheet of an Excel workbook that has several')
		.option('--partial', 'leave invalid rows out and import the others')
		.option('--overwrite', 'update the users whose ID is in the file, or that --match finds')
		.addOption(
			new Option(
				'--match <value>',
				'find users by this instead of the ID, for files from other systems',
			).choices(matchKeys),
		)
		.addOption(
			new Option('--source <system>', 'make or refresh the users of this system, who are read-only here')
				.choices(sourceKeys)
				.conflicts(['overwrite', 'match']),
		)
		.addOption(
			new Option(
				'--max-changes <N|P%>',
				'write nothing where more users who are there would change, or more of all in percent',
			).argParser(readMostChanges),
		)
		.option(
			'--take-older-values',
			'import what seems to be older than the sheet, and takes later changes back',
		)
		.option('--list-missing <file>', 'write the users who are not in the imported file (on a dry run too)')
		.option('--missing-where <filter>', 'look only for the users that this filter finds')
		.option('--plan <file>', 'write what would happen to each row as JSON, and import nothing')
		.option('--apply <file>', 'import what a plan says, if file and sheet are as they were')
		.option('--progress', 'say on standard error how many rows are checked, and how long it takes')
		.option('--dry-run', 'show what would happen; the sheet is not written')
		.option('--rejects <file>', 'write the rejected rows to this file, with their errors (on a dry run too)')
		.option('--force', 'overwrite existing files of rejects, missing users and plans')
		.option('--json', 'print the result as one JSON object')
		.addHelpText('after', details)
		.addHelpText('after', jsonHelp.import)
		.action(
			act((context, file: string, flags: ImportFlags) =>
				runImport(context, file, {...flags, typed}, parseImportFlags),
			),
		);
	addReadingFlags(command);
	addFixFlag(command);
	for (const {flag, flagHelp, choices} of importDecisions) {
		const values = choices.map(({value}) => value);
		command.addOption(new Option(`${flag} <${values.join('|')}>`, flagHelp).choices(values));
	}
	for (const option of command.options) {
		const flag = `--${option.name()}`;
		command.on(`option:${option.name()}`, (value: unknown) => {
			typed.push(typeof value === 'string' ? `${flag}=${value}` : flag);
		});
	}
	return command;
}

function readMostChanges(text: string): MostChanges {
	const most = parseMostChanges(text);
	if (most === undefined)
		throw new InvalidArgumentError('It is a number of users like 50, or a part of them like 5%.');
	return most;
}
