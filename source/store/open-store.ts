import path from 'node:path';
import type {Sheet} from '../domain/sheet.ts';
import {defaultDirectory} from './default-directory.ts';
import {finishPassphrase} from './passphrase/change-passphrase.ts';
import {retryLeft} from './passphrase/retry-left.ts';
import {passphraseChanged, passphraseNeeded} from './seal/key-failure.ts';
import {isKeyCurrent} from './seal/key-file.ts';
import {plainSeal, type Seal} from './seal/seal.ts';
import {createStore, type Store} from './store.ts';
import {type Failed, isStoreError} from './store-error.ts';
import {storeFileName} from './store-files.ts';
import {checkWritable, resolveStore} from './store-path.ts';

/**
 * Opens the store in a folder, by default conf's standard one for the user, and reads it.
 *
 * One that does not exist is an empty sheet, and is only made by the first commit. One that could not be written is
 * refused here, before anybody types, unless it is opened read-only; then nothing at all is written, not even a lock.
 */
export async function openStore(options: {
	readonly directory?: string;
	readonly readOnly: boolean;
	/** How its files are read and written, as {@link unlockStore} says; by default as plain text. */
	readonly seal?: Seal;
}): Promise<{readonly store: Store; readonly sheet: Sheet} | Failed> {
	const {directory = defaultDirectory(), readOnly, seal = plainSeal} = options;
	const file = path.resolve(directory, storeFileName);
	const names = resolveStore(file);
	if (isStoreError(names)) return names;
	if (!isKeyCurrent(seal, names))
		return seal === plainSeal ? passphraseNeeded(file) : passphraseChanged(file);
	const settled = readOnly ? seal : await settlePassphrase(directory, seal);
	if (isStoreError(settled)) return settled;
	const store = createStore(file, readOnly, settled);
	const sheet = store.read();
	if (isStoreError(sheet)) return sheet;
	const refused = readOnly ? undefined : checkWritable(file, names);
	if (refused !== undefined) return refused;
	// What a crash has left of messages comes into the sheet.
	const failure = readOnly ? undefined : await store.mailing.settle();
	if (failure !== undefined) return failure;
	const settledSheet = store.read();
	return isStoreError(settledSheet) ? settledSheet : {store, sheet: settledSheet};
}

/** Opening a store to write finishes a change of its passphrase that a crash has stopped, or that has left something out. */
async function settlePassphrase(directory: string, seal: Seal): Promise<Seal | Failed> {
	if (seal.former === undefined) return seal.left === undefined ? seal : retryLeft(directory, seal);
	const finished = await finishPassphrase(directory, seal);
	return isStoreError(finished) ? finished : finished.seal;
}
