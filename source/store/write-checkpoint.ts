import {closeSync} from 'node:fs';
import {finishWork} from '../domain/work.ts';
import {encodeSheet} from './checkpoint/encode-sheet.ts';
import {prepareCheckpoint, removeWithTemporaries} from './checkpoint/replace-checkpoint.ts';
import {acquireLock, type FileLock} from './disk/file-lock.ts';
import {putInPlace} from './disk/replace-whole.ts';
import {archiveJournal} from './journal/archive-journal.ts';
import {isStillThere, readRest, writeJournal} from './journal/journal-file.ts';
import type {OpenJournal} from './journal/read-journal.ts';
import {identifyFile, type Loaded, loadStore, nameOfJournal} from './load-store.ts';
import {passphraseChanged} from './seal/key-failure.ts';
import {isKeyCurrent} from './seal/key-file.ts';
import type {Seal} from './seal/seal.ts';
import type {StoreFiles} from './seal/sealed-files.ts';
import {type Failed, fullFailure, isStoreError, writeFailure} from './store-error.ts';
import {resolveStore} from './store-path.ts';

/** `nothing`: the checkpoint holds everything already. `busy`: another process writes one. */
export type Checkpointed = 'done' | 'nothing' | 'busy';

/** Where it may be stopped by a crash; tests do so. */
export type CheckpointStep = 'archived' | 'prepared' | 'replaced' | 'rotated';

/** Milliseconds to wait for another process that prepares a checkpoint. */
const shortWait = 100;

/**
 * Writes a new version of conf's file and begins a new journal with what came meanwhile. Readers and writers go on all the time but
 * for the moment in which the files take their places.
 *
 * The order makes every crash harmless: first the history gets the entries, then the checkpoint takes its place, last the
 * journal lets go of them. What is there twice in between is told apart by its revision.
 */
export async function writeCheckpoint(
	file: string,
	seal: Seal,
	afterStep: (step: CheckpointStep) => void = () => {},
): Promise<Checkpointed | Failed> {
	const names = resolveStore(file);
	if (isStoreError(names)) return names;
	if (!names.exists) return 'nothing';
	const files = {...names, seal};
	const turn = await acquireLock(file, files.next, shortWait);
	if (isStoreError(turn)) return turn.error.kind === 'locked' ? 'busy' : turn;
	let loaded: Loaded | Failed | undefined;
	try {
		if (!isKeyCurrent(seal, files)) return passphraseChanged(file);
		loaded = finishWork(loadStore(file, files, true));
		if (isStoreError(loaded)) return loaded;
		if (loaded.journal === undefined || loaded.journal.count === 0) return 'nothing';
		removeWithTemporaries(files.next, files.historyNext);
		return await writeAndRotate(file, files, {...loaded, journal: loaded.journal}, turn, afterStep);
	} catch (error) {
		return writeFailure(file, error);
	} finally {
		if (loaded !== undefined && !isStoreError(loaded) && loaded.journal !== undefined) {
			closeSync(loaded.journal.handle);
		}
		await turn.release();
	}
}

async function writeAndRotate(
	file: string,
	files: StoreFiles,
	loaded: Loaded & {readonly journal: OpenJournal},
	turn: FileLock,
	afterStep: (step: CheckpointStep) => void,
): Promise<Checkpointed | Failed> {
	const {sheet, journal} = loaded;
	const id = nameOfJournal(loaded);
	const covered = finishWork(readRest(journal.handle, 0)).subarray(0, journal.place.offset);
	try {
		const keep = sheet.settings.history;
		if (archiveJournal(files, covered, keep, Date.now(), turn.isOurs) === 'lost') return 'busy';
		afterStep('archived');
		if (prepareCheckpoint(files, encodeSheet(sheet, id)) === 'no-room') return fullFailure(file);
		afterStep('prepared');
		const lock = await acquireLock(file, files.checkpoint);
		if (isStoreError(lock)) return lock;
		try {
			const isUntouched =
				isStillThere(journal.handle, files.journal) &&
				identifyFile(files.checkpoint) === loaded.checkpoint?.identity;
			const isOurs = (): boolean => turn.isOurs() && lock.isOurs();
			if (!isUntouched || !putInPlace(files.next, files.checkpoint, isOurs)) return 'busy';
			afterStep('replaced');
			const since = finishWork(readRest(journal.handle, journal.place.offset));
			if (!writeJournal(files, {id, revision: sheet.revision}, since, lock.isOurs)) return 'busy';
			afterStep('rotated');
			return 'done';
		} finally {
			await lock.release();
		}
	} finally {
		if (turn.isOurs()) removeWithTemporaries(files.next, files.historyNext);
	}
}
