import {type Command, InvalidArgumentError, Option} from 'commander';
import {isEmptyChange} from '../domain/change.ts';
import {displaySetting, planSettings} from '../domain/plan-settings.ts';
import {checkSetting, type SettingField, type SettingKey, settingFields} from '../domain/setting-fields.ts';
import type {Settings, Sheet} from '../domain/sheet.ts';
import {describeShortfall} from '../domain/stand-alone.ts';
import type {Act} from './act.ts';
import {type Context, commitChange, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {flagOf} from './flag-of.ts';
import {formatJson} from './format-json.ts';
import {type Io, printLine, printLines} from './io.ts';
import {nameMyself, parseMyName, printMyName} from './my-name.ts';
import {runPreferences} from './own-preferences.ts';

/** Flags whose names are older than the table. */
const olderFlags = {backupKeep: 'backups'} as const;

type FlagKey = Exclude<SettingKey, keyof typeof olderFlags> | (typeof olderFlags)[keyof typeof olderFlags];

type SettingsFlags = {
	readonly myName?: string;
	readonly screen?: string | true;
	readonly json?: boolean;
} & {readonly [Key in FlagKey]?: string};

function flagKeyOf(key: SettingKey): FlagKey {
	return key === 'backupKeep' ? olderFlags[key] : key;
}

/** `usersheet settings`. */
export function registerSettings(program: Command, act: Act): void {
	const command = program.command('settings').description('show or change the settings of the sheet');
	for (const field of settingFields) command.addOption(optionOf(field));
	command
		.option('--my-name <name>', 'what the history calls you; an empty one takes it away', parseMyName)
		.option('--screen [name=value]', 'show or change your own settings of the screen instead')
		.option('--json', 'print them as JSON')
		.addHelpText(
			'after',
			'\nWhat the history need not keep any longer goes when the store tidies up; a copy\ntoo many goes when the next one is made.\nYour name is kept in your own account, and where sshd tells your key, with that;\nUSERSHEET_NAME goes before it. The password of the mail server is never stored\nhere.',
		)
		.action(act(runSettings));
}

function optionOf(field: SettingField): Option {
	const {key, input, help} = field;
	const flag = flagOf(flagKeyOf(key));
	if (input.kind === 'choice') {
		const values = input.values.map(({value}) => value);
		return new Option(`${flag} <${values.join('|')}>`, help).choices(values);
	}
	const value = input.kind === 'number' ? 'n' : 'text';
	const text = input.kind === 'number' ? help : `${help}; '' for none`;
	return new Option(`${flag} <${value}>`, text).argParser((given: string) => {
		const finding = checkSetting(field, given.trim());
		if (finding !== undefined) throw new InvalidArgumentError(finding.message);
		return given.trim();
	});
}

async function runSettings(context: Context, flags: SettingsFlags): Promise<number> {
	if (flags.myName !== undefined) {
		const code = nameMyself(flags.myName, context);
		if (code === exitCodes.done && Object.keys(flags).length === 1) printMyName(context.io);
		if (code !== exitCodes.done || Object.keys(flags).length === 1) return code;
	}
	if (flags.screen !== undefined) return runPreferences(flags.screen, flags.json === true, context);
	const isAsked = settingFields.some(({key}) => flags[flagKeyOf(key)] !== undefined);
	return withSheet(context, isAsked ? 'write' : 'read', async (opened) => {
		const before = opened.sheet.settings;
		const change = planSettings(before, withFlags(before, flags));
		if (isEmptyChange(change)) {
			await printSettings(context.io, opened.sheet, flags.json === true);
			return exitCodes.done;
		}
		const committed = await commitChange(context.io, opened, change);
		if ('failed' in committed) return committed.failed;
		await printSettings(context.io, committed.sheet, flags.json === true);
		return exitCodes.done;
	});
}

/** The settings with the values that the flags ask for. */
function withFlags(before: Settings, flags: SettingsFlags): Settings {
	return settingFields.reduce((settings, {key, write}) => {
		const value = flags[flagKeyOf(key)];
		return value === undefined ? settings : write(settings, value);
	}, before);
}

/** Prints the settings, and on standard error how many users do not meet them. */
async function printSettings(io: Io, {settings, users}: Sheet, json: boolean): Promise<void> {
	if (json) io.stdout.write(formatJson(settings));
	else {
		await printLines(
			io.stdout,
			settingFields.map((field) => `${field.label}: ${displaySetting(field, settings)}`),
		);
		printMyName(io);
	}
	const shortfall = settings.standAlone ? describeShortfall(users) : undefined;
	if (shortfall !== undefined) printLine(io.stderr, shortfall);
}
