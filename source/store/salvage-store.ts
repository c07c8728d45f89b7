import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import type {Sheet} from '../domain/sheet.ts';
import {encodeSheet} from './encode-sheet.ts';
import {type Examination, examineStore} from './examine-store.ts';
import {readBackup} from './read-backup.ts';
import {replaceFile} from './replace-file.ts';
import {salvageHistory} from './salvage-history.ts';
import {type Failed, failed, fullFailure, isStoreError, writeFailure} from './store-error.ts';
import {filesOf} from './store-files.ts';
import {makeFolder, resolveStoreFile, storeFileName} from './store-path.ts';

/** What was saved, and where it came from. */
export type Salvaged = {
	/** The new store's file. */
	readonly file: string;
	readonly sheet: Sheet;
	/** The checkpoint with its journal, or the newest backup that can be read. */
	readonly source: string;
	readonly examination: Examination;
};

/** Writes what can be read of a store into a new folder. The damaged one is left as it is. */
export function salvageStore(directory: string, target: string): Salvaged | Failed {
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
	const examination = examineStore(directory);
	if (isStoreError(examination)) return examination;
	const place = resolveStoreFile(examination.file);
	if (isStoreError(place)) return place;
	const found = findSheet(examination);
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
		if (replaceFile(file, encodeSheet(found.sheet), () => true) !== 'done') return fullFailure(file);
		salvageHistory(filesOf(place.target), filesOf(file), found.sheet);
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

function findSheet({file, files, sheet}: Examination): Pick<Salvaged, 'sheet' | 'source'> | undefined {
	if (sheet !== undefined) return {sheet, source: file};
	for (const {file: copy, role} of files) {
		const backup = role === 'backup' ? readBackup(copy) : undefined;
		if (backup !== undefined && !isStoreError(backup)) return {sheet: backup.sheet, source: copy};
	}
	return undefined;
}
