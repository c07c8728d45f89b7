import path from 'node:path';
import {acquireLock, type FileLock} from '../disk/file-lock.ts';
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

/** All locks of a store, and the store. */
export type Locked = {
	readonly file: string;
	readonly names: StoreNames;
	readonly isOurs: () => boolean;
	readonly afterStep: (step: ResealStep) => void;
};

/** Does something to all files of a store while no other process writes any of them, or sends messages. */
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
	// As a checkpoint takes them: first the one for preparing, then the one for replacing. Sending takes the last one within its own.
	const locks: FileLock[] = [];
	try {
		for (const target of [names.mailing, names.next, names.checkpoint]) {
			const lock = await acquireLock(file, target);
			if (isStoreError(lock)) return lock;
			locks.push(lock);
		}
		return await work({file, names, isOurs: () => locks.every((lock) => lock.isOurs()), afterStep});
	} catch (error) {
		return writeFailure(file, error);
	} finally {
		for (const lock of locks.reverse()) await lock.release();
	}
}
