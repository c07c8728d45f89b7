import {closeSync, existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {setImmediate} from 'node:timers/promises';
import {acquireLock, lostLockFailure} from '../disk/file-lock.ts';
import {readLine} from '../journal/checked-line.ts';
import {loadStore} from '../load-store.ts';
import {runSliced} from '../run-sliced.ts';
import {decodeFailure, type Failed, isStoreError, reasonOf, writeFailure} from '../store-error.ts';
import {namesOf, type StoreFiles, type StoreNames} from '../store-files.ts';
import {makeFolder, resolveStoreFile, storeFileName} from '../store-path.ts';
import {passphraseChanged, unfinishedPassphrase} from './key-failure.ts';
import {isKeyCurrent, removeKeyFile, writeKeyFile} from './key-file.ts';
import {
	finishedSeal,
	type KeyRecord,
	makeKey,
	recordOf,
	sealOf,
	unfinishedRecord,
	usualCost,
} from './key-record.ts';
import {resealFiles} from './reseal-files.ts';
import {type Seal, type SealKey, sealerFor} from './seal.ts';

/** A store whose passphrase was set, changed or removed. */
export type Resealed = {
	readonly seal: Seal;
	/** Backups and drafts that nothing could read: they stay as they are. */
	readonly left: readonly string[];
};

/** Where a crash may stop it; tests do so. */
export type ResealStep = 'begun' | 'file' | 'finished';

/** Both locks of a store, and the store. */
type Locked = {
	readonly file: string;
	readonly names: StoreNames;
	readonly isOurs: () => boolean;
	readonly afterStep: (step: ResealStep) => void;
};

/**
 * Sets the passphrase of a store, changes it, or removes it; everything is written anew.
 *
 * First the key file says what is about to happen, and from then on the new passphrase counts: with it both what is and
 * what was can be read. Then file after file is written, and last the key file says that it is done. After a crash at any
 * moment the next one who opens the store for writing goes on: {@link finishPassphrase}.
 *
 * @param seal the store as it is
 * @param passphrase the new one; without it the store is plain text from then on
 * @param cost of scrypt
 */
export async function changePassphrase(
	directory: string,
	seal: Seal,
	passphrase: string | undefined,
	cost = usualCost,
	afterStep: (step: ResealStep) => void = () => {},
): Promise<Resealed | Failed> {
	return withLocks(directory, afterStep, async (locked) => {
		const {file, names} = locked;
		if (!isKeyCurrent(seal, names)) return passphraseChanged(file);
		const refused = await runSliced(findUnreadable(file, {...names, seal}));
		if (refused !== undefined) return refused;
		const settled = seal.former === undefined ? {seal, left: []} : await finish(locked, seal);
		if (isStoreError(settled)) return settled;
		const former = settled.seal.key;
		if (passphrase === undefined) {
			return former === undefined
				? settled
				: begin(locked, settled.seal, recordOf(former), former, 'removed');
		}
		const {record, key} = await makeKey(passphrase, cost);
		return begin(locked, settled.seal, record, key, former === undefined ? 'set' : {former});
	});
}

/** Goes on with what a crash has stopped: files that are still written with the former key, or with none. */
export async function finishPassphrase(directory: string, seal: Seal): Promise<Resealed | Failed> {
	return withLocks(
		directory,
		() => {},
		async (locked) => {
			const {file, names} = locked;
			if (isKeyCurrent(seal, names)) {
				return (await runSliced(findUnreadable(file, {...names, seal}))) ?? finish(locked, seal);
			}
			// Somebody else may have been quicker.
			const finished = finishedSeal(seal);
			return isKeyCurrent(finished, names) ? {seal: finished, left: []} : passphraseChanged(file);
		},
	);
}

async function withLocks(
	directory: string,
	afterStep: Locked['afterStep'],
	work: (locked: Locked) => Promise<Resealed | Failed>,
): Promise<Resealed | Failed> {
	const file = path.resolve(directory, storeFileName);
	const place = resolveStoreFile(file);
	if (isStoreError(place)) return place;
	const refused = makeFolder(file, place.target);
	if (refused !== undefined) return refused;
	const names = namesOf(place.target);
	// As a checkpoint takes them: first the one for preparing, then the one for replacing.
	const turn = await acquireLock(file, names.next);
	if (isStoreError(turn)) return turn;
	try {
		const lock = await acquireLock(file, place.target);
		if (isStoreError(lock)) return lock;
		try {
			return await work({file, names, isOurs: () => turn.isOurs() && lock.isOurs(), afterStep});
		} finally {
			await lock.release();
		}
	} catch (error) {
		return writeFailure(file, error);
	} finally {
		await turn.release();
	}
}

/** From the moment in which the key file says so, the new passphrase counts. */
async function begin(
	locked: Locked,
	before: Seal,
	record: KeyRecord,
	key: SealKey,
	change: Parameters<typeof unfinishedRecord>[2],
): Promise<Resealed | Failed> {
	const unfinished = unfinishedRecord(record, key, change);
	const seal = sealOf(unfinished, key);
	if (seal === undefined) throw new Error('The record of a new key cannot be read');
	const {file, names, isOurs} = locked;
	if (!isKeyCurrent(before, names)) return passphraseChanged(file);
	if (!writeKeyFile(names, unfinished, isOurs)) return lostLockFailure(file);
	locked.afterStep('begun');
	return finish(locked, seal);
}

async function finish({file, names, isOurs, afterStep}: Locked, seal: Seal): Promise<Resealed | Failed> {
	try {
		const lost = unfinishedPassphrase(file, 'another usersheet took over the lock');
		const work = resealFiles({...names, seal}, isOurs);
		let step = work.next();
		for (; step.done !== true; step = work.next()) {
			// The locks are renewed meanwhile.
			await setImmediate();
			if (!isOurs()) return lost;
			afterStep('file');
		}
		if (step.value === 'lost' || !isOurs()) return lost;
		if (step.value === 'no-room') return unfinishedPassphrase(file, 'there is no room left on its disk');
		if (seal.key === undefined) removeKeyFile(names);
		else if (!writeKeyFile(names, recordOf(seal.key), isOurs)) return lost;
		afterStep('finished');
		return {seal: finishedSeal(seal), left: step.value};
	} catch (error) {
		return unfinishedPassphrase(file, reasonOf(error));
	}
}

/** Whatever is damaged stops this before it begins: it could not be written anew. */
function* findUnreadable(file: string, files: StoreFiles): Generator<void, Failed | undefined, void> {
	const loaded = yield* loadStore(file, files, true);
	if (isStoreError(loaded)) return loaded;
	if (loaded.journal !== undefined) closeSync(loaded.journal.handle);
	if (!existsSync(files.history)) return undefined;
	const bytes = readFileSync(files.history);
	const sealer = sealerFor(files.seal, 'history');
	let number = 0;
	for (let at = 0; at < bytes.length; ) {
		const line = readLine(bytes, at, sealer);
		number += 1;
		yield;
		if (line.kind === 'torn') return undefined;
		if (line.kind === 'damaged') {
			return decodeFailure(files.history, 'damaged', `line ${number} ${line.reason}`);
		}
		at = line.end;
	}
	return undefined;
}
