import type {PreferenceName} from '../preferences.ts';

/** What a person chooses for the screen. */
export type PreferenceMessage =
	| {readonly type: 'preference/list'}
	/** As behind `:screen`: "mouse on", or "mouse" to be asked. */
	| {readonly type: 'preference/read'; readonly typed: string}
	| {readonly type: 'preference/choose'; readonly name: PreferenceName}
	| {readonly type: 'preference/set'; readonly name: PreferenceName; readonly value: string}
	/** What the history calls the person. */
	| {readonly type: 'preference/set-name'; readonly name: string};

declare module '../message.ts' {
	interface Messages {
		readonly preference: PreferenceMessage;
	}
}
