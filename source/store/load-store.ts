import {closeSync, statSync} from 'node:fs';
import {emptySheet, type Sheet} from '../domain/sheet.ts';
import {decodeSheet} from './checkpoint/decode-sheet.ts';
import {formatVersion} from './checkpoint/migrations.ts';
import {readCheckpoint} from './checkpoint/read-checkpoint.ts';
import {openJournal, readRest} from './journal/journal-file.ts';
import {type Place, replayJournal} from './journal/replay-journal.ts';
import {passphraseChanged} from './seal/key-failure.ts';
import {isKeyCurrent} from './seal/key-file.ts';
import {sealerFor} from './seal/seal.ts';
import {decodeFailure, type Failed, isStoreError, journalFailure, misfitFailure} from './store-error.ts';
import type {StoreFiles} from './store-files.ts';

/** An open journal, and how far it has been read. */
export type OpenJournal = {
	readonly handle: number;
	readonly place: Place;
	/** How many entries it holds up to there. */
	readonly count: number;
	/** Revision of the last of them. */
	readonly revision: number;
	/** The last bytes before that place: whoever finds others there has another file before him. */
	readonly mark: Buffer;
};

/** The file that conf writes, as far as it tells one version from the next. */
export type Checkpoint = {
	readonly identity: string;
	/** Version of its format. */
	readonly version: number;
	readonly size: number;
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

const markLength = 64;
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
	let result: Loaded | Failed | 'gap' = 'gap';
	for (let attempt = 0; attempt < attempts && result === 'gap'; attempt += 1) {
		const handle = openJournal(files.journal, readOnly);
		try {
			result = yield* loadWith(file, files, handle);
		} finally {
			const isKept = typeof result === 'object' && !isStoreError(result);
			if (handle !== undefined && !isKept) closeSync(handle);
		}
	}
	if (result === 'gap') return misfitFailure(file, files.journal);
	// What cannot be decrypted may have been encrypted with a new key meanwhile.
	return isStoreError(result) && !isKeyCurrent(files.seal, files) ? passphraseChanged(file) : result;
}

function* loadWith(
	file: string,
	files: StoreFiles,
	handle: number | undefined,
): Generator<void, Loaded | Failed | 'gap', void> {
	const identity = identify(files.checkpoint);
	const read = readCheckpoint(files.checkpoint, files.seal);
	if (read === undefined) {
		if (handle !== undefined) return misfitFailure(file, files.journal);
		return {sheet: emptySheet, torn: false};
	}
	yield;
	const decoded = 'text' in read ? decodeSheet(read.text) : read;
	if ('kind' in decoded) {
		const isText = 'text' in read && files.seal.key === undefined;
		return decodeFailure(file, decoded.kind, decoded.reason, isText);
	}
	const checkpoint = {identity, version: decoded.version, size: statSync(files.checkpoint).size};
	if (handle === undefined) return {sheet: decoded.sheet, checkpoint, torn: false};
	const bytes = yield* readRest(handle, 0);
	const replayed = yield* replayJournal(
		bytes,
		{offset: 0, line: 0},
		decoded.sheet,
		sealerFor(files.seal, 'journal'),
	);
	if ('kind' in replayed) {
		return replayed.kind === 'gap' ? 'gap' : journalFailure(files.journal, replayed.kind, replayed.reason);
	}
	const {sheet, place, count, revision, torn} = replayed;
	return {
		sheet,
		checkpoint,
		journal: {handle, place, count, revision, mark: lastBytes(bytes.subarray(0, place.offset))},
		torn,
	};
}

/** What to remember of the bytes before a place. */
export function lastBytes(bytes: Buffer): Buffer {
	return Buffer.from(bytes.subarray(Math.max(0, bytes.length - markLength)));
}

/** The checkpoint that this program has just written, or has seen to be written. */
export function describeCheckpoint(file: string): Checkpoint {
	const size = statSync(file, {throwIfNoEntry: false})?.size ?? 0;
	return {identity: identify(file), version: formatVersion, size};
}

/** Tells one version of a file from the next. */
export function identify(file: string): string {
	const stats = statSync(file, {bigint: true, throwIfNoEntry: false});
	return stats === undefined ? '' : `${stats.dev} ${stats.ino} ${stats.size} ${stats.mtimeNs}`;
}
