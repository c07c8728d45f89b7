/** Work that only the terminal can do. */
export type TerminalEffect =
	/**
	 * Puts a text on the terminal's clipboard. Whether the terminal has done so cannot be known, so that the only answer is
	 * `clipboard/refused`, for a text that is too long.
	 */
	| {readonly type: 'clipboard/copy'; readonly text: string}
	/** Draws the screen anew. No answer. */
	| {readonly type: 'screen/redraw'};
