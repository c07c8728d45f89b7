import {applyChange, type Change, type Conflict, isEmptyChange} from '../domain/change.ts';
import type {Entry, Origination} from '../domain/entry.ts';
import {emptySheet, type Sheet} from '../domain/sheet.ts';
import {readConfFile} from './conf-file.ts';
import {decodeSheet} from './decode-sheet.ts';
import {encodeSheet} from './encode-sheet.ts';
import {acquireLock, type FileLock, lostLockFailure} from './file-lock.ts';
import {findSheetFault} from './find-sheet-fault.ts';
import {fitToCurrent} from './fit-to-current.ts';
import {notedEntries, noteEntry} from './noted-entries.ts';
import {removeLeftovers, replaceFile} from './replace-file.ts';
import {
	decodeFailure,
	type Failed,
	fullFailure,
	goneFailure,
	isStoreError,
	readFailure,
	readOnlyFailure,
	writeFailure,
} from './store-error.ts';
import {makeFolder, resolveStoreFile} from './store-path.ts';

/** The sheet on disk. */
export type Store = {
	/** Full path of the file that holds the sheet. */
	readonly file: string;
	readonly readOnly: boolean;
	/** The sheet as it is on disk now, whoever wrote it. Needs no lock: the file is replaced whole. */
	read(): Sheet | Failed;
	/**
	 * Writes a change whole or not at all. Where others have written since `base`, it goes on top of theirs.
	 * Commits of one store run one after the other, in the order of the calls.
	 *
	 * @param base the sheet that the change was made for
	 * @param prefer whose value stands where both changed the same field; both ways it is reported
	 */
	commit(
		change: Change,
		base: Sheet,
		prefer?: 'mine' | 'theirs',
		origination?: Origination,
	): Promise<Commit | Failed>;
	/** What was committed, newest first. */
	history(): Promise<readonly Entry[] | Failed>;
};

/** What a commit has made of the sheet. */
export type Commit = {
	/** The sheet with the change, and with what others have changed meanwhile. */
	readonly sheet: Sheet;
	/** As it was committed: new users bear the IDs that they were given. */
	readonly change: Change;
	readonly conflicts: readonly Conflict[];
};

/** The text last read or written here, and what it says: the same text is not parsed again. */
type Known = {readonly text: string; readonly sheet: Sheet};

/** The store in a file; nothing is read, locked or written before a call asks for it. */
export function createStore(file: string, readOnly: boolean): Store {
	let known: Known | undefined;
	let isTidy = false;
	let lastCommit: Promise<unknown> = Promise.resolve();

	function read(): Sheet | Failed {
		const place = resolveStoreFile(file);
		if (isStoreError(place)) return place;
		try {
			const text = place.exists ? readConfFile(place.target) : undefined;
			if (text === undefined) return known === undefined ? emptySheet : goneFailure(file);
			if (text === known?.text) return known.sheet;
			const decoded = decodeSheet(text);
			if ('kind' in decoded) return decodeFailure(file, decoded.kind, decoded.reason);
			known = {text, sheet: decoded.sheet};
			return decoded.sheet;
		} catch (error) {
			return readFailure(file, error);
		}
	}

	async function commit(change: Change, base: Sheet, prefer: 'mine' | 'theirs'): Promise<Commit | Failed> {
		if (readOnly) return readOnlyFailure(file);
		if (isEmptyChange(change)) return rebase(change, base, prefer);
		const place = resolveStoreFile(file);
		if (isStoreError(place)) return place;
		if (!place.exists && known !== undefined) return goneFailure(file);
		const refused = makeFolder(file, place.target);
		if (refused !== undefined) return refused;
		const lock = await acquireLock(file, place.target);
		if (isStoreError(lock)) return lock;
		try {
			return write(place.target, lock, change, base, prefer);
		} finally {
			await lock.release();
		}
	}

	function write(
		target: string,
		lock: FileLock,
		change: Change,
		base: Sheet,
		prefer: 'mine' | 'theirs',
	): Commit | Failed {
		const rebased = rebase(change, base, prefer);
		if (isStoreError(rebased) || isEmptyChange(rebased.change)) return rebased;
		const sheet = applyChange(rebased.sheet, rebased.change);
		const fault = findSheetFault(sheet);
		if (fault !== undefined) throw new Error(`“${change.label}” would damage the sheet: ${fault}`);
		const text = encodeSheet(sheet);
		try {
			if (!isTidy) removeLeftovers(target);
			isTidy = true;
			const replaced = replaceFile(target, text, lock.isOurs);
			if (replaced === 'no-room') return fullFailure(file);
			if (replaced === 'not-ours') return lostLockFailure(file);
		} catch (error) {
			return writeFailure(file, error);
		}
		known = {text, sheet};
		return {...rebased, sheet};
	}

	/** The sheet as it is now, and the change made to fit it. */
	function rebase(change: Change, base: Sheet, prefer: 'mine' | 'theirs'): Commit | Failed {
		const sheet = read();
		if (isStoreError(sheet)) return sheet;
		return {sheet, ...fitToCurrent(change, base, sheet, prefer)};
	}

	return {
		file,
		readOnly,
		read,
		history: async () => notedEntries(file),
		commit(change, base, prefer = 'mine', origination) {
			const result = lastCommit
				.then(() => commit(change, base, prefer))
				.then((made) => noteEntry(file, made, origination));
			lastCommit = result.catch(() => {});
			return result;
		},
	};
}
