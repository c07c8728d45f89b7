import {randomBytes} from 'node:crypto';
import {closeSync, statSync} from 'node:fs';
import {emptySheet, type Sheet} from '../domain/sheet.ts';
import {decodeSheet} from './checkpoint/decode-sheet.ts';
import {formatVersion} from './checkpoint/migrations.ts';
import {readCheckpoint} from './checkpoint/read-checkpoint.ts';
import {findMisfit, type Misfit, misfitFailure} from './journal/find-misfit.ts';
import {openJournal} from './journal/journal-file.ts';
import {type OpenJournal, readJournal} from './journal/read-journal.ts';
import {passphraseChanged} from './seal/key-failure.ts';
import {isKeyCurrent} from './seal/key-file.ts';
import type {StoreFiles} from './seal/sealed-files.ts';
import {decodeFailure, type Failed, isStoreError} from './store-error.ts';

/** The file that conf writes, as far as it tells one version from the next. */
export type Checkpoint = {
	readonly identity: string;
	/** Version of its format. */
	readonly version: number;
	readonly size: number;
	/** Name of the journal that it goes with. */
	readonly journal: string | undefined;
};

/** A store as it was read: the checkpoint with the journal on top. */
export type Loaded = {
	readonly sheet: Sheet;
	/** Absent as long as there is no file. */
	readonly checkpoint?: Checkpoint;
	readonly journal?: OpenJournal;
	/** Whether the journal ends with what is no whole entry. */
	readonly torn: boolean;
};

const attempts = 5;

/**
 * Reads a store: the checkpoint, then what the journal has after it. It needs no lock. The journal is opened first: when
 * a checkpoint is put in place meanwhile, the old journal still says everything up to it.
 *
 * @throws system errors
 */
export function* loadStore(
	file: string,
	files: StoreFiles,
	readOnly: boolean,
): Generator<void, Loaded | Failed, void> {
	let result: Loaded | Failed | Misfit = 'ahead';
	// Files on their way into place look as if they did not belong together.
	for (let attempt = 0; attempt < attempts && typeof result !== 'object'; attempt += 1) {
		const handle = openJournal(files.journal, readOnly);
		try {
			result = yield* loadWith(file, files, handle);
		} finally {
			const isKept = typeof result === 'object' && !isStoreError(result) && result.journal !== undefined;
			if (handle !== undefined && !isKept) closeSync(handle);
		}
	}
	if (typeof result !== 'object') return misfitFailure(file, files.journal, result);
	// What cannot be decrypted may have been encrypted with a new key meanwhile.
	return isStoreError(result) && !isKeyCurrent(files.seal, files) ? passphraseChanged(file) : result;
}

function* loadWith(
	file: string,
	files: StoreFiles,
	handle: number | undefined,
): Generator<void, Loaded | Failed | Misfit, void> {
	const identity = identifyFile(files.checkpoint);
	const read = readCheckpoint(files.checkpoint, files.seal);
	if (read === undefined) return yield* loadEmpty(files, handle);
	yield;
	const decoded = 'text' in read ? decodeSheet(read.text) : read;
	if ('kind' in decoded) return decodeFailure(file, decoded);
	const {sheet, version, journal} = decoded;
	const checkpoint = {identity, version, size: statSync(files.checkpoint).size, journal};
	if (handle === undefined) {
		return findMisfit({...sheet, journal}, undefined) ?? {sheet, checkpoint, torn: false};
	}
	const replayed = yield* readJournal(files, handle, {...sheet, journal}, sheet);
	if (typeof replayed === 'string' || isStoreError(replayed)) return replayed;
	return {sheet: replayed.sheet, checkpoint, journal: replayed.journal, torn: replayed.torn};
}

/** Without a checkpoint there is no store; but a new one begins with its journal, and that may be all there is for a moment. */
function* loadEmpty(
	files: StoreFiles,
	handle: number | undefined,
): Generator<void, Loaded | Failed | Misfit, void> {
	if (handle !== undefined) {
		const replayed = yield* readJournal(files, handle, emptySheet, emptySheet);
		if (typeof replayed === 'string') return 'alone';
		if (isStoreError(replayed)) return replayed;
		if (replayed.count > 0 || replayed.torn) return 'alone';
	}
	return {sheet: emptySheet, torn: false};
}

/** The name that a store's journals bear, a new one where there is none yet. It stays the same, so that a crash between two files leaves no doubt. */
export function nameOfJournal({checkpoint, journal}: Pick<Loaded, 'checkpoint' | 'journal'>): string {
	return checkpoint?.journal ?? journal?.id ?? randomBytes(8).toString('hex');
}

/** The checkpoint that this program has just written, or has seen to be written. */
export function describeCheckpoint(file: string, journal: string | undefined): Checkpoint {
	const size = statSync(file, {throwIfNoEntry: false})?.size ?? 0;
	return {identity: identifyFile(file), version: formatVersion, size, journal};
}

/** Tells one version of a file from the next. */
export function identifyFile(file: string): string {
	const stats = statSync(file, {bigint: true, throwIfNoEntry: false});
	return stats === undefined ? '' : `${stats.dev} ${stats.ino} ${stats.size} ${stats.mtimeNs}`;
}
