import type {Key} from './key.ts';

export type EscapeMessage =
	/** A second has passed since the last Esc. */
	| {readonly type: 'escape/expire'}
	/** The last Esc was the beginning of a key that came in pieces: of this one, or of none that is known. */
	| {readonly type: 'escape/withdraw'; readonly key?: Key};

/** Nothing was put on the terminal's clipboard. */
export type ClipboardMessage = {readonly type: 'clipboard/refused'; readonly message: string};

/** What the terminal has to say beside keys. */
export type TerminalMessage = EscapeMessage | ClipboardMessage;
