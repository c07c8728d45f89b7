import {statSync} from 'node:fs';
import {extname} from 'node:path';
import {Worker} from 'node:worker_threads';
import {type Backup, writeBackup} from './backup/write-backup.ts';
import type {Loaded} from './load-store.ts';
import type {Seal} from './seal/seal.ts';
import {type Failed, isStoreError} from './store-error.ts';
import {resolveStore} from './store-path.ts';
import {type Checkpointed, writeCheckpoint} from './write-checkpoint.ts';

/** What a worker is asked to do. */
export type StoreTask = {
	readonly task: 'checkpoint' | 'backup';
	readonly file: string;
	readonly seal: Seal;
};

/** Bytes of checkpoint and journal, and of the history, up to which it is quicker, and short enough, to do it here. */
const smallStore = 200 * 1024;

/** Writes a checkpoint without holding up the event loop. */
export function runCheckpoint(
	file: string,
	seal: Seal,
	known: Loaded | undefined,
): Promise<Checkpointed | Failed> {
	const isQuick = isSmall(known) && historySize(file) < smallStore;
	return isQuick ? writeCheckpoint(file, seal) : runWorker({task: 'checkpoint', file, seal});
}

/** Writes a dated copy without holding up the event loop. */
export function runBackup(file: string, seal: Seal, known: Loaded | undefined): Promise<Backup | Failed> {
	return isSmall(known) ? writeBackup(file, seal) : runWorker({task: 'backup', file, seal});
}

function isSmall(known: Loaded | undefined): boolean {
	return (known?.checkpoint?.size ?? 0) + (known?.journal?.place.offset ?? 0) < smallStore;
}

/** Bytes of the history, of which a checkpoint reads all. */
function historySize(file: string): number {
	const names = resolveStore(file);
	return isStoreError(names) ? 0 : (statSync(names.history, {throwIfNoEntry: false})?.size ?? 0);
}

/** The worker reads the files itself: handing over 100,000 users would hold up both sides. */
function runWorker<Answer>(task: StoreTask): Promise<Answer> {
	const script = new URL(`./store-worker${extname(import.meta.url)}`, import.meta.url);
	return new Promise((resolve, reject) => {
		const worker = new Worker(script, {workerData: task, execArgv: []});
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', (code) => reject(new Error(`The store's worker ended with ${code}`)));
	});
}
