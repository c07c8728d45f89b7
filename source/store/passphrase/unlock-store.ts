import {existsSync} from 'node:fs';
import path from 'node:path';
import {readBackupKey} from '../backup/backup-text.ts';
import {listBackups} from '../backup/write-backup.ts';
import {readStoredForm} from '../disk/stored-form.ts';
import {badKeyFile} from '../seal/key-failure.ts';
import {readKeyFile} from '../seal/key-file.ts';
import {type KeyRecord, sealOf} from '../seal/key-record.ts';
import {plainSeal, type Seal} from '../seal/seal.ts';
import {type AskPassphrase, unlockKey} from '../seal/unlock-key.ts';
import {type Failed, isStoreError, readFailure} from '../store-error.ts';
import {type StoreNames, storeFileName} from '../store-files.ts';
import {resolveStore} from '../store-path.ts';
import {damaged, type Unreadable} from '../unreadable.ts';

/**
 * How the files of the store in a folder are read and written; asks for the passphrase where there is one.
 *
 * @param findRecord where the key is described; {@link findAnyKey} finds one in the backups too
 */
export async function unlockStore(
	directory: string,
	ask: AskPassphrase,
	findRecord: (names: StoreNames) => KeyRecord | Unreadable | undefined = readKeyFile,
): Promise<Seal | Failed> {
	const file = path.resolve(directory, storeFileName);
	const names = resolveStore(file);
	if (isStoreError(names)) return names;
	try {
		const record = findRecord(names);
		if (record === undefined) return plainSeal;
		if ('kind' in record) return badKeyFile(names.key, record);
		const key = await unlockKey(record, file, ask);
		if (isStoreError(key)) return key;
		return (
			sealOf(record, key) ??
			badKeyFile(names.key, damaged('it was changed by something other than usersheet'))
		);
	} catch (error) {
		return readFailure(names.key, error);
	}
}

/**
 * What a store that may be damaged is encrypted with: where its key file cannot be used, the newest backup knows it.
 *
 * @throws system errors
 */
export function findAnyKey(names: StoreNames): KeyRecord | Unreadable | undefined {
	const record = readKeyFile(names);
	const isWanted =
		record === undefined
			? existsSync(names.checkpoint) && readStoredForm(names.checkpoint) === 'conf'
			: 'kind' in record;
	if (!isWanted) return record;
	for (const file of listBackups(names.backups)) {
		const copy = readBackupKey(file);
		if (copy !== undefined && !('kind' in copy)) return copy;
	}
	return record;
}
