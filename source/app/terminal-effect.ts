import type {FileContent} from '../csv/file-content.ts';

/** Work that only the terminal can do. */
export type TerminalEffect =
	/**
	 * Puts a text on the terminal's clipboard. Whether the terminal has done so cannot be known, so that the only answer is
	 * `clipboard/refused`, for a text that is too long.
	 */
	| {readonly type: 'clipboard/copy'; readonly text: string}
	/**
	 * Gives a file to the person's editor, and waits for it. Answer: `editor/edited` or `editor/failed`. The person has no keys
	 * for usersheet meanwhile.
	 */
	| {
			readonly type: 'editor/edit';
			readonly content: string | FileContent;
			/** The end of the file's name, such as `.csv`. */
			readonly suffix: string;
	  }
	/** Draws the screen again. No answer. */
	| {readonly type: 'screen/redraw'};
