/**
 * The one way in which a store's files and folders are created. They are private, and belong to the owner of the store:
 * root may have been used on it. What another account has put in their place is not written to, changed or given away.
 */

import {
	chmodSync,
	closeSync,
	constants,
	fchmodSync,
	fchownSync,
	fstatSync,
	fsyncSync,
	mkdirSync,
	openSync,
	rmSync,
	type Stats,
	statSync,
	writeSync,
} from 'node:fs';
import path from 'node:path';
import {errorCode} from '../../domain/error-code.ts';

// Windows knows neither of the two.
const {O_NOFOLLOW = 0, O_DIRECTORY = 0} = constants;

/**
 * Writes a new file and syncs it; it is complete, or it is gone again and this throws. What a killed process has left
 * under this name is removed first.
 *
 * @param store a file of the store: its owner is to be the owner of this one
 * @throws system errors
 */
export function writeWhole(store: string, file: string, bytes: Uint8Array): void {
	rmSync(file, {force: true});
	const {O_CREAT, O_EXCL, O_WRONLY} = constants;
	const handle = openSync(file, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o600);
	try {
		secureHandle(handle, 0o600, ownerOf(store));
		for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
		fsyncSync(handle);
	} catch (error) {
		rmSync(file, {force: true});
		throw error;
	} finally {
		closeSync(handle);
	}
}

/**
 * Makes a file private that a library has just created, and gives it the owner of the store.
 *
 * @throws system errors
 */
export function takeOverOwner(store: string, file: string): void {
	secureByName(file, O_NOFOLLOW, 0o600, ownerOf(store));
}

/**
 * Makes a folder, and those above it that are missing, for the owner of the store alone. One that is there keeps its mode:
 * it may be shared on purpose. Where root has once made it, it gets the owner too.
 *
 * @throws system errors
 */
export function makePrivateFolder(store: string, folder: string): void {
	const owner = ownerOf(store);
	const first = mkdirSync(folder, {recursive: true, mode: 0o700});
	// Windows opens no folders, and has no such modes and owners.
	if (process.platform === 'win32') return;
	const flags = O_NOFOLLOW | O_DIRECTORY;
	for (let place = folder; first !== undefined && place.length >= first.length; place = path.dirname(place)) {
		secureByName(place, flags, 0o700, owner);
	}
	if (first === undefined && process.geteuid?.() === 0 && statSync(folder).uid === 0) {
		secureByName(folder, flags, undefined, owner);
	}
}

function secureByName(file: string, flags: number, mode: number | undefined, owner: Stats | undefined): void {
	const handle = openOwn(file, constants.O_RDONLY | flags, mode);
	try {
		secureHandle(handle, mode, owner);
	} finally {
		closeSync(handle);
	}
}

/** The umask may have taken from the owner what the owner needs. */
function openOwn(file: string, flags: number, mode: number | undefined): number {
	try {
		return openSync(file, flags);
	} catch (error) {
		if (errorCode(error) !== 'EACCES' || mode === undefined) throw error;
		chmodSync(file, mode);
		return openSync(file, flags);
	}
}

function secureHandle(handle: number, mode: number | undefined, owner: Stats | undefined): void {
	const ours = fstatSync(handle);
	// A second name may be that of a file that has nothing to do with the store.
	if (ours.isFile() && ours.nlink !== 1) return;
	if (mode !== undefined) fchmodSync(handle, mode);
	if (owner === undefined || (owner.uid === ours.uid && owner.gid === ours.gid)) return;
	try {
		fchownSync(handle, owner.uid, owner.gid);
	} catch (error) {
		// Only root may give files away. An account that may replace the file has the right to write to its folder.
		if (errorCode(error) === '') throw error;
	}
}

/** Who owns a store's file; before there is one, who owns the folder that it will be in. */
function ownerOf(file: string): Stats | undefined {
	for (let place = file; ; place = path.dirname(place)) {
		const stats = statSync(place, {throwIfNoEntry: false});
		if (stats !== undefined || place === path.dirname(place)) return stats;
	}
}
