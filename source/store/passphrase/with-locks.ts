import path from 'node:path';
import {acquireLock} from '../disk/file-lock.ts';
import type {Seal} from '../seal/seal.ts';
import {type Failed, isStoreError, writeFailure} from '../store-error.ts';
import {type StoreNames, storeFileName} from '../store-files.ts';
import {makeFolder, resolveStore} from '../store-path.ts';

/** A store whose passphrase was set, changed or removed. */
export type Resealed = {
	readonly seal: Seal;
	/** Backups and drafts that nothing could read: they stay as they are. */
	readonly left: readonly string[];
};

/** Where a crash may stop it; tests do so. */
export type ResealStep = 'begun' | 'file' | 'finished';

/** Both locks of a store, and the store. */
export type Locked = {
	readonly file: string;
	readonly names: StoreNames;
	readonly isOurs: () => boolean;
	readonly afterStep: (step: ResealStep) => void;
};

/** Does something to all files of a store while no other process writes any of them. */
export async function withLocks(
	directory: string,
	work: (locked: Locked) => Promise<Resealed | Failed>,
	afterStep: Locked['afterStep'] = () => {},
): Promise<Resealed | Failed> {
	const file = path.resolve(directory, storeFileName);
	const names = resolveStore(file);
	if (isStoreError(names)) return names;
	const refused = makeFolder(file, names.checkpoint);
	if (refused !== undefined) return refused;
	// As a checkpoint takes them: first the one for preparing, then the one for replacing.
	const turn = await acquireLock(file, names.next);
	if (isStoreError(turn)) return turn;
	try {
		const lock = await acquireLock(file, names.checkpoint);
		if (isStoreError(lock)) return lock;
		try {
			return await work({file, names, isOurs: () => turn.isOurs() && lock.isOurs(), afterStep});
		} finally {
			await lock.release();
		}
	} catch (error) {
		return writeFailure(file, error);
	} finally {
		await turn.release();
	}
}
