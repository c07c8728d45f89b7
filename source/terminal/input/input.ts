import type {KeyPress} from './key-press.ts';
import type {Pointer} from './pointer.ts';

/** What a person did at the terminal. */
export type Input =
	| {readonly type: 'key'; readonly key: KeyPress}
	| {readonly type: 'pointer'; readonly pointer: Pointer}
	/** `unbracketed` where only its looks say that it is a paste: see `looksPasted`. */
	| {readonly type: 'paste'; readonly text: string; readonly unbracketed?: true}
	/** A paste is too long to be kept; told as soon as that is known. */
	| {readonly type: 'refused-paste'}
	/** The Esc that was delivered last was no key: the line has split what it was the beginning of. `key` is that, if it is one. */
	| {readonly type: 'no-escape'; readonly key?: KeyPress};
