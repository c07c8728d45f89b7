import process from 'node:process';

/** What ends the program from outside: the terminal hung up, or the process is asked to end. */
const stopSignals = ['SIGHUP', 'SIGTERM', 'SIGINT'] as const;

/**
 * Calls back on each signal that asks the process to end.
 *
 * @param isOwn whether the process ends with what listens
 * @returns how to stop that
 */
export function followStopSignals(stop: (signal: NodeJS.Signals) => void, isOwn: boolean): () => void {
	for (const name of stopSignals) process.on(name, stop);
	return () => {
		for (const name of stopSignals) {
			// conf sends a signal that it has seen once more, which must not cut the closing of the store off.
			if (isOwn) process.on(name, () => undefined);
			process.off(name, stop);
		}
	};
}
