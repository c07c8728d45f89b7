import {type Change, emptyChange} from './change.ts';
import {type SettingField, settingFields} from './setting-fields.ts';
import {displayNumber} from './setting-input.ts';
import type {Settings} from './sheet.ts';

/** The change from some settings to others, named by what is another value. */
export function planSettings(before: Settings, after: Settings): Change {
	const changed = settingFields.filter(({read}) => read(before) !== read(after));
	const label = changed.map((field) => `${field.label}: ${displaySetting(field, after)}`).join(', ');
	return {...emptyChange(label), ...(changed.length === 0 ? {} : {settings: [before, after]})};
}

/** A value as people read it. */
export function displaySetting({input, read, empty = 'none'}: SettingField, settings: Settings): string {
	const value = read(settings);
	if (input.kind === 'number') return displayNumber(input, Number(value));
	return value === '' ? empty : value;
}
