import {checkEmail} from './check-email.ts';
import {checkHostName} from './check-value.ts';
import type {Finding} from './problem.ts';
import {checkSettingText, type SettingInput} from './setting-input.ts';
import type {MailSettings, Settings} from './sheet.ts';

/** Keys of the mail settings with a capital: `mailHost`. */
type MailKey = {readonly [Key in keyof MailSettings]: `mail${Capitalize<Key>}`}[keyof MailSettings];

export type SettingKey =
	| 'standAlone'
	| 'historyDays'
	| 'historyEntries'
	| 'backupKeep'
	| 'backupAbove'
	| MailKey;

/** One of the settings. Every value is a text here: `on`, `365`, `smtp`. */
export type SettingField = {
	readonly key: SettingKey;
	/** What settings it stands beside. */
	readonly group: 'Deployment' | 'History' | 'Backups' | 'Mail';
	/** As screen, command line, history and conflicts name it. */
	readonly label: string;
	/** What it does: half a sentence. */
	readonly help: string;
	/** What people read where it has no value; else "none". */
	readonly empty?: string;
	readonly input: SettingInput;
	readonly read: (settings: Settings) => string;
	/** @param text one that {@link checkSetting} finds nothing wrong with */
	readonly write: (settings: Settings, text: string) => Settings;
};

const history = {group: 'History'} as const;
const backups = {group: 'Backups'} as const;

function mailField<Part extends keyof MailSettings>(
	part: Part,
	field: Pick<SettingField, 'label' | 'help' | 'empty' | 'input'> & {
		readonly key: `mail${Capitalize<Part>}`;
		readonly parse: (text: string) => MailSettings[Part];
	},
): SettingField {
	const {parse, ...rest} = field;
	return {
		...rest,
		group: 'Mail',
		read: ({mail}) => String(mail[part]),
		write: (settings, text) => ({...settings, mail: {...settings.mail, [part]: parse(text)}}),
	};
}

const text = (check?: (value: string) => Finding | undefined): SettingInput => ({
	kind: 'text',
	...(check === undefined ? {} : {check}),
});

/** The table of the settings: screen, command line, history, comparison, conflicts and undo are read from it. */
export const settingFields: readonly SettingField[] = [
	{
		key: 'standAlone',
		group: 'Deployment',
		label: 'Stand-alone deployment',
		help: 'a deployment without MiCollab and MBG: the PBX fields are required',
		input: {kind: 'choice', values: [{value: 'off'}, {value: 'on'}]},
		read: ({standAlone}) => (standAlone ? 'on' : 'off'),
		write: (settings, value) => ({...settings, standAlone: value === 'on'}),
	},
	{
		...history,
		key: 'historyDays',
		label: 'History, days kept',
		help: 'what is older goes when the store tidies up',
		// A hundred years: a calendar has an end.
		input: {kind: 'number', from: 0, to: 36_500},
		read: (settings) => String(settings.history.days),
		write: (settings, days) => ({...settings, history: {...settings.history, days: Number(days)}}),
	},
	{
		...history,
		key: 'historyEntries',
		label: 'History, changes kept',
		help: 'the oldest beyond that many go when the store tidies up',
		input: {kind: 'number', from: 0, to: 1_000_000},
		read: (settings) => String(settings.history.entries),
		write: (settings, entries) => ({...settings, history: {...settings.history, entries: Number(entries)}}),
	},
	{
		...backups,
		key: 'backupKeep',
		label: 'Dated copies, number kept',
		help: 'the oldest beyond that many go when the next one is made',
		input: {kind: 'number', from: 1, to: 1000},
		read: ({backup}) => String(backup.keep),
		write: (settings, keep) => ({...settings, backup: {...settings.backup, keep: Number(keep)}}),
	},
	{
		...backups,
		key: 'backupAbove',
		label: 'Dated copies, made before a change of more users than',
		help: 'a copy of the whole sheet is made first',
		input: {kind: 'number', from: 0, to: 1_000_000},
		read: ({backup}) => String(backup.above),
		write: (settings, above) => ({...settings, backup: {...settings.backup, above: Number(above)}}),
	},
	mailField('way', {
		key: 'mailWay',
		label: 'Mail, way out',
		help: 'where deployment mails go',
		input: {
			kind: 'choice',
			values: [
				{value: 'outbox', help: 'a file each, into a folder'},
				{value: 'smtp', help: 'to a mail server'},
			],
		},
		parse: (value) => (value === 'smtp' ? 'smtp' : 'outbox'),
	}),
	mailField('outbox', {
		key: 'mailOutbox',
		label: 'Mail, outbox folder',
		help: 'folder of the files; empty for the one beside the store',
		empty: '"outbox" beside the store',
		input: text(),
		parse: String,
	}),
	mailField('host', {
		key: 'mailHost',
		label: 'Mail server',
		help: 'IP address or host name',
		input: text(checkHostName),
		parse: String,
	}),
	mailField('port', {
		key: 'mailPort',
		label: 'Mail server, port',
		help: 'usually 587 with STARTTLS, 465 with TLS, 25 with neither',
		input: {kind: 'number', from: 1, to: 65_535, isName: true},
		parse: Number,
	}),
	mailField('security', {
		key: 'mailSecurity',
		label: 'Mail server, encryption',
		help: 'whether the connection is encrypted',
		input: {
			kind: 'choice',
			values: [
				{value: 'starttls', help: 'after a greeting; refused where the server has none'},
				{value: 'tls', help: 'from the first byte'},
				{value: 'none', help: 'not encrypted, and without a login'},
			],
		},
		parse: (value) => (value === 'tls' || value === 'none' ? value : 'starttls'),
	}),
	mailField('login', {
		key: 'mailLogin',
		label: 'Mail server, login',
		help: 'user name at the mail server; its password is never stored here',
		input: text(),
		parse: String,
	}),
	mailField('sender', {
		key: 'mailSender',
		label: 'Mail, sender',
		help: 'e-mail address that the mails come from',
		input: text(checkEmail),
		parse: String,
	}),
	mailField('contact', {
		key: 'mailContact',
		label: 'Mail, who helps',
		help: 'a person that users may ask: a name, an address, a number',
		input: text(),
		parse: String,
	}),
];

/** A setting as a person knows it. */
export function settingLabel(key: SettingKey): string {
	return settingField(key)?.label ?? key;
}

/** The row of the table. */
export function settingField(key: SettingKey): SettingField | undefined {
	return settingFields.find((field) => field.key === key);
}

/** What is wrong with a text as the value of a setting. */
export function checkSetting({input}: SettingField, value: string): Finding | undefined {
	return checkSettingText(input, value);
}

/** The first settings with one of them as the second have it. */
export function takeSetting({read, write}: SettingField, settings: Settings, from: Settings): Settings {
	return write(settings, read(from));
}

/** Whether two sets of settings hold the same. */
export function isSameSettings(a: Settings, b: Settings): boolean {
	return a === b || settingFields.every(({read}) => read(a) === read(b));
}
