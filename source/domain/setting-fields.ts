import type {Settings} from './sheet.ts';

export type SettingKey = 'standAlone' | 'historyDays' | 'historyEntries' | 'backupKeep' | 'backupAbove';

/** One of the settings. */
export type SettingField = {
	readonly key: SettingKey;
	/** As history and conflicts name it. */
	readonly label: string;
	readonly read: (settings: Settings) => boolean | number;
	/** The first settings with this one as the second have it. */
	readonly take: (settings: Settings, from: Settings) => Settings;
};

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
];

/** A setting as a person knows it. */
export function settingLabel(key: SettingKey): string {
	return settingFields.find((field) => field.key === key)?.label ?? key;
}

/** Whether two sets of settings hold the same. */
export function isSameSettings(a: Settings, b: Settings): boolean {
	return a === b || settingFields.every(({read}) => read(a) === read(b));
}
