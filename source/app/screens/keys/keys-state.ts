import type {Model} from '../../model.ts';

/** What the terminal sent for a key, and what it was taken for. */
export type SentKey = {readonly sent: string; readonly taken: string};

/** The screen that shows what pressed keys send. */
export type KeysState = {
	readonly name: 'keys';
	/** The last ones, newest last. */
	readonly keys: readonly SentKey[];
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly keys: KeysState;
	}
}

/** Whether the screen has to be told what keys send. */
export function showsSentKeys({screens}: Model): boolean {
	return screens.at(-1)?.name === 'keys';
}
