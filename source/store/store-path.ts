import {accessSync, constants, existsSync, lstatSync, realpathSync, statSync} from 'node:fs';
import path from 'node:path';
import {errorCode} from '../domain/error-code.ts';
import {makePrivateFolder} from './disk/create-private.ts';
import {type Failed, failed, readFailure, writeFailure} from './store-error.ts';

/** The file's name in its folder. */
export const storeFileName = 'users.json';

/**
 * Where a store's file really is once links are followed, so that two ways to one file share one lock and links stay
 * links. A file that does not exist yet is no error; a link to nothing is one: the disk it leads to may not be mounted.
 */
export function resolveStoreFile(file: string): {readonly target: string; readonly exists: boolean} | Failed {
	try {
		const target = realpathSync(file);
		// Anything else would be read without end: a pipe, a terminal.
		const stats = statSync(target);
		if (stats.isFile() || stats.isDirectory()) return {target, exists: true};
		return failed(
			'unreadable',
			file,
			`${file} cannot be read: it is no ordinary file. Choose another store with --store.`,
		);
	} catch (error) {
		return errorCode(error) === 'ENOENT' ? resolveMissing(file) : readFailure(file, error);
	}
}

function resolveMissing(file: string): {readonly target: string; readonly exists: false} | Failed {
	try {
		return resolveLinks(file);
	} catch (error) {
		return readFailure(file, error);
	}
}

function resolveLinks(file: string): {readonly target: string; readonly exists: false} | Failed {
	const dangling = [file, path.dirname(file)].find(
		(link) => lstatSync(link, {throwIfNoEntry: false})?.isSymbolicLink() === true && !pathExists(link),
	);
	if (dangling !== undefined) {
		return failed(
			'unreadable',
			file,
			`${file} cannot be read: ${dangling} is a link to something that does not exist. Mount the disk that it leads to, or remove the link. Nothing was written.`,
		);
	}
	const folder = path.dirname(file);
	return {
		target: pathExists(folder) ? path.join(realpathSync(folder), path.basename(file)) : file,
		exists: false,
	};
}

/**
 * Whether a commit would be refused at once, asked while opening, before a person types for nothing. A file that its owner
 * has made read-only counts, although replacing it would work.
 */
export function checkWritable(file: string, target: string, journal: string): Failed | undefined {
	try {
		for (const entry of [target, journal]) if (pathExists(entry)) accessSync(entry, constants.W_OK);
		accessSync(nearestFolder(target), constants.W_OK | constants.X_OK);
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
