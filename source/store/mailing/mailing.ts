import type {Change} from '../../domain/change.ts';
import {isEmptyChange} from '../../domain/change.ts';
import type {Origination} from '../../domain/entry.ts';
import {type MailRecord, recordMail} from '../../domain/message/record-mail.ts';
import type {Sheet} from '../../domain/sheet.ts';
import type {Commit, CommitOptions} from '../commit-change.ts';
import {acquireLock, type FileLock} from '../disk/file-lock.ts';
import type {Seal} from '../seal/seal.ts';
import type {StoreFiles} from '../seal/sealed-files.ts';
import {
	decodeFailure,
	type Failed,
	failed,
	isStoreError,
	readOnlyFailure,
	writeFailure,
} from '../store-error.ts';
import {makeFolder, resolveStore} from '../store-path.ts';
import {beginMailLog, type OpenMailLog, readMailLog, removeMailLog} from './mail-log.ts';

/** The messages of one run, while they are being sent. No other process sends meanwhile. */
export type MailRun = {
	/**
	 * Writes down that a message is about to go out, or what has become of it. Where that fails, it must not go out.
	 *
	 * @returns why it failed
	 */
	readonly note: (record: MailRecord) => Failed | undefined;
	/** Puts what was written down into the sheet, as one change, and ends the run. After a failure the next opening does it. */
	readonly finish: (origination: Origination) => Promise<Commit | Failed>;
};

/** What a store knows of messages that are being sent. */
export type Mailing = {
	/** Begins a run; first, what a crash has left of one is put into the sheet. Fails where another process is sending. */
	readonly begin: () => Promise<MailRun | Failed>;
	/**
	 * Puts into the sheet what a crash has left, unless another process is sending just now. A process that was killed a moment ago
	 * looks as if it was sending; with `patient` it waits until that is known.
	 */
	readonly settle: (options?: {readonly patient: boolean}) => Promise<Failed | undefined>;
};

/** Milliseconds: longer than it takes to see that the holder of a lock is not alive any more. */
const longestWait = 6_000;

type Access = {
	readonly file: string;
	readonly readOnly: boolean;
	readonly seal: Seal;
	readonly read: () => Sheet | Failed;
	readonly commit: (change: Change, base: Sheet, options: CommitOptions) => Promise<Commit | Failed>;
};

/** The messages of the store in a file; nothing is locked or written before a call asks for it. */
export function createMailing(access: Access): Mailing {
	const {file, readOnly, seal} = access;

	async function withLock<Result>(
		wait: number,
		work: (files: StoreFiles, lock: FileLock) => Promise<Result>,
	): Promise<Result | Failed> {
		if (readOnly) return readOnlyFailure(file);
		const names = resolveStore(file);
		if (isStoreError(names)) return names;
		const refused = makeFolder(file, names.checkpoint);
		if (refused !== undefined) return refused;
		const lock = await acquireLock(file, names.mailing, wait);
		if (isStoreError(lock)) return lock.error.kind === 'locked' ? sendingFailure(file) : lock;
		return work({...names, seal}, lock);
	}

	async function begin(): Promise<MailRun | Failed> {
		return withLock(longestWait, async (files, lock) => {
			const left = await putIntoSheet(files, access, leftBehind);
			const log = isStoreError(left) ? left : tryBegin(files, lock);
			if (!isStoreError(log)) return runWith(files, lock, log);
			await lock.release();
			return log;
		});
	}

	function tryBegin(files: StoreFiles, lock: FileLock): OpenMailLog | Failed {
		try {
			return beginMailLog(files, lock.isOurs) ?? sendingFailure(file);
		} catch (error) {
			return writeFailure(files.mailing, error);
		}
	}

	function runWith(files: StoreFiles, lock: FileLock, log: OpenMailLog): MailRun {
		return {
			note(record) {
				if (!lock.isOurs()) return sendingFailure(file);
				try {
					// Without what became of it, a message counts as unknown, which is safe.
					log.append(record, record.result === 'unknown');
					return undefined;
				} catch (error) {
					return writeFailure(files.mailing, error);
				}
			},
			async finish(origination) {
				log.close();
				try {
					return lock.isOurs() ? await putIntoSheet(files, access, origination) : sendingFailure(file);
				} finally {
					await lock.release();
				}
			},
		};
	}

	async function settle({patient} = {patient: false}): Promise<Failed | undefined> {
		const names = resolveStore(file);
		if (readOnly || isStoreError(names) || !hasLog({...names, seal})) return undefined;
		const settled = await withLock(patient ? longestWait : 0, async (files, lock) => {
			try {
				return await putIntoSheet(files, access, leftBehind);
			} finally {
				await lock.release();
			}
		});
		return isStoreError(settled) && settled.error.kind !== 'locked' ? settled : undefined;
	}

	return {begin, settle};
}

/** The change of a run that was interrupted is made by the next one who opens the store. */
const leftBehind: Origination = {from: 'command-line'};

function hasLog(files: StoreFiles): boolean {
	const records = readMailLog(files);
	return 'kind' in records || records.length > 0;
}

/** First the change, and then the log goes: a crash in between makes the same change again, which is empty. */
async function putIntoSheet(
	files: StoreFiles,
	{file, read, commit}: Access,
	origination: Origination,
): Promise<Commit | Failed> {
	const records = readMailLog(files);
	if ('kind' in records) return decodeFailure(files.mailing, records);
	const sheet = read();
	if (isStoreError(sheet)) return sheet;
	const change = recordMail(sheet, records);
	const committed = isEmptyChange(change)
		? {sheet, change, conflicts: [], others: []}
		: await commit(change, sheet, {prefer: 'mine', origination});
	if (isStoreError(committed)) return committed;
	try {
		removeMailLog(files);
	} catch (error) {
		return writeFailure(file, error);
	}
	return committed;
}

function sendingFailure(file: string): Failed {
	const message = 'Another usersheet is sending messages from this sheet just now. Wait until it is done.';
	return failed('locked', file, message);
}
