import {closeSync, existsSync, readFileSync} from 'node:fs';
import {setImmediate} from 'node:timers/promises';
import {lostLockFailure} from '../disk/file-lock.ts';
import {loadStore} from '../load-store.ts';
import {runSliced} from '../run-sliced.ts';
import {checkedLines} from '../seal/checked-line.ts';
import {passphraseChanged, unfinishedPassphrase} from '../seal/key-failure.ts';
import {isKeyCurrent, removeKeyFile, writeKeyFile} from '../seal/key-file.ts';
import {
	finishedSeal,
	type KeyRecord,
	makeKey,
	recordOf,
	sealOf,
	unfinishedRecord,
	usualCost,
	withLeft,
} from '../seal/key-record.ts';
import {type FormerKey, type Seal, type SealKey, sealerFor} from '../seal/seal.ts';
import type {StoreFiles} from '../seal/sealed-files.ts';
import {decodeFailure, type Failed, isStoreError, reasonOf} from '../store-error.ts';
import {damaged} from '../unreadable.ts';
import {resealFiles} from './reseal-files.ts';
import {type Locked, type Resealed, type ResealStep, withLocks} from './with-locks.ts';

/**
 * Sets the passphrase of a store, changes it, or removes it; everything is written again.
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
	afterStep?: (step: ResealStep) => void,
): Promise<Resealed | Failed> {
	const change = async (locked: Locked): Promise<Resealed | Failed> => {
		const {file, names} = locked;
		if (!isKeyCurrent(seal, names)) return passphraseChanged(file);
		const refused = await runSliced(findUnreadable(file, {...names, seal}));
		if (refused !== undefined) return refused;
		const settled = seal.former === undefined ? {seal, left: []} : await resealAll(locked, seal);
		if (isStoreError(settled)) return settled;
		const former = settled.seal.key;
		if (passphrase === undefined) {
			return former === undefined
				? settled
				: beginPassphrase(locked, settled.seal, recordOf(former), former, 'removed');
		}
		const {record, key} = await makeKey(passphrase, cost);
		return beginPassphrase(locked, settled.seal, record, key, former === undefined ? 'set' : {former});
	};
	return withLocks(directory, change, afterStep);
}

/** What copies and drafts may be written with that are not written with the key. */
function formerKeys({left = [], former}: Seal): readonly FormerKey[] {
	return former === undefined || left.some((one) => isSameKey(one, former)) ? left : [...left, former];
}

function isSameKey(one: FormerKey, other: FormerKey): boolean {
	return one === 'plain' || other === 'plain' ? one === other : one.id === other.id;
}

/** Goes on with what a crash has stopped: files that are still written with the former key, or with none. */
export async function finishPassphrase(directory: string, seal: Seal): Promise<Resealed | Failed> {
	return withLocks(directory, async (locked) => {
		const {file, names} = locked;
		if (isKeyCurrent(seal, names)) {
			return (await runSliced(findUnreadable(file, {...names, seal}))) ?? resealAll(locked, seal);
		}
		// Another process may have been quicker.
		const finished = finishedSeal(seal);
		return isKeyCurrent(finished, names) ? {seal: finished, left: []} : passphraseChanged(file);
	});
}

/** From the moment in which the key file says so, the new passphrase counts. */
async function beginPassphrase(
	locked: Locked,
	before: Seal,
	record: KeyRecord,
	key: SealKey,
	change: Parameters<typeof unfinishedRecord>[2],
): Promise<Resealed | Failed> {
	const unfinished = withLeft(unfinishedRecord(record, key, change), key, before.left ?? []);
	const seal = sealOf(unfinished, key);
	if (seal === undefined) throw new Error('The record of a new key cannot be read');
	const {file, names, isOurs} = locked;
	if (!isKeyCurrent(before, names)) return passphraseChanged(file);
	if (!writeKeyFile(names, unfinished, isOurs)) return lostLockFailure(file);
	locked.afterStep('begun');
	return resealAll(locked, seal);
}

async function resealAll({file, names, isOurs, afterStep}: Locked, seal: Seal): Promise<Resealed | Failed> {
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
		const {key} = seal;
		const left = step.value.length === 0 ? [] : formerKeys(seal);
		if (key === undefined) removeKeyFile(names);
		else if (!writeKeyFile(names, withLeft(recordOf(key), key, left), isOurs)) return lost;
		afterStep('finished');
		const finished = finishedSeal(seal);
		return {seal: key === undefined || left.length === 0 ? finished : {...finished, left}, left: step.value};
	} catch (error) {
		return unfinishedPassphrase(file, reasonOf(error));
	}
}

/** Damage stops this before it begins: what is damaged cannot be written again. */
function* findUnreadable(file: string, files: StoreFiles): Generator<void, Failed | undefined, void> {
	const loaded = yield* loadStore(file, files, true);
	if (isStoreError(loaded)) return loaded;
	if (loaded.journal !== undefined) closeSync(loaded.journal.handle);
	if (!existsSync(files.history)) return undefined;
	for (const line of checkedLines(readFileSync(files.history), sealerFor(files.seal, 'history'))) {
		yield;
		if (line.kind === 'damaged')
			return decodeFailure(files.history, damaged(`line ${line.number} ${line.reason}`));
	}
	return undefined;
}
