import {type Command, Option} from 'commander';
import {emptyChange} from '../domain/change.ts';
import type {Settings, Sheet} from '../domain/sheet.ts';
import {describeShortfall} from '../domain/stand-alone.ts';
import type {Act} from './act.ts';
import {type Context, commitChange, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {formatJson} from './format-json.ts';
import {type Io, printLine, printLines} from './io.ts';
import {nameMyself, parseMyName, printMyName} from './my-name.ts';
import {runPreferences} from './own-preferences.ts';
import {type NumberSetting, numberSettings, parseSetting} from './settings-values.ts';

type SettingsFlags = {
	readonly standAlone?: 'on' | 'off';
	readonly myName?: string;
	readonly screen?: string | true;
	readonly json?: boolean;
} & {
	readonly [Key in NumberSetting['key']]?: number;
};

/** `usersheet settings`. */
export function registerSettings(program: Command, act: Act): void {
	const command = program
		.command('settings')
		.description('show or change the settings of the sheet')
		.addOption(
			new Option(
				'--stand-alone <on|off>',
				'a deployment without MiCollab and MBG: the PBX fields are required',
			).choices(['on', 'off']),
		);
	for (const setting of numberSettings)
		command.option(setting.flag, setting.description, parseSetting(setting));
	command
		.option('--my-name <name>', 'what the history calls you; an empty one takes it away', parseMyName)
		.option('--screen [name=value]', 'show or change your own settings of the screen instead')
		.option('--json', 'print them as JSON')
		.addHelpText(
			'after',
			'\nWhat the history need not keep any longer goes when the store tidies up; a copy\ntoo many goes when the next one is made.\nYour name is kept in your own account, and where sshd tells your key, with that;\nUSERSHEET_NAME goes before it.',
		)
		.action(act(runSettings));
}

async function runSettings(context: Context, flags: SettingsFlags): Promise<number> {
	if (flags.myName !== undefined) {
		const code = nameMyself(flags.myName, context);
		if (code === exitCodes.done && Object.keys(flags).length === 1) printMyName(context.io);
		if (code !== exitCodes.done || Object.keys(flags).length === 1) return code;
	}
	if (flags.screen !== undefined) return runPreferences(flags.screen, flags.json === true, context);
	const isAsked = flags.standAlone !== undefined || numberSettings.some(({key}) => flags[key] !== undefined);
	return withSheet(context, isAsked ? 'write' : 'read', async (opened) => {
		const before = opened.sheet.settings;
		const {after, done} = changeSettings(before, flags);
		if (done.length === 0) {
			await printSettings(context.io, opened.sheet, flags.json === true);
			return exitCodes.done;
		}
		const committed = await commitChange(context.io, opened, {
			...emptyChange(done.join(', ')),
			settings: [before, after],
		});
		if ('failed' in committed) return committed.failed;
		await printSettings(context.io, committed.sheet, flags.json === true);
		return exitCodes.done;
	});
}

/** The settings that the flags ask for, and what that changes in words for the history. */
function changeSettings(
	before: Settings,
	flags: SettingsFlags,
): {readonly after: Settings; readonly done: readonly string[]} {
	const done: string[] = [];
	let after = before;
	const standAlone = flags.standAlone === undefined ? before.standAlone : flags.standAlone === 'on';
	if (standAlone !== before.standAlone) {
		after = {...after, standAlone};
		done.push(`Switch stand-alone ${flags.standAlone}`);
	}
	for (const {key, title, read, write} of numberSettings) {
		const value = flags[key];
		if (value === undefined || value === read(before)) continue;
		after = write(after, value);
		done.push(`${title}: ${value.toLocaleString('en-US')}`);
	}
	return {after, done};
}

/** Prints the settings, and on standard error how many users do not meet them. */
async function printSettings(io: Io, {settings, users}: Sheet, json: boolean): Promise<void> {
	if (json) io.stdout.write(formatJson(settings));
	else {
		await printLines(io.stdout, [
			`Stand-alone deployment: ${settings.standAlone ? 'on' : 'off'}`,
			...numberSettings.map(({title, read}) => `${title}: ${read(settings).toLocaleString('en-US')}`),
		]);
		printMyName(io);
	}
	const shortfall = settings.standAlone ? describeShortfall(users) : undefined;
	if (shortfall !== undefined) printLine(io.stderr, shortfall);
}
