import {chmodSync} from 'node:fs';
import {encodeSheet} from '../checkpoint/encode-sheet.ts';
import {formatVersion} from '../checkpoint/migrations.ts';
import {replaceCheckpoint} from '../checkpoint/replace-checkpoint.ts';
import {type FileLock, lostLockFailure} from '../disk/file-lock.ts';
import {describeCheckpoint, type Loaded, lastBytes, type OpenJournal} from '../load-store.ts';
import {runWhole} from '../run-sliced.ts';
import {type Failed, fullFailure, misfitFailure, writeFailure} from '../store-error.ts';
import type {StoreFiles} from '../store-files.ts';
import {openJournal, readRest, writeJournal} from './journal-file.ts';

/** A store that can be appended to. */
export type Begun = Loaded & {readonly journal: OpenJournal};

/**
 * Makes sure that there is a journal to append to, and below it a checkpoint of this format: an older usersheet must not
 * take the checkpoint for all there is. Only for the one who has the lock.
 */
export function beginJournal(
	file: string,
	files: StoreFiles,
	lock: FileLock,
	loaded: Loaded,
): Begun | Failed {
	const {journal, sheet} = loaded;
	const isCurrent = loaded.checkpoint?.version === formatVersion;
	try {
		if (!isCurrent) {
			const replaced = replaceCheckpoint(files, encodeSheet(sheet), lock.isOurs);
			if (replaced === 'no-room') return fullFailure(file);
			if (replaced === 'not-ours') return lostLockFailure(file);
		}
		if (journal !== undefined && journal.place.offset > 0 && journal.revision === sheet.revision) {
			return isCurrent
				? {...loaded, journal}
				: {...loaded, journal, checkpoint: describeCheckpoint(files.checkpoint)};
		}
		makePrivate(files.checkpoint);
		if (!writeJournal(files, sheet.revision, Buffer.alloc(0), lock.isOurs)) return lostLockFailure(file);
		return openNew(file, files, loaded);
	} catch (error) {
		return writeFailure(file, error);
	}
}

function openNew(file: string, files: StoreFiles, loaded: Loaded): Begun | Failed {
	const handle = openJournal(files.journal, false);
	if (handle === undefined) return misfitFailure(file, files.journal);
	const bytes = runWhole(readRest(handle, 0));
	return {
		sheet: loaded.sheet,
		checkpoint: describeCheckpoint(files.checkpoint),
		journal: {
			handle,
			place: {offset: bytes.length, line: 1},
			count: 0,
			revision: loaded.sheet.revision,
			mark: lastBytes(bytes),
		},
		torn: false,
	};
}

/** A checkpoint that was put there by hand may have any mode. */
function makePrivate(file: string): void {
	try {
		chmodSync(file, 0o600);
	} catch {
		// Its owner is another one, who has let us in.
	}
}
