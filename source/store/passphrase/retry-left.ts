import {lostLockFailure} from '../disk/file-lock.ts';
import {runSliced} from '../run-sliced.ts';
import {passphraseChanged} from '../seal/key-failure.ts';
import {isKeyCurrent, writeKeyFile} from '../seal/key-file.ts';
import {finishedSeal, recordOf, withLeft} from '../seal/key-record.ts';
import type {Seal} from '../seal/seal.ts';
import {isStoreError} from '../store-error.ts';
import {resealCopies} from './reseal-files.ts';
import {withLocks} from './with-locks.ts';

/**
 * Tries again what could not be read when the passphrase was set or changed: copies and drafts that are still in the clear,
 * or have a former key. It is no reason not to open the store.
 *
 * @returns how the store is read from then on
 */
export async function retryLeft(directory: string, seal: Seal): Promise<Seal> {
	const {key, left = []} = seal;
	if (key === undefined) return seal;
	const retried = await withLocks(directory, async ({file, names, isOurs}) => {
		if (!isKeyCurrent(seal, names)) return passphraseChanged(file);
		let remaining: readonly string[] | 'lost' = [];
		for (const former of left) {
			remaining = await runSliced(resealCopies({...names, seal: {...seal, former}}, isOurs));
			if (remaining === 'lost') return lostLockFailure(file);
		}
		if (remaining.length > 0) return {seal, left: remaining};
		const isDone = writeKeyFile(names, withLeft(recordOf(key), key, []), isOurs);
		return isDone ? {seal: finishedSeal(seal), left: []} : lostLockFailure(file);
	});
	return isStoreError(retried) ? seal : retried.seal;
}
