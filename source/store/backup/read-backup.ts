import {statSync} from 'node:fs';
import type {Sheet} from '../../domain/sheet.ts';
import {decodeSheet} from '../checkpoint/decode-sheet.ts';
import {type KeyRecord, sealOf} from '../seal/key-record.ts';
import {plainSeal, type Seal} from '../seal/seal.ts';
import {type AskPassphrase, unlockKey} from '../seal/unlock-key.ts';
import {decodeFailure, type Failed, failed, isStoreError, readFailure} from '../store-error.ts';
import type {Unreadable} from '../unreadable.ts';
import {readBackupKey, readBackupText} from './backup-text.ts';

/** Bytes: 100,000 users take 40 MB. */
const largestBackup = 1024 ** 3;

/**
 * Reads a dated copy, or any checkpoint, with the same checks as a store.
 *
 * @param seal that of the store; what is encrypted with another key is asked about
 */
export async function readBackup(
	file: string,
	seal: Seal,
	ask: AskPassphrase,
): Promise<{readonly sheet: Sheet} | Failed> {
	try {
		const stats = statSync(file);
		if (!stats.isFile()) {
			return failed('unreadable', file, `${file} cannot be read: it is no ordinary file.`);
		}
		if (stats.size > largestBackup) {
			const message = `${file} cannot be read: it is larger than 1 GiB, and no dated copy is.`;
			return failed('unreadable', file, message);
		}
		const record = readBackupKey(file);
		const own = record === undefined ? seal : await unlockBackup(file, record, seal, ask);
		if (isStoreError(own)) return own;
		const read = readBackupText(file, own);
		const decoded = 'text' in read ? decodeSheet(read.text) : read;
		return 'kind' in decoded ? refuseBackup(file, decoded) : {sheet: decoded.sheet};
	} catch (error) {
		return readFailure(file, error);
	}
}

async function unlockBackup(
	file: string,
	record: KeyRecord | Unreadable,
	seal: Seal,
	ask: AskPassphrase,
): Promise<Seal | Failed> {
	if ('kind' in record) return refuseBackup(file, record);
	if (record.id === seal.key?.id) return seal;
	const key = await unlockKey(record, file, ask);
	return isStoreError(key) ? key : (sealOf(record, key) ?? plainSeal);
}

function refuseBackup(file: string, unreadable: Unreadable): Failed {
	return decodeFailure(file, unreadable, 'Choose another backup.', 'Nothing was changed.');
}
