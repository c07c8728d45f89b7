import {closeSync} from 'node:fs';
import {finishWork} from '../domain/work.ts';
import {encodeSheet} from './checkpoint/encode-sheet.ts';
import {formatVersion} from './checkpoint/migrations.ts';
import {replaceCheckpoint} from './checkpoint/replace-checkpoint.ts';
import {type FileLock, lostLockFailure} from './disk/file-lock.ts';
import {misfitFailure} from './journal/find-misfit.ts';
import {openJournal, writeJournal} from './journal/journal-file.ts';
import {type OpenJournal, readJournal} from './journal/read-journal.ts';
import {describeCheckpoint, type Loaded, nameOfJournal} from './load-store.ts';
import type {StoreFiles} from './seal/sealed-files.ts';
import {type Failed, fullFailure, isStoreError, writeFailure} from './store-error.ts';

/** A store that can be appended to. */
export type Begun = Loaded & {readonly journal: OpenJournal};

/**
 * Makes sure that there is a journal to append to, and below it a checkpoint of this format that expects it: an older
 * usersheet must not take the checkpoint for all there is. Only for the lock holder.
 *
 * The order makes every crash harmless: first comes the journal, which holds nothing yet, and then the checkpoint that
 * expects it.
 */
export function beginJournal(
	file: string,
	files: StoreFiles,
	lock: FileLock,
	loaded: Loaded,
): Begun | Failed {
	const {checkpoint, sheet} = loaded;
	const isCurrent = checkpoint?.version === formatVersion && checkpoint.journal !== undefined;
	if (isCurrent && loaded.journal !== undefined) return {...loaded, journal: loaded.journal};
	const id = nameOfJournal(loaded);
	try {
		const begin = {id, revision: sheet.revision};
		if (loaded.journal === undefined && !writeJournal(files, begin, Buffer.alloc(0), lock.isOurs)) {
			return lostLockFailure(file);
		}
		const replaced = replaceCheckpoint(files, encodeSheet(sheet, id), lock.isOurs);
		if (replaced === 'no-room') return fullFailure(file);
		if (replaced === 'not-ours') return lostLockFailure(file);
		const journal = loaded.journal ?? openNew(file, files, loaded);
		if ('error' in journal) return journal;
		return {...loaded, journal, checkpoint: describeCheckpoint(files.checkpoint, id)};
	} catch (error) {
		return writeFailure(file, error);
	}
}

function openNew(file: string, files: StoreFiles, {sheet}: Loaded): OpenJournal | Failed {
	const handle = openJournal(files.journal, false);
	const read = handle === undefined ? 'missing' : finishWork(readJournal(files, handle, sheet, sheet));
	if (typeof read === 'object' && !isStoreError(read)) return read.journal;
	if (handle !== undefined) closeSync(handle);
	return typeof read === 'object' ? read : misfitFailure(file, files.journal, read);
}
