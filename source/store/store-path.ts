import {accessSync, constants, existsSync, lstatSync, realpathSync, statSync} from 'node:fs';
import path from 'node:path';
import {errorCode} from '../domain/error-code.ts';
import {makePrivateFolder} from './disk/create-private.ts';
import {type Failed, failed, readFailure, writeFailure} from './store-error.ts';
import {namesOf, type StoreNames} from './store-files.ts';

/** Where a store's files are once links are followed, and whether the one that holds the sheet exists. */
type ResolvedStore = StoreNames & {readonly exists: boolean};

/**
 * Finds a store's files, so that two ways to one file share one lock and links stay links. A file that does not exist yet is
 * no error; a link to nothing is one: the disk it leads to may not be mounted.
 *
 * @param file the one that holds the sheet, as the person names it
 */
export function resolveStore(file: string): ResolvedStore | Failed {
	try {
		const target = realpathSync(file);
		// Anything else would be read without end: a pipe, a terminal.
		const stats = statSync(target);
		if (stats.isFile() || stats.isDirectory()) return {...namesOf(target), exists: true};
		const reason = 'it is no ordinary file. Choose another store with --store.';
		return failed('unreadable', file, `${file} cannot be read: ${reason}`);
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') return readFailure(file, error);
	}
	try {
		return resolveMissing(file);
	} catch (error) {
		return readFailure(file, error);
	}
}

function resolveMissing(file: string): ResolvedStore | Failed {
	const dangling = [file, path.dirname(file)].find(
		(link) => lstatSync(link, {throwIfNoEntry: false})?.isSymbolicLink() === true && !pathExists(link),
	);
	if (dangling !== undefined) {
		const reason = `${dangling} is a link to something that does not exist. Mount the disk that it leads to, or remove the link. Nothing was written.`;
		return failed('unreadable', file, `${file} cannot be read: ${reason}`);
	}
	const folder = path.dirname(file);
	const target = pathExists(folder) ? path.join(realpathSync(folder), path.basename(file)) : file;
	return {...namesOf(target), exists: false};
}

/**
 * Whether a commit would be refused at once, asked while opening, before a person types for nothing. A file that its owner
 * has made read-only counts, although replacing it would work.
 */
export function checkWritable(file: string, {checkpoint, journal}: StoreNames): Failed | undefined {
	try {
		for (const entry of [checkpoint, journal]) if (pathExists(entry)) accessSync(entry, constants.W_OK);
		accessSync(nearestFolder(checkpoint), constants.W_OK | constants.X_OK);
		return undefined;
	} catch (error) {
		return writeFailure(file, error);
	}
}

/**
 * Makes the store's folder, for its owner alone. One that is there already keeps its mode: it may be shared on purpose,
 * and the files in it are 0600 anyway.
 */
export function makeFolder(file: string, target: string): Failed | undefined {
	try {
		const folder = path.dirname(target);
		if (!existsSync(folder)) makePrivateFolder(target, folder);
		return undefined;
	} catch (error) {
		return writeFailure(file, error);
	}
}

function nearestFolder(target: string): string {
	const folder = path.dirname(target);
	if (pathExists(folder) || folder === target) {
		// A trailing separator makes the system refuse a file in place of a folder.
		return folder.endsWith(path.sep) ? folder : `${folder}${path.sep}`;
	}
	return nearestFolder(folder);
}

function pathExists(entry: string): boolean {
	return statSync(entry, {throwIfNoEntry: false}) !== undefined;
}
