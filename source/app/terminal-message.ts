import type {PointerPlace} from '../terminal/input/pointer.ts';
import type {Key} from './key.ts';
import type {CommandId} from './keymap/keymap.ts';

export type EscapeMessage =
	/** A second has passed since the last Esc. */
	| {readonly type: 'escape/expire'}
	/** The last Esc was the beginning of a key that came in pieces: of this one, or of none that is known. */
	| {readonly type: 'escape/withdraw'; readonly key?: Key};

/** Nothing was put on the terminal's clipboard. */
export type ClipboardMessage = {readonly type: 'clipboard/refused'; readonly message: string};

/** What became of a text in the person's editor. */
export type EditorMessage =
	/** `bytes` are those of the file as the editor has written it, in whatever encoding. */
	| {readonly type: 'editor/edited'; readonly bytes: Uint8Array; readonly isChanged: boolean}
	/** Nothing of it is to be used. */
	| {readonly type: 'editor/failed'; readonly message: string};

/** What the mouse did: only where {@link MouseMessage} has switched it on. */
export type PointerMessage = PointerPlace &
	(
		| {
				readonly type: 'pointer/press' | 'pointer/drag' | 'pointer/release';
				readonly button: 'left' | 'middle' | 'right';
				/** What is drawn there of the screen that has the keys. */
				readonly on?: PointedAt;
				/** Milliseconds, from any beginning. */
				readonly at: number;
		  }
		| {readonly type: 'pointer/wheel'; readonly direction: 'up' | 'down' | 'left' | 'right'}
	);

/** What of a list, or of the keys below it, is drawn in a cell of the screen. */
export type PointedAt =
	/** A row by what it is known by, and a column by its key. */
	| {readonly part: 'cell'; readonly row: number; readonly column: string}
	| {readonly part: 'header'; readonly column: string}
	| {readonly part: 'key'; readonly command: CommandId};

/** Whether the terminal tells what the mouse does, instead of marking text with it. */
export type MouseMessage = {readonly type: 'mouse/switch'; readonly on: boolean};
