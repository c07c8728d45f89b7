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

/** One of the settings. */
export type SettingField = {
	readonly key: SettingKey;
	/** As history and conflicts name it. */
	readonly label: string;
	readonly read: (settings: Settings) => boolean | number | string;
	/** The first settings with this one as the second have it. */
	readonly take: (settings: Settings, from: Settings) => Settings;
};

function mailField(part: keyof MailSettings, key: MailKey, label: string): SettingField {
	return {
		key,
		label,
		read: ({mail}) => mail[part],
		take: (settings, {mail}) => ({...settings, mail: {...settings.mail, [part]: mail[part]}}),
	};
}

/** The table of the settings: history, comparison, conflicts and undo are read from it. */
export const settingFields: readonly SettingField[] = [
	{
		key: 'standAlone',
		label: 'Stand-alone deployment',
		read: ({standAlone}) => standAlone,
		take: (settings, {standAlone}) => ({...settings, standAlone}),
	},
	{
		key: 'historyDays',
		label: 'History, days kept',
		read: ({history}) => history.days,
		take: (settings, {history: {days}}) => ({...settings, history: {...settings.history, days}}),
	},
	{
		key: 'historyEntries',
		label: 'History, changes kept',
		read: ({history}) => history.entries,
		take: (settings, {history: {entries}}) => ({...settings, history: {...settings.history, entries}}),
	},
	{
		key: 'backupKeep',
		label: 'Dated copies, number kept',
		read: ({backup}) => backup.keep,
		take: (settings, {backup: {keep}}) => ({...settings, backup: {...settings.backup, keep}}),
	},
	{
		key: 'backupAbove',
		label: 'Dated copies, made before a change of more users than',
		read: ({backup}) => backup.above,
		take: (settings, {backup: {above}}) => ({...settings, backup: {...settings.backup, above}}),
	},
	mailField('way', 'mailWay', 'Mail, way out'),
	mailField('outbox', 'mailOutbox', 'Mail, outbox folder'),
	mailField('host', 'mailHost', 'Mail server'),
	mailField('port', 'mailPort', 'Mail server, port'),
	mailField('security', 'mailSecurity', 'Mail server, encryption'),
	mailField('login', 'mailLogin', 'Mail server, login'),
	mailField('sender', 'mailSender', 'Mail, sender'),
	mailField('contact', 'mailContact', 'Mail, who helps'),
];

/** A setting as a person knows it. */
export function settingLabel(key: SettingKey): string {
	return settingFields.find((field) => field.key === key)?.label ?? key;
}

/** Whether two sets of settings hold the same. */
export function isSameSettings(a: Settings, b: Settings): boolean {
	return a === b || settingFields.every(({read}) => read(a) === read(b));
}
