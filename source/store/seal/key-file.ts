import {readFileSync, rmSync} from 'node:fs';
import {errorCode} from '../../domain/error-code.ts';
import {replaceWhole} from '../disk/replace-whole.ts';
import {syncFolder} from '../disk/sync-folder.ts';
import type {StoreNames} from '../store-files.ts';
import {damaged, type Unreadable} from '../unreadable.ts';
import {formatLine, readLine} from './checked-line.ts';
import {type KeyRecord, keyRecordSchema, stateOf, versionWithLeft} from './key-record.ts';
import {plainSeal, type Seal, sealerFor} from './seal.ts';

const plain = sealerFor(plainSeal, 'key');

/**
 * The record in a store's key file; undefined where there is none.
 *
 * @throws system errors
 */
export function readKeyFile({key}: StoreNames): KeyRecord | Unreadable | undefined {
	try {
		const bytes = readFileSync(key);
		return bytes.length === 0 ? damaged('it is empty') : readKeyLine(bytes).record;
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return undefined;
		throw error;
	}
}

/** The record in the first line of these bytes, which must not be empty, and the offset behind it. */
export function readKeyLine(bytes: Buffer): {readonly record: KeyRecord | Unreadable; readonly end: number} {
	const line = readLine(bytes, 0, plain);
	if (line.kind !== 'good') {
		const reason = line.kind === 'torn' ? 'it is cut off' : `its first line ${line.reason}`;
		return {record: damaged(reason), end: bytes.length};
	}
	return {record: parseRecord(line.json), end: line.end};
}

/** A record as the line of the key file, and the first line of every backup. */
export function formatKeyLine(json: string): Buffer {
	return formatLine(json, plain);
}

/**
 * Puts a key file in place. Only for the lock holder.
 *
 * @returns whether it is in place: who has lost the lock leaves what is there
 * @throws system errors
 */
export function writeKeyFile(names: StoreNames, record: KeyRecord, isOurs: () => boolean): boolean {
	return replaceWhole(names.checkpoint, names.key, formatKeyLine(JSON.stringify(record)), isOurs);
}

/** Takes the key file away: nothing is encrypted with it any more. */
export function removeKeyFile({key, folder}: StoreNames): void {
	rmSync(key, {force: true});
	syncFolder(folder);
}

/** Whether a seal is still the one that the key file asks for. */
export function isKeyCurrent({state}: Seal, names: StoreNames): boolean {
	try {
		const found = readKeyFile(names);
		return (found === undefined || !('kind' in found)) && stateOf(found) === state;
	} catch {
		return false;
	}
}

function parseRecord(json: string): KeyRecord | Unreadable {
	const stored: unknown = JSON.parse(json);
	const {data} = keyRecordSchema.safeParse(stored);
	if (data !== undefined) return data;
	const version = typeof stored === 'object' && stored !== null ? Reflect.get(stored, 'version') : undefined;
	return typeof version === 'number' && version > versionWithLeft
		? {kind: 'newer', reason: `the version of its key is ${version}`}
		: damaged('it holds something that usersheet does not know');
}
