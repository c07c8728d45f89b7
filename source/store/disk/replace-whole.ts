import {renameSync} from 'node:fs';
import path from 'node:path';
import {writeWhole} from './create-private.ts';
import {syncFolder} from './sync-folder.ts';

/**
 * Writes a new version of a file and puts it in the place of the one before, so that a crash leaves one of the two whole. Until then
 * the new one is called `.next`; it keeps this name where this throws or the lock is lost.
 *
 * @param isOurs asked last: whether the lock is still held
 * @returns whether it is in place: without the lock, what is there stays
 * @throws system errors
 */
export function replaceWhole(store: string, file: string, bytes: Uint8Array, isOurs: () => boolean): boolean {
	writeWhole(store, `${file}.next`, bytes);
	return putInPlace(`${file}.next`, file, isOurs);
}

/**
 * Gives a file that is complete and synced the name of the one before.
 *
 * @param isOurs asked last: whether the lock is still held
 * @returns whether it is in place
 * @throws system errors
 */
export function putInPlace(next: string, file: string, isOurs: () => boolean): boolean {
	if (!isOurs()) return false;
	renameSync(next, file);
	syncFolder(path.dirname(file));
	return true;
}
