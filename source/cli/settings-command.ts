import {type Command, Option} from 'commander';
import {emptyChange} from '../domain/change.ts';
import {storedFields} from '../domain/field.ts';
import {count} from '../domain/problem.ts';
import type {Sheet} from '../domain/sheet.ts';
import {type Context, commitChange, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {formatJson} from './format-json.ts';
import {type Io, printLines} from './io.ts';
import type {Act} from './program.ts';

type SettingsFlags = {readonly standAlone?: 'on' | 'off'; readonly json?: boolean};

/** `usersheet settings`. */
export function registerSettings(program: Command, act: Act): void {
	program
		.command('settings')
		.description('show or change the settings of the sheet')
		.addOption(
			new Option(
				'--stand-alone <on|off>',
				'a deployment without MiCollab and MBG: the PBX fields are required',
			).choices(['on', 'off']),
		)
		.option('--json', 'print them as JSON')
		.action((flags: SettingsFlags) => act((context) => runSettings(flags, context)));
}

async function runSettings(flags: SettingsFlags, context: Context): Promise<number> {
	return withSheet(context, flags.standAlone === undefined ? 'read' : 'write', async (opened) => {
		const standAlone = flags.standAlone === undefined ? undefined : flags.standAlone === 'on';
		const before = opened.sheet.settings;
		if (standAlone === undefined || standAlone === before.standAlone) {
			printSettings(context.io, opened.sheet, flags.json === true);
			return exitCodes.done;
		}
		const committed = await commitChange(context.io, opened, {
			...emptyChange(`Switch stand-alone ${flags.standAlone}`),
			settings: [before, {...before, standAlone}],
		});
		if ('failed' in committed) return committed.failed;
		printSettings(context.io, committed.sheet, flags.json === true);
		return exitCodes.done;
	});
}

/** Prints the settings, and on standard error how many users do not meet them. */
function printSettings(io: Io, {settings, users}: Sheet, json: boolean): void {
	if (json) io.stdout.write(formatJson(settings));
	else printLines(io.stdout, `Stand-alone deployment: ${settings.standAlone ? 'on' : 'off'}`);
	if (!settings.standAlone) return;
	const required = storedFields.filter((field) => field.required === 'stand-alone');
	const lacking = users.filter((user) => required.some(({key}) => user[key] === '')).length;
	if (lacking > 0)
		printLines(
			io.stderr,
			`${count(lacking, 'user lacks', 'users lack')} at least one of ${required.map(({header}) => header).join(', ')}, which a stand-alone deployment needs.`,
		);
}
