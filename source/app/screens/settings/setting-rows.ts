import {displaySetting} from '../../../domain/plan-settings.ts';
import {type SettingField, settingFields} from '../../../domain/setting-fields.ts';
import type {SettingInput} from '../../../domain/setting-input.ts';
import {longestName} from '../../../domain/short-text.ts';
import {findKeymapName, keymaps} from '../../keymap/keymaps.ts';
import type {Message} from '../../message.ts';
import type {Model} from '../../model.ts';
import {type PreferenceName, preferenceNames, preferenceOf, preferenceTable} from '../../preferences.ts';

/** A line of the list of settings. */
export type SettingRow = {
	readonly group: string;
	readonly label: string;
	readonly help: string;
	/** The sheet is one for all who use it; what is one's own belongs to the account, for all sheets. */
	readonly of: 'sheet' | 'you';
	/** Absent where it is only shown. */
	readonly input?: SettingInput;
	/** The value as it is typed, and as it is shown. */
	readonly value: (model: Model) => string;
	readonly shown: (model: Model) => string;
	/** What gives it another value. */
	readonly set?: (value: string) => Message;
};

function sheetRow(field: SettingField): SettingRow {
	const {key, group, label, help, input, read} = field;
	return {
		group,
		label,
		help,
		of: 'sheet',
		input,
		value: ({sheet}) => read(sheet.settings),
		shown: ({sheet}) => displaySetting(field, sheet.settings),
		set: (value) => ({type: 'settings/set', key, value}),
	};
}

function preferenceRow(name: PreferenceName): SettingRow {
	const {title, values, atOnce} = preferenceTable[name];
	const value = ({preferences}: Model): string => preferenceOf(preferences, name);
	return {
		group: 'Screen',
		label: title,
		help: atOnce ? 'at once, and from now on' : 'from the next start on',
		of: 'you',
		input: {kind: 'choice', values: values.map((one) => ({value: one}))},
		value,
		shown: value,
		set: (chosen) => ({type: 'preference/set', name, value: chosen}),
	};
}

const password: SettingRow = {
	group: 'Mail',
	label: 'Mail server, password',
	help: 'it comes from a file that only you can read (mode 600): "smtp-password" beside your own settings, or the one that USERSHEET_SMTP_PASSWORD_FILE names; or from USERSHEET_SMTP_PASSWORD',
	of: 'you',
	value: () => '',
	shown: () => 'never stored in a sheet',
};

const ownName: SettingRow = {
	group: 'History',
	label: 'Your name',
	help: 'what the history calls you, from the next start on; USERSHEET_NAME goes before it',
	of: 'you',
	input: {kind: 'text', longest: longestName},
	value: ({myName}) => myName,
	shown: ({myName}) => (myName === '' ? 'none' : myName),
	set: (name) => ({type: 'preference/set-name', name}),
};

const keys: SettingRow = {
	group: 'Keys',
	label: 'Keys',
	help: 'those of a spreadsheet, or those of Vim',
	of: 'you',
	input: {kind: 'choice', values: Object.keys(keymaps).map((value) => ({value}))},
	value: ({keymap}) => keymap.name,
	shown: ({keymap}) => keymap.name,
	set: (name) => ({type: 'keymap/choose', name: findKeymapName(name) ?? 'sheet'}),
};

const mailLogin = settingFields.findIndex(({key}) => key === 'mailLogin');

/** All settings: those of the sheet, then one's own. A row is known by its place. */
export const settingRows: readonly SettingRow[] = [
	...settingFields.map(sheetRow).toSpliced(mailLogin + 1, 0, password),
	ownName,
	keys,
	...preferenceNames.map(preferenceRow),
];
