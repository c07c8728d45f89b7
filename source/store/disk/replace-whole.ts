import {renameSync} from 'node:fs';
import path from 'node:path';
import {writeWhole} from './create-private.ts';
import {syncFolder} from './sync-folder.ts';

/**
 * Writes a file anew and puts it in the place of the one before, so that a crash leaves one of the two whole. The new one is on its
 * way as `.next`, which stays there where this throws or the lock is lost.
 *
 * @param isOurs asked last: whether the lock is still held
 * @returns whether it is in place: who has lost the lock leaves what is there
 * @throws system errors
 */
export function replaceWhole(store: string, file: string, bytes: Uint8Array, isOurs: () => boolean): boolean {
	const next = `${file}.next`;
	writeWhole(store, next, bytes);
	if (!isOurs()) return false;
	renameSync(next, file);
	syncFolder(path.dirname(file));
	return true;
}
