import {type FSWatcher, watch} from 'node:fs';
import path from 'node:path';
import {isStoreError} from './store-error.ts';
import {resolveStore} from './store-path.ts';

/** Milliseconds between two looks where the system does not tell, as on file servers. */
const pollInterval = 400;

/**
 * Looks at a store whenever something may have happened to it; never twice at the same time. It keeps no process alive.
 *
 * @returns how to stop it
 */
export function watchFolder(file: string, look: () => Promise<void>): () => void {
	let isLooking = false;
	let isWanted = false;
	let isStopped = false;
	const lookAgain = (): void => {
		isWanted = true;
		if (isLooking || isStopped) return;
		isWanted = false;
		isLooking = true;
		// A rejection is a bug, and may end the program.
		void look().finally(() => {
			isLooking = false;
			if (isWanted) lookAgain();
		});
	};
	const watcher = startWatcher(file, lookAgain);
	const timer = setInterval(lookAgain, pollInterval);
	timer.unref();
	return () => {
		isStopped = true;
		clearInterval(timer);
		watcher?.close();
	};
}

function startWatcher(file: string, look: () => void): FSWatcher | undefined {
	const names = resolveStore(file);
	if (isStoreError(names)) return undefined;
	const name = path.basename(names.journal);
	try {
		const watcher = watch(names.folder, {persistent: false}, (_, changed) => {
			if (changed === name) look();
		});
		// The folder is gone, or the system has no more watchers: the timer goes on.
		watcher.on('error', () => watcher.close());
		return watcher;
	} catch {
		return undefined;
	}
}
