import type {Key} from './key.ts';
import type {KeymapMessage} from './keymap/keymap.ts';
import type {Size} from './size.ts';
import type {
	ClipboardMessage,
	EditorMessage,
	EscapeMessage,
	MouseMessage,
	PointerMessage,
} from './terminal-message.ts';
import type {TextEdit} from './text-field-state.ts';

/** What a person types or pastes. */
export type TypedMessage =
	| {readonly type: 'input/press-key'; readonly key: Key}
	/** `unbracketed` where the terminal did not say so, and the person may have typed it after all. */
	| {readonly type: 'input/paste'; readonly text: string; readonly unbracketed?: true};

type InputMessage =
	| TypedMessage
	/** A paste is too long for any field. */
	| {readonly type: 'input/refuse-paste'};

type ScreenMessage =
	| {readonly type: 'screen/resize'; readonly size: Size}
	| {readonly type: 'screen/close'}
	| {readonly type: 'screen/redraw'}
	| {readonly type: 'screen/toggle-reveal'}
	| {readonly type: 'screen/hide-secrets'};

/** For the line of text that has the keys. */
type TextMessage =
	| {readonly type: 'text/insert'; readonly text: string}
	| {readonly type: 'text/edit'; readonly edit: TextEdit};

type AppMessage =
	| {readonly type: 'app/quit'; readonly sure: boolean}
	| {readonly type: 'app/interrupt'; readonly again: boolean};

/**
 * Everything that can happen, by its noun. Each folder that has messages of its own adds them here: what a screen is told
 * stands beside the screen.
 */
export interface Messages {
	readonly input: InputMessage;
	readonly screen: ScreenMessage;
	readonly text: TextMessage;
	readonly escape: EscapeMessage;
	readonly clipboard: ClipboardMessage;
	readonly editor: EditorMessage;
	readonly pointer: PointerMessage;
	readonly mouse: MouseMessage;
	readonly keymap: KeymapMessage;
	readonly app: AppMessage;
}

/** Keys, answers of the shell, and what the command table runs. */
export type Message = Messages[keyof Messages];
