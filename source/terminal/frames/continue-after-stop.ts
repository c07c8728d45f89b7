import process from 'node:process';

/** What is put right again after a stop. */
export type StoppedTerminal = {
	readonly stdin: {readonly isRaw?: boolean; readonly setRawMode?: (raw: boolean) => unknown};
	readonly writer: {readonly reset: () => void; readonly leave: () => void};
};

/**
 * Before a stop (SIGTSTP) gives the terminal back. After it, and after SIGSTOP, of which no program is told, the shell has set
 * the terminal to its own modes: sets raw mode again and draws the screen again. To be called before the first frame.
 *
 * @param stop stops the process, until it is continued
 * @returns what ends it
 */
export function continueAfterStop(
	events: Pick<NodeJS.EventEmitter, 'on' | 'off'>,
	{stdin, writer}: StoppedTerminal,
	stop: () => void = () => process.kill(process.pid, 'SIGSTOP'),
): () => void {
	let wasRaw = false;
	const stopping = () => {
		wasRaw = stdin.isRaw === true;
		writer.leave();
		if (wasRaw) stdin.setRawMode?.(false);
		stop();
	};
	const continued = () => {
		if (wasRaw || stdin.isRaw === true) {
			// After SIGSTOP Node believes it is still raw, and would do nothing.
			stdin.setRawMode?.(false);
			stdin.setRawMode?.(true);
		}
		wasRaw = false;
		writer.reset();
	};
	events.on('SIGTSTP', stopping);
	events.on('SIGCONT', continued);
	return () => {
		events.off('SIGTSTP', stopping);
		events.off('SIGCONT', continued);
	};
}
