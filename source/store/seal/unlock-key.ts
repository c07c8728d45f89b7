import type {Failed} from '../store-error.ts';
import {passphraseNeeded, wrongPassphrase} from './key-failure.ts';
import {type KeyRecord, openKey} from './key-record.ts';
import type {SealKey} from './seal.ts';

/**
 * Asks a person or a file for a passphrase.
 *
 * @param file what it is the passphrase of
 * @param attempt from 1; from 2 on the last answer was wrong
 * @returns undefined where there is none, or no other one
 */
export type AskPassphrase = (file: string, attempt: number) => Promise<string | undefined>;

/** A slip of the fingers is forgiven; who does not know it gains nothing by being asked for ever. */
const attempts = 3;

/** The key of a record, once its passphrase is given. */
export async function unlockKey(
	record: KeyRecord,
	file: string,
	ask: AskPassphrase,
): Promise<SealKey | Failed> {
	for (let attempt = 1; attempt <= attempts; attempt += 1) {
		const passphrase = await ask(file, attempt);
		if (passphrase === undefined) return attempt === 1 ? passphraseNeeded(file) : wrongPassphrase(file);
		const key = await openKey(record, passphrase);
		if (key !== undefined) return key;
	}
	return wrongPassphrase(file);
}
