import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {formatBackup, readBackupText} from '../backup/backup-text.ts';
import {listBackups} from '../backup/write-backup.ts';
import {readCheckpoint} from '../checkpoint/read-checkpoint.ts';
import {prepareCheckpoint, removeWithTemporaries} from '../checkpoint/replace-checkpoint.ts';
import {putInPlace, replaceWhole} from '../disk/replace-whole.ts';
import {listDrafts, readDraft} from '../draft-file.ts';
import {checkedLines, formatLine} from '../seal/checked-line.ts';
import {readKeyId, type Sealer, sealerFor} from '../seal/seal.ts';
import type {StoreFiles} from '../seal/sealed-files.ts';
import {ifAllowed} from '../store-error.ts';

/** Lines after which the locks may have to be renewed. */
const linesPerStep = 200;

/**
 * Writes every file of a store again, with the key of its seal or without one, each whole or not at all. It can be done
 * again after a crash: what has the new key already is only written once more. Yields between the files. Only for the one
 * who has all locks, and for files of which all lines are whole.
 *
 * @param isOurs whether the locks are still held: without them nothing more is written
 * @returns the backups and drafts that stay as they are because nothing can read them; `no-room` on a full disk; `lost`
 * @throws system errors
 */
export function* resealFiles(
	files: StoreFiles,
	isOurs: () => boolean,
): Generator<void, readonly string[] | 'no-room' | 'lost', void> {
	if (!isOurs()) return 'lost';
	removeWhatIsOnItsWay(files);
	const left = yield* resealCopies(files, isOurs);
	if (left === 'lost') return left;
	for (const part of ['history', 'mailing', 'journal'] as const) {
		yield;
		const file = files[part];
		if (!existsSync(file)) continue;
		const bytes = yield* resealLines(readFileSync(file), sealerFor(files.seal, part));
		if (!replaceWith(files.checkpoint, file, bytes, isOurs)) return 'lost';
	}
	yield;
	const checkpoint = readCheckpoint(files.checkpoint, files.seal);
	if (checkpoint === undefined || !('text' in checkpoint)) return left;
	if (prepareCheckpoint(files, checkpoint.text) === 'no-room') return 'no-room';
	return putInPlace(files.next, files.checkpoint, isOurs) ? left : 'lost';
}

/**
 * The same for dated copies and drafts alone, but for those that have the key already. Only for the holder of all locks.
 *
 * @returns those that stay as they are because nothing can read them; `lost`
 * @throws system errors
 */
export function* resealCopies(
	files: StoreFiles,
	isOurs: () => boolean,
): Generator<void, readonly string[] | 'lost', void> {
	const left: string[] = [];
	const id = files.seal.key?.id;
	const others = (file: string): boolean => id === undefined || ifAllowed(() => readKeyId(file)) !== id;
	for (const file of listBackups(files.backups).filter(others)) {
		yield;
		const read = ifAllowed(() => readBackupText(file, files.seal));
		if (read === undefined || !('text' in read)) left.push(file);
		else if (!replaceWith(files.checkpoint, file, formatBackup(read.text, files.seal), isOurs)) return 'lost';
	}
	for (const file of listDrafts(files.folder).filter(others)) {
		yield;
		const {open, seal} = sealerFor(files.seal, 'draft');
		const held = readDraft(file);
		const text = held === undefined ? undefined : open(held);
		if (typeof text !== 'string') left.push(file);
		else if (!replaceWith(files.checkpoint, file, Buffer.from(seal(text)), isOurs)) return 'lost';
	}
	return left;
}

/** What killed processes have left would stay as it was written. */
function removeWhatIsOnItsWay({
	next,
	journalNext,
	historyNext,
	keyNext,
	mailingNext,
	folder,
	backups,
}: StoreFiles): void {
	removeWithTemporaries(next, journalNext, historyNext, keyNext, mailingNext);
	for (const place of [folder, backups]) {
		if (!existsSync(place)) continue;
		const names = readdirSync(place).filter((name) => /^(draft|users)-.*\.next$/.test(name));
		for (const name of names) rmSync(path.join(place, name), {force: true});
	}
}

/** What a crash has cut off at the end is left out: it was never reported as saved. */
function* resealLines(bytes: Buffer, sealer: Sealer): Generator<void, Buffer, void> {
	const lines: Buffer[] = [];
	for (const line of checkedLines(bytes, sealer)) {
		if (line.kind === 'damaged') throw new Error(`A line that was whole ${line.reason}`);
		lines.push(formatLine(line.json, sealer));
		if (line.number % linesPerStep === 0) yield;
	}
	return Buffer.concat(lines);
}

function replaceWith(store: string, file: string, bytes: Buffer, isOurs: () => boolean): boolean {
	try {
		return replaceWhole(store, file, bytes, isOurs);
	} finally {
		rmSync(`${file}.next`, {force: true});
	}
}
