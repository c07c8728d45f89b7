import {existsSync, readdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import {takeOverOwner} from '../disk/create-private.ts';
import {putInPlace} from '../disk/replace-whole.ts';
import type {StoreFiles} from '../seal/sealed-files.ts';
import type {StoreNames} from '../store-files.ts';
import {writeConfFile} from './conf-file.ts';

/**
 * Replaces a checkpoint by a complete new one, or leaves it alone; there is no moment at which it is neither.
 *
 * conf syncs and renames by itself, but its writer (atomically) does not look at how much the system took: on a
 * full disk it puts a cut-off file in the place of the good one, without an error. So conf writes beside it, and only
 * what has its full length takes the place.
 *
 * @param isOurs asked last: whether the lock is still held
 * @returns how it went; where it failed, the file is as it was
 * @throws system errors
 */
export function replaceCheckpoint(
	files: StoreFiles,
	text: string,
	isOurs: () => boolean,
): 'done' | 'no-room' | 'not-ours' {
	const {next, checkpoint} = files;
	try {
		const prepared = prepareCheckpoint(files, text);
		if (prepared !== 'done') return prepared;
		return putInPlace(next, checkpoint, isOurs) ? 'done' : 'not-ours';
	} finally {
		rmSync(next, {force: true});
	}
}

/**
 * Writes the checkpoint that is to take the other one's place, beside it, complete and synced.
 *
 * @throws system errors
 */
export function prepareCheckpoint({checkpoint, next, seal}: StoreFiles, text: string): 'done' | 'no-room' {
	// conf reads before it writes, and what a killed process has left may be encrypted with something else.
	rmSync(next, {force: true});
	if (!writeConfFile(next, text, seal.key)) return 'no-room';
	takeOverOwner(checkpoint, next);
	return 'done';
}

/**
 * Removes what a killed process left beside the checkpoint: it holds secrets. Only for the lock holder. While another
 * process prepares a checkpoint nothing is removed: it may be theirs.
 */
export function removeLeftovers({next, journalNext, historyNext, keyNext}: StoreNames): void {
	if (existsSync(`${next}.lock`)) return;
	removeWithTemporaries(next, journalNext, historyNext, keyNext);
}

/** Removes such files, and what conf writes them through. */
export function removeWithTemporaries(...files: readonly string[]): void {
	const names = files.map((file) => path.basename(file));
	const folder = path.dirname(files[0] ?? '');
	const left = readdirSync(folder).filter((name) =>
		names.some((next) => name === next || name.startsWith(`${next}.tmp-`)),
	);
	for (const name of left) rmSync(path.join(folder, name), {force: true});
}
