import {readFileSync} from 'node:fs';
import {Command, Option} from 'commander';
import {keymapNames} from '../app/keymap/keymaps.ts';
import {visibleText} from '../terminal/text/visible-text.ts';
import type {Act} from './act.ts';
import {registerAdd} from './add-command.ts';
import {registerBackup} from './backup-command.ts';
import {registerCompletion} from './completion/completion-command.ts';
import {registerDelete} from './delete-command.ts';
import {registerDeploy} from './deploy-command.ts';
import {registerDoctor} from './doctor-command.ts';
import {registerExport} from './export-command.ts';
import {registerHandOut} from './hand-out-command.ts';
import {registerHandOver} from './hand-over-command.ts';
import {registerHistory} from './history-command.ts';
import {registerImport} from './import-command.ts';
import type {Io} from './io.ts';
import {registerKeys} from './keys-command.ts';
import {registerList} from './list-command.ts';
import {registerMark} from './mark-command.ts';
import {parseDescriptor, registerPassphrase} from './passphrase-command.ts';
import {registerProfile} from './profile-command.ts';
import {refuseEmptyPaths} from './refuse-empty-paths.ts';
import {registerRestore} from './restore-command.ts';
import {registerSet} from './set-command.ts';
import {registerSetPin} from './set-pin-command.ts';
import {registerSettings} from './settings-command.ts';
import {registerTemplate} from './template-command.ts';
import {registerTold} from './told-command.ts';
import {registerUndo} from './undo-command.ts';
import {registerWorklist} from './worklist-command.ts';

const examples = `
Examples:
  usersheet                                 open the sheet
  usersheet --demo                          try it, on sample users that are
                                            thrown away
  usersheet import users.csv --dry-run      what would happen
  usersheet import users.csv --partial      leave out the invalid rows
  usersheet export users.csv                correct that file, and then
  usersheet import users.csv --overwrite --profile-from-csv
  usersheet set-pin --generate-each --all   a new deployment PIN for everybody
  usersheet set --where profile:Remote --profile Local --dry-run

Exit codes:
  0  all was done (with --dry-run: would be)
  1  nothing was written: invalid data, an open decision on blank columns, or
     nothing left to undo
  2  the command line cannot be followed, or a file cannot be used
  3  part of the file was imported, or not every user got a message
  4  the store is locked, damaged or not writable, or its passphrase is missing
     or wrong

The users are kept in the data folder of your account. USERSHEET_STORE names
another folder, as --store does; USERSHEET_PASSPHRASE_FILE is like
--passphrase-file.`;

/** The command line with its flags and help; parsing it runs `act` for a subcommand, and nothing for the grid. */
export function createProgram(io: Io, act: Act): Command {
	const program = new Command('usersheet')
		.description('A spreadsheet for MiCollab Client deployment users.\nWithout a command it opens the sheet.')
		.version(packageVersion(), '-V, --version', 'show the version')
		.helpOption('-h, --help', 'show this help')
		.helpCommand('help [command]', 'show the help of a command')
		.addOption(new Option('--store <folder>', 'keep the users in this folder').conflicts('demo'))
		.addOption(
			new Option(
				'--passphrase-file <file>',
				'read the passphrase of an encrypted store from this file',
			).conflicts('passphraseFd'),
		)
		.option('--passphrase-fd <number>', 'or from this open descriptor', parseDescriptor)
		.option('--read-only', 'read the store without a lock, and change nothing')
		.addOption(
			new Option('--keys <map>', 'open the sheet with the keys of a spreadsheet or of Vim').choices([
				...keymapNames,
			]),
		)
		.option('--linear', 'open the sheet in plain lines, for screen readers and scripts')
		.option('--no-linear', 'open the screen, where plain lines are set')
		.option('--demo', 'work on a throwaway store with sample users')
		.exitOverride()
		.configureOutput({
			writeOut: (text) => io.stdout.write(text),
			writeErr: (text) => io.stderr.write(text),
			getOutHelpWidth: () => io.stdout.columns,
			getErrHelpWidth: () => io.stderr.columns,
			getOutHasColors: () => false,
			getErrHasColors: () => false,
			outputError: (text, write) => write(text.split('\n').map(visibleText).join('\n')),
		})
		.showHelpAfterError('"usersheet --help" and "usersheet help <command>" explain the rest.')
		.addHelpText('after', examples);
	for (const register of [
		registerImport,
		registerExport,
		registerTemplate,
		registerList,
		registerAdd,
		registerSet,
		registerSetPin,
		registerHandOut,
		registerTold,
		registerMark,
		registerWorklist,
		registerDelete,
		registerHandOver,
		registerDeploy,
		registerHistory,
		registerUndo,
		registerBackup,
		registerRestore,
		registerDoctor,
		registerPassphrase,
		registerProfile,
		registerSettings,
		registerKeys,
		registerCompletion,
	]) {
		register(program, act);
	}
	refuseEmptyPaths(program);
	return program;
}

function packageVersion(): string {
	const {version} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
		readonly version: string;
	};
	return version;
}
