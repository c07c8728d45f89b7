import type {SentKey} from './keys-state.ts';

export type KeysMessage =
	| {readonly type: 'keys/open'}
	| {readonly type: 'keys/close'}
	/** Told only while the screen is open. */
	| {readonly type: 'keys/sent'; readonly key: SentKey};

declare module '../../message.ts' {
	interface Messages {
		readonly keys: KeysMessage;
	}
}
