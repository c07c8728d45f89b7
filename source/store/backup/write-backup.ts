import {chmodSync, closeSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync} from 'node:fs';
import path from 'node:path';
import {encodeSheet} from '../checkpoint/encode-sheet.ts';
import {syncFolder} from '../disk/sync-folder.ts';
import {writeWhole} from '../journal/journal-file.ts';
import {loadStore} from '../load-store.ts';
import {runWhole} from '../run-sliced.ts';
import {passphraseChanged} from '../seal/key-failure.ts';
import {isKeyCurrent} from '../seal/key-file.ts';
import type {Seal} from '../seal/seal.ts';
import {type Failed, isStoreError, writeFailure} from '../store-error.ts';
import {filesOf} from '../store-files.ts';
import {resolveStoreFile} from '../store-path.ts';
import {formatBackup} from './backup-text.ts';

/** A dated copy of the sheet. */
export type Backup = {readonly file: string};

const backupName = /^users-\d{8}-\d{6}(-\d+)?\.json$/;

/** Writes the sheet as it is on disk into the folder of backups, and removes the oldest ones beyond the number to be kept. */
export async function writeBackup(file: string, seal: Seal, now = new Date()): Promise<Backup | Failed> {
	const place = resolveStoreFile(file);
	if (isStoreError(place)) return place;
	const files = filesOf(place.target, seal);
	const loaded = runWhole(loadStore(file, files, true));
	if (isStoreError(loaded)) return loaded;
	if (loaded.journal !== undefined) closeSync(loaded.journal.handle);
	const {sheet} = loaded;
	try {
		if (mkdirSync(files.backups, {recursive: true, mode: 0o700}) !== undefined)
			chmodSync(files.backups, 0o700);
		for (const name of readdirSync(files.backups)) {
			// What a killed one has left.
			if (name.endsWith('.next')) rmSync(path.join(files.backups, name), {force: true});
		}
		const target = freeName(files.backups, now);
		const next = `${target}.next`;
		try {
			writeWhole(files.checkpoint, next, formatBackup(encodeSheet(sheet), seal));
			// One with a former key, or with none, would stay behind.
			if (!isKeyCurrent(seal, files)) return passphraseChanged(file);
			renameSync(next, target);
		} finally {
			rmSync(next, {force: true});
		}
		prune(files.backups, sheet.settings.backup.keep);
		syncFolder(files.backups);
		return {file: target};
	} catch (error) {
		return writeFailure(files.backups, error);
	}
}

/** The dated copies in a folder, the newest first. */
export function listBackups(folder: string): readonly string[] {
	if (!existsSync(folder)) return [];
	const stem = (name: string): string => name.slice(0, -'.json'.length);
	return readdirSync(folder)
		.filter((name) => backupName.test(name))
		.sort((a, b) => (stem(a) < stem(b) ? 1 : -1))
		.map((name) => path.join(folder, name));
}

function prune(folder: string, keep: number): void {
	for (const old of listBackups(folder).slice(keep)) rmSync(old, {force: true});
}

/** Named by the time in UTC, so that the names sort as they were written. */
function freeName(folder: string, now: Date): string {
	const digits = now.toISOString().replaceAll(/\D/g, '');
	const stem = path.join(folder, `users-${digits.slice(0, 8)}-${digits.slice(8, 14)}`);
	for (let count = 1; ; count += 1) {
		const name = count === 1 ? `${stem}.json` : `${stem}-${count}.json`;
		if (!existsSync(name)) return name;
	}
}
