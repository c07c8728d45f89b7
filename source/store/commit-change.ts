import {setImmediate} from 'node:timers/promises';
import {applyChange} from '../domain/apply-change.ts';
import {type Change, emptyChange, isBulk} from '../domain/change.ts';
import type {Conflict} from '../domain/conflict.ts';
import type {Entry, Origination} from '../domain/entry.ts';
import {fitChange} from '../domain/fit-change.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {Begun} from './begin-journal.ts';
import {findChangeFault} from './checkpoint/find-sheet-fault.ts';
import {type FileLock, lostLockFailure} from './disk/file-lock.ts';
import {encodeEntry} from './journal/encode-entry.ts';
import {appendToJournal} from './journal/journal-file.ts';
import {lastBytes} from './journal/read-journal.ts';
import {runSliced} from './run-sliced.ts';
import {type Seal, type Sealer, sealerFor} from './seal/seal.ts';
import {type Failed, writeFailure} from './store-error.ts';

/** How a change is to be committed. */
export type CommitOptions = {
	/**
	 * Whose value is kept where both changed the same field; each is reported. With `neither` nothing is
	 * written when there is such a field, so that the person can choose.
	 */
	readonly prefer?: 'mine' | 'theirs' | 'neither';
	/** Where the change came from, for the history. */
	readonly origination?: Origination;
};

/** What a commit has made of the sheet. */
export type Commit = {
	/** The sheet with the change, and with what others have changed meanwhile. */
	readonly sheet: Sheet;
	/** As it was committed: new users bear the IDs that they were given. Empty when nothing was written. */
	readonly change: Change;
	readonly conflicts: readonly Conflict[];
	/** What was written; absent when there was nothing to write, or `neither` kept it from being written. */
	readonly entry?: Entry;
	/** What others have committed and this process was not told before. */
	readonly others: readonly Entry[];
};

/** The change for the sheet as it is now. */
export function fitCommit(
	change: Change,
	base: Sheet,
	sheet: Sheet,
	{prefer = 'mine'}: CommitOptions,
): Omit<Commit, 'others'> {
	const fitted = fitChange(change, base.nextId, sheet, prefer === 'neither' ? 'mine' : prefer);
	if (prefer === 'neither' && fitted.conflicts.length > 0) {
		return {sheet, change: emptyChange(change.label), conflicts: fitted.conflicts};
	}
	return {sheet, ...fitted};
}

/**
 * Appends a change that fits to the journal; when it answers, the change is on the disk.
 *
 * @param lock which is held
 * @param loaded the store as it is now, with a journal
 */
export async function writeCommit(
	{file, seal, lock, loaded}: {file: string; seal: Seal; lock: FileLock; loaded: Begun},
	change: Change,
	stamp: Pick<Entry, 'at' | 'author' | 'origination'>,
): Promise<{readonly loaded: Begun; readonly entry: Entry} | Failed> {
	const {journal} = loaded;
	const {handle, place, count, id} = journal;
	// Keys may come between the steps of a large one.
	const isLarge = isBulk(change);
	if (isLarge) await setImmediate();
	const sheet = applyChange(loaded.sheet, change);
	if (isLarge) await setImmediate();
	const fault = findChangeFault(sheet, change);
	if (fault !== undefined) throw new Error(`“${change.label}” would damage the sheet: ${fault}`);
	const entry: Entry = {revision: sheet.revision, ...stamp, change};
	const lines = await runSliced(encodeLines(entry, sealerFor(seal, 'journal')));
	try {
		const appended = await appendToJournal(handle, place.offset, lines, lock.isOurs);
		if (appended === 'lost') return lostLockFailure(file);
	} catch (error) {
		return writeFailure(file, error);
	}
	const end = {
		offset: lines.reduce((offset, line) => offset + line.length, place.offset),
		line: place.line + lines.length,
	};
	const mark = lastBytes(lines.at(-1) ?? journal.mark);
	const next = {handle, place: end, count: count + 1, mark, id};
	return {loaded: {...loaded, sheet, journal: next, torn: false}, entry};
}

function* encodeLines(entry: Entry, sealer: Sealer): Generator<void, readonly Buffer[], void> {
	const lines: Buffer[] = [];
	for (const line of encodeEntry(entry, sealer)) {
		lines.push(line);
		yield;
	}
	return lines;
}
