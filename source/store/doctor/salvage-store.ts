import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import type {Sheet} from '../../domain/sheet.ts';
import {readBackupText} from '../backup/backup-text.ts';
import {decodeSheet} from '../checkpoint/decode-sheet.ts';
import {encodeSheet} from '../checkpoint/encode-sheet.ts';
import {replaceCheckpoint} from '../checkpoint/replace-checkpoint.ts';
import {writeKeyFile} from '../seal/key-file.ts';
import {finishedSeal, recordOf} from '../seal/key-record.ts';
import type {Seal} from '../seal/seal.ts';
import {type Failed, failed, fullFailure, isStoreError, writeFailure} from '../store-error.ts';
import {filesOf} from '../store-files.ts';
import {makeFolder, resolveStoreFile, storeFileName} from '../store-path.ts';
import {type Examination, examineStore} from './examine-store.ts';
import {salvageHistory} from './salvage-history.ts';

/** What was saved, and where it came from. */
export type Salvaged = {
	/** The new store's file. */
	readonly file: string;
	readonly sheet: Sheet;
	/** The checkpoint with its journal, or the newest backup that can be read. */
	readonly source: string;
	readonly examination: Examination;
};

/** Writes what can be read of a store into a new folder, under the same passphrase. The damaged one is left as it is. */
export function salvageStore(directory: string, seal: Seal, target: string): Salvaged | Failed {
	const file = path.resolve(target, storeFileName);
	const folder = path.dirname(file);
	const occupied = isOccupied(folder);
	if (isStoreError(occupied)) return occupied;
	if (occupied.isOccupied) {
		return failed(
			'not-writable',
			file,
			`${folder} is not empty. Name a folder that does not exist yet. Nothing was written.`,
		);
	}
	const examination = examineStore(directory, seal);
	if (isStoreError(examination)) return examination;
	const place = resolveStoreFile(examination.file);
	if (isStoreError(place)) return place;
	const found = findSheet(examination, seal);
	if (found === undefined) {
		return failed(
			'damaged',
			examination.file,
			`Nothing can be saved of ${examination.file}: neither it nor a backup can be read. Nothing was written.`,
		);
	}
	const refused = makeFolder(file, file);
	if (refused !== undefined) return refused;
	try {
		const files = filesOf(file, finishedSeal(seal));
		if (seal.key !== undefined) writeKeyFile(files, recordOf(seal.key), () => true);
		if (replaceCheckpoint(files, encodeSheet(found.sheet), () => true) !== 'done') return fullFailure(file);
		salvageHistory(filesOf(place.target, seal), files, found.sheet);
		return {file, ...found, examination};
	} catch (error) {
		return writeFailure(file, error);
	}
}

function isOccupied(folder: string): {readonly isOccupied: boolean} | Failed {
	try {
		return {isOccupied: existsSync(folder) && readdirSync(folder).length > 0};
	} catch (error) {
		return writeFailure(folder, error);
	}
}

function findSheet(
	{file, files, sheet}: Examination,
	seal: Seal,
): Pick<Salvaged, 'sheet' | 'source'> | undefined {
	if (sheet !== undefined) return {sheet, source: file};
	for (const {file: copy, role} of files) {
		if (role !== 'backup') continue;
		const read = readBackupText(copy, seal);
		const decoded = 'text' in read ? decodeSheet(read.text) : read;
		if ('sheet' in decoded) return {sheet: decoded.sheet, source: copy};
	}
	return undefined;
}
