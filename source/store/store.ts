import {type Change, countUsers, isEmptyChange} from '../domain/change.ts';
import {type Author, defaultOrigination, type Entry, type EntrySummary} from '../domain/entry.ts';
import type {Sheet} from '../domain/sheet.ts';
import {currentAuthor} from './author/current-author.ts';
import {beginJournal} from './begin-journal.ts';
import {removeLeftovers} from './checkpoint/replace-checkpoint.ts';
import {type Commit, type CommitOptions, fitCommit, writeCommit} from './commit-change.ts';
import {acquireLock, type FileLock} from './disk/file-lock.ts';
import {createDraftFile, type DraftFile} from './draft-file.ts';
import {describeClock} from './journal/describe-clock.ts';
import {
	type HistoryWanted,
	readEntries,
	readEntry,
	readLastChanges,
	readSummaries,
} from './journal/read-history.ts';
import {createMailing, type Mailing} from './mailing/mailing.ts';
import {describePassedOver} from './passed-over.ts';
import {createReplica} from './replica.ts';
import {passphraseChanged} from './seal/key-failure.ts';
import {isKeyCurrent} from './seal/key-file.ts';
import type {Seal} from './seal/seal.ts';
import type {StoreFiles} from './seal/sealed-files.ts';
import {
	type Failed,
	goneFailure,
	isStoreError,
	readOnlyFailure,
	type StoreError,
	writeFailure,
} from './store-error.ts';
import {makeFolder, resolveStore} from './store-path.ts';
import {runBackup, runCheckpoint} from './store-task.ts';
import {watchFolder} from './watch-folder.ts';

/**
 * What others have done to the sheet: as it is now, and the entries that led to it, none where they are no longer known; or why
 * that cannot be seen any more.
 */
export type News = {readonly sheet: Sheet; readonly entries: readonly Entry[]} | Failed;

/** The sheet on disk. */
export type Store = {
	/** Full path of the file that holds the sheet. */
	readonly file: string;
	readonly readOnly: boolean;
	/** The sheet as it is on disk now. Needs no lock. */
	read(): Sheet | Failed;
	/**
	 * Writes a change whole or not at all; when it answers, the change is on the disk. Where others have written since
	 * `base`, it goes on top of theirs. Commits of one store run one after the other, in the order of the calls.
	 *
	 * @param base the sheet that the change was made for
	 */
	commit(change: Change, base: Sheet, options?: CommitOptions): Promise<Commit | Failed>;
	/**
	 * Tells of what others commit, within half a second, and of each entry once: either here or in `others` of a commit.
	 * An error is told once, and the watching goes on.
	 *
	 * @returns how to stop it
	 */
	watch(onNews: (news: News) => void): () => void;
	/** Who did what, the newest first, counted. */
	history(wanted?: HistoryWanted): Promise<readonly EntrySummary[] | Failed>;
	/** The same with all that was changed. Of users updated an entry holds no more than the name and what was changed. */
	entries(wanted?: HistoryWanted): Promise<readonly Entry[] | Failed>;
	/** When each user was created or changed last, as far as the history goes back: ISO 8601 by ID. */
	lastChanges(): Promise<ReadonlyMap<number, string> | Failed>;
	/** All that was changed in one entry of the history. */
	entry(summary: EntrySummary): Promise<Entry | Failed>;
	/** Writes a new version of conf's file, and moves what it holds from the journal to the history. Other calls need not wait. */
	checkpoint(): Promise<'done' | 'nothing' | 'busy' | Failed>;
	/** Writes a dated copy of the sheet and says where. */
	backup(): Promise<{readonly file: string} | Failed>;
	/** What is known of messages that are being sent. */
	readonly mailing: Mailing;
	/** What the person at this process had half-typed when the terminal went away. */
	readonly draft: DraftFile;
	/** What the last reading has passed over, in whole sentences. */
	notice(): string | undefined;
	/** Waits for what is being written, tidies up where that pays, and lets go of the files. */
	close(): Promise<void>;
};

/** Entries and bytes of a journal from which on a checkpoint pays: opening stays fast. */
const longJournal = {entries: 1000, bytes: 4 * 1024 * 1024};
/** The same for the end of a session, which may take longer. */
const closingJournal = {entries: 100, bytes: 256 * 1024};

/** The store in a file; nothing is read, locked or written before a call asks for it. */
export function createStore(file: string, readOnly: boolean, seal: Seal): Store {
	const replica = createReplica(file, readOnly, seal);
	let isTidy = false;
	let author: Author | undefined;
	let queue: Promise<unknown> = Promise.resolve();
	let checkpointing: ReturnType<Store['checkpoint']> | undefined;

	/** One after the other, in the order of the calls. */
	function enqueueWork<Result>(work: () => Promise<Result>): Promise<Result> {
		const result = queue.then(work);
		queue = result.catch(() => {});
		return result;
	}

	async function commit(change: Change, base: Sheet, options: CommitOptions): Promise<Commit | Failed> {
		if (readOnly) return readOnlyFailure(file);
		if (isEmptyChange(change)) {
			const loaded = await replica.refreshSliced(false);
			return isStoreError(loaded)
				? loaded
				: {...fitCommit(change, base, loaded.sheet, options), others: takeOthers()};
		}
		const names = resolveStore(file);
		if (isStoreError(names)) return names;
		if (!names.exists && replica.known()?.checkpoint !== undefined) return goneFailure(file);
		const refused = makeFolder(file, names.checkpoint) ?? (await backUpBefore(change));
		if (refused !== undefined) return refused;
		const lock = await acquireLock(file, names.checkpoint);
		if (isStoreError(lock)) return lock;
		try {
			return await writeUnderLock({...names, seal}, lock, change, base, options);
		} finally {
			await lock.release();
			checkpointIf(longJournal);
		}
	}

	async function writeUnderLock(
		files: StoreFiles,
		lock: FileLock,
		change: Change,
		base: Sheet,
		options: CommitOptions,
	): Promise<Commit | Failed> {
		if (!isKeyCurrent(seal, files)) return passphraseChanged(file);
		const loaded = await replica.refreshSliced(false);
		if (isStoreError(loaded)) return loaded;
		const fitted = fitCommit(change, base, loaded.sheet, options);
		if (isEmptyChange(fitted.change)) return {...fitted, others: takeOthers()};
		const tidied = removeLeftoversOnce(files);
		if (tidied !== undefined) return tidied;
		const begun = beginJournal(file, files, lock, loaded);
		if (isStoreError(begun)) return begun;
		replica.advance(begun);
		const {origination = defaultOrigination} = options;
		author ??= currentAuthor();
		const stamp = {at: new Date().toISOString(), author, origination};
		const written = await writeCommit({file, seal, lock, loaded: begun}, fitted.change, stamp);
		if (isStoreError(written)) return written;
		replica.advance(written.loaded);
		return {...fitted, sheet: written.loaded.sheet, entry: written.entry, others: takeOthers()};
	}

	function remarkOnDates<Read extends readonly EntrySummary[] | readonly Entry[] | Failed>(
		found: Read,
		{limit, before, after, from, onRemark}: HistoryWanted,
	): Read {
		if (isStoreError(found) || onRemark === undefined) return found;
		const isAll = [limit, before, after, from].every((part) => part === undefined);
		const days = isAll ? replica.known()?.sheet.settings.history.days : undefined;
		for (const text of describeClock(found.toReversed(), Date.now(), days)) onRemark(text);
		return found;
	}

	function takeOthers(): readonly Entry[] {
		return replica.takeNews() ?? [];
	}

	function removeLeftoversOnce(files: StoreFiles): Failed | undefined {
		try {
			if (!isTidy) removeLeftovers(files);
			isTidy = true;
			return undefined;
		} catch (error) {
			return writeFailure(file, error);
		}
	}

	/** A dated copy before a change of many, if there is anybody to lose. */
	async function backUpBefore(change: Change): Promise<Failed | undefined> {
		const sheet = replica.known()?.sheet;
		if (sheet === undefined || sheet.users.length === 0) return undefined;
		if (countUsers(change) <= sheet.settings.backup.above) return undefined;
		const made = await runBackup(file, seal, replica.known());
		return isStoreError(made) ? made : undefined;
	}

	function checkpoint(): ReturnType<Store['checkpoint']> {
		if (readOnly) return Promise.resolve(readOnlyFailure(file));
		checkpointing ??= runCheckpoint(file, seal, replica.known()).finally(() => {
			checkpointing = undefined;
		});
		return checkpointing;
	}

	function checkpointIf({entries, bytes}: typeof longJournal): Promise<unknown> | undefined {
		const journal = replica.known()?.journal;
		if (readOnly || journal === undefined) return undefined;
		if (journal.count < entries && journal.place.offset < bytes) return undefined;
		// When it fails, nothing is lost: the journal goes on.
		return checkpoint().catch(() => {});
	}

	const store: Pick<Store, 'read' | 'commit'> = {
		read() {
			const loaded = replica.refresh();
			return isStoreError(loaded) ? loaded : loaded.sheet;
		},
		commit: (change, base, options = {}) => enqueueWork(() => commit(change, base, options)),
	};

	return {
		...store,
		file,
		readOnly,
		watch(onNews) {
			let told: StoreError['message'] | undefined;
			return watchFolder(file, () =>
				enqueueWork(async () => {
					const loaded = await replica.refreshSliced(true);
					const message = isStoreError(loaded) ? loaded.error.message : undefined;
					if (isStoreError(loaded)) {
						if (message !== told) onNews(loaded);
					} else {
						const entries = replica.takeNews();
						if (entries !== undefined) onNews({sheet: loaded.sheet, entries});
					}
					told = message;
				}),
			);
		},
		history: async (wanted = {}) => remarkOnDates(await readSummaries(file, seal, wanted), wanted),
		entries: async (wanted = {}) => remarkOnDates(await readEntries(file, seal, wanted), wanted),
		entry: (summary) => readEntry(file, seal, summary),
		lastChanges: () => readLastChanges(file, seal),
		checkpoint,
		backup: async () => (readOnly ? readOnlyFailure(file) : runBackup(file, seal, replica.known())),
		mailing: createMailing({...store, file, readOnly, seal}),
		draft: createDraftFile(file, readOnly, seal),
		notice: () => describePassedOver(file, replica.known(), seal),
		async close() {
			await queue;
			await checkpointing?.catch(() => {});
			await checkpointIf(closingJournal);
			replica.close();
		},
	};
}
