import type {SettingKey} from '../../../domain/setting-fields.ts';

export type SettingsMessage =
	| {readonly type: 'settings/open'}
	/** Of the sheet; switching stand-alone deployment asks first. */
	| {readonly type: 'settings/set'; readonly key: SettingKey; readonly value: string}
	| {readonly type: 'settings/ask-stand-alone'}
	| {readonly type: 'settings/set-stand-alone'; readonly on: boolean}
	| {readonly type: 'settings/back'};

declare module '../../message.ts' {
	interface Messages {
		readonly settings: SettingsMessage;
	}
}
