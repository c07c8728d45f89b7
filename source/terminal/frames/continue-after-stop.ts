/** What is put right again after a stop. */
export type StoppedTerminal = {
	readonly stdin: {readonly isRaw?: boolean; readonly setRawMode?: (raw: boolean) => unknown};
	readonly writer: {readonly reset: () => void};
};

/**
 * After SIGSTOP, or SIGTSTP from outside, and `fg`, the shell has set the terminal to its own modes: sets raw mode again and
 * draws the screen anew. To be called before the first frame. Returns what ends it.
 */
export function continueAfterStop(
	events: Pick<NodeJS.EventEmitter, 'on' | 'off'>,
	{stdin, writer}: StoppedTerminal,
): () => void {
	const continued = () => {
		if (stdin.isRaw === true) {
			// Node believes it is still raw, and would do nothing.
			stdin.setRawMode?.(false);
			stdin.setRawMode?.(true);
		}
		writer.reset();
	};
	events.on('SIGCONT', continued);
	return () => {
		events.off('SIGCONT', continued);
	};
}
