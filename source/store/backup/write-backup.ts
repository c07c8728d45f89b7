import {randomUUID} from 'node:crypto';
import {closeSync, existsSync, linkSync, readdirSync, renameSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';
import {errorCode} from '../../domain/error-code.ts';
import {finishWork} from '../../domain/work.ts';
import {encodeSheet} from '../checkpoint/encode-sheet.ts';
import {makePrivateFolder, writeWhole} from '../disk/create-private.ts';
import {syncFolder} from '../disk/sync-folder.ts';
import {loadStore} from '../load-store.ts';
import {passphraseChanged} from '../seal/key-failure.ts';
import {isKeyCurrent} from '../seal/key-file.ts';
import type {Seal} from '../seal/seal.ts';
import {type Failed, isStoreError, writeFailure} from '../store-error.ts';
import {resolveStore} from '../store-path.ts';
import {formatBackup} from './backup-text.ts';

/** A dated copy of the sheet. */
export type Backup = {readonly file: string};

/** Milliseconds that writing a copy can take. */
const longest = 10 * 60 * 1000;

const day = 24 * 60 * 60 * 1000;

const backupName = /^users-\d{8}-\d{6}(-\d+)?\.json$/;

/** Writes the sheet as it is on disk into the folder of backups, and removes the oldest ones beyond the number to be kept. */
export async function writeBackup(file: string, seal: Seal, now = new Date()): Promise<Backup | Failed> {
	const names = resolveStore(file);
	if (isStoreError(names)) return names;
	const files = {...names, seal};
	const loaded = finishWork(loadStore(file, files, true));
	if (isStoreError(loaded)) return loaded;
	if (loaded.journal !== undefined) closeSync(loaded.journal.handle);
	const {sheet} = loaded;
	try {
		makePrivateFolder(files.checkpoint, files.backups);
		const stem = path.join(files.backups, `users-${timeOf(now)}`);
		// A name of its own: another process may be writing one at this moment.
		const next = `${stem}-${randomUUID()}.next`;
		let target: string;
		try {
			writeWhole(files.checkpoint, next, formatBackup(encodeSheet(sheet), seal));
			removeLeftovers(files.backups, next);
			// One with a former key, or with none, would stay behind.
			if (!isKeyCurrent(seal, files)) return passphraseChanged(file);
			target = placeUnder(stem, next);
		} finally {
			rmSync(next, {force: true});
		}
		pruneBackups(target, sheet.settings.backup.keep, now);
		syncFolder(files.backups);
		return {file: target};
	} catch (error) {
		return writeFailure(files.backups, error);
	}
}

/**
 * The dated copies in a folder, the newest first. What is dated in the future was written by a clock that was wrong: it
 * is last, or it would push out every copy that comes.
 */
export function listBackups(folder: string, now = new Date()): readonly string[] {
	if (!existsSync(folder)) return [];
	const stem = (name: string): string => name.slice(0, -'.json'.length);
	const latest = `users-${timeOf(new Date(now.getTime() + day))}`;
	const names = readdirSync(folder)
		.filter((name) => backupName.test(name))
		.sort((a, b) => (stem(a) < stem(b) ? 1 : -1));
	const ordered = [
		...names.filter((name) => stem(name) <= latest),
		...names.filter((name) => stem(name) > latest),
	];
	return ordered.map((name) => path.join(folder, name));
}

/** The oldest ones go, whatever the date of the newest: that is `target`. */
function pruneBackups(target: string, keep: number, now: Date): void {
	const others = listBackups(path.dirname(target), now).filter((file) => file !== target);
	for (const old of others.slice(keep - 1)) rmSync(old, {force: true});
}

/** What killed ones have left, long after a living one would be done, by the clock of the disk: that of one just written. */
function removeLeftovers(folder: string, written: string): void {
	const now = statSync(written).mtimeMs;
	for (const name of readdirSync(folder)) {
		const file = path.join(folder, name);
		if (!name.endsWith('.next')) continue;
		const {mtimeMs = now} = statSync(file, {throwIfNoEntry: false}) ?? {};
		if (now - mtimeMs > longest) rmSync(file, {force: true});
	}
}

/** Gives a copy the first name that is free. */
function placeUnder(stem: string, next: string): string {
	for (let count = 1; ; count += 1) {
		const name = count === 1 ? `${stem}.json` : `${stem}-${count}.json`;
		if (existsSync(name)) continue;
		try {
			// Unlike a renaming, this replaces no other file.
			linkSync(next, name);
			return name;
		} catch (error) {
			if (errorCode(error) === 'EEXIST') continue;
			// Not every file system has links.
			renameSync(next, name);
			return name;
		}
	}
}

/** In UTC, so that the names sort as they were written. */
function timeOf(now: Date): string {
	const digits = now.toISOString().replaceAll(/\D/g, '');
	return `${digits.slice(0, 8)}-${digits.slice(8, 14)}`;
}
