import path from 'node:path';
import {errorCode} from '../domain/error-code.ts';
import {visibleText} from '../terminal/text/visible-text.ts';
import type {Unreadable} from './unreadable.ts';

/** Why the store cannot be used; each is something that a person can act on. */
export type StoreError = {
	readonly kind:
		| 'damaged'
		| 'unreadable'
		| 'newer'
		| 'encrypted'
		| 'full'
		| 'not-writable'
		| 'locked'
		| 'read-only';
	/** The file it is about, as the person knows it: before links are followed. */
	readonly file: string;
	/** Whole sentences: the file, the reason, what to do. Never a stored value, and safe to show. */
	readonly message: string;
};

/** What every function of the store answers with instead of its result when it cannot do its job. */
export type Failed = {readonly error: StoreError};

/** Whether an answer of the store is an error instead of the result. */
export function isStoreError(value: object): value is Failed {
	return 'error' in value;
}

/** An error whose message is made safe for the screen: file names may hold anything. */
export function failed(kind: StoreError['kind'], file: string, message: string): Failed {
	return {error: {kind, file, message: visibleText(message)}};
}

/**
 * Turns an exception of the file system met while reading into an error; anything else is a bug and is thrown on.
 *
 * @param file what it is about where the exception names no other
 */
export function readFailure(file: string, error: unknown): Failed {
	const named = fileOf(error, file);
	const message = `${named} cannot be read: ${reasonOf(error)}. Put that right, or choose another store with --store. The file is left as it is.`;
	return failed('unreadable', named, message);
}

/** The same for writing. The file is as it was, because it is only ever replaced by a complete one. */
export function writeFailure(file: string, error: unknown): Failed {
	const reason = reasonOf(error);
	if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errorCode(error))) return fullFailure(file);
	const named = fileOf(error, file);
	const message = `${named} cannot be written: ${reason}. Nothing was saved. Put that right and try again, open it with --read-only, or choose another store with --store. What was stored before is left as it is.`;
	return failed('not-writable', named, message);
}

/** The file that the system's exception is about. A new version on its way into place, and a lock, are about the file itself. */
function fileOf(error: unknown, file: string): string {
	const found = error instanceof Error && 'path' in error ? error.path : undefined;
	if (typeof found !== 'string') return file;
	const named = found.replace(/(\.(next(\.tmp-[^/\\]*)?|lock))+$/, '').replace(/[/\\]+$/, '');
	// As the person knows it: before links are followed.
	return path.basename(named) === path.basename(file) ? file : named;
}

/** The disk, the quota or the size limit for files is used up. */
export function fullFailure(file: string): Failed {
	const message = `${file} cannot be written: there is no room left on its disk, or in the quota or the limit for file sizes. Nothing was saved. Make room and try again. What was stored before is left as it is.`;
	return failed('full', file, message);
}

/** What to do about damage; nothing that does it changes the damaged store. */
export const damageAdvice =
	'"usersheet doctor" says what can still be read, "usersheet doctor --salvage DIR" copies that into a new folder, and "usersheet --store DIR restore FILE" brings a dated copy back into one.';

/** The file was read, and holds nothing that this program understands. */
export function decodeFailure(
	file: string,
	{kind, reason}: Unreadable,
	advice = damageAdvice,
	result = 'The file is left as it is.',
): Failed {
	const message =
		kind === 'newer'
			? `${file} was written by a newer usersheet: ${reason}. Install the newer version.`
			: `${file} is damaged: ${reason}. ${advice}`;
	return failed(kind, file, `${message} ${result}`);
}

/** The journal was read before and is not there any more. */
export function journalGoneFailure(journal: string): Failed {
	const message = `${journal} was there a moment ago and is gone: it holds the newest changes. Nothing was saved. Put it back from where it was moved to, or start usersheet again to go on without it.`;
	return failed('unreadable', journal, message);
}

/** A list of the history had an entry that cannot be found now. */
export function entryGoneFailure(file: string, revision: number): Failed {
	const message = `Change ${revision.toLocaleString('en-US')} cannot be read any more: it has left the history of ${file} meanwhile, or is damaged there. "usersheet doctor" says what can be read.`;
	return failed('unreadable', file, message);
}

/** A file that was read before is not there any more: writing would make a sheet of nearly no users. */
export function goneFailure(file: string): Failed {
	const message = `${file} was there a moment ago and is gone. Nothing was saved. Put it back from where it was moved to, or from a backup; or start usersheet again for an empty sheet.`;
	return failed('unreadable', file, message);
}

/** It was opened only to look at, and is to be changed. */
export function readOnlyFailure(file: string): Failed {
	const message = `${file} was opened with --read-only: nothing can be changed. Start usersheet again without --read-only to make changes.`;
	return failed('read-only', file, message);
}

/** What `history` says where lines of a file cannot be read. */
export function describeBadLines(file: string, lines: number): string {
	const what = lines === 1 ? '1 line' : `${lines.toLocaleString('en-US')} lines`;
	return visibleText(
		`${what} of ${file} cannot be read, so changes are missing here. "usersheet doctor" says which and what to do.`,
	);
}

/** What the system lets us read; undefined where it does not: another person's draft or copy must not keep everybody out. */
export function ifAllowed<Result>(read: () => Result): Result | undefined {
	try {
		return read();
	} catch (error) {
		if (errorCode(error) === '') throw error;
		return undefined;
	}
}

/** Node's own messages name calls and paths of temporary files: these are for an administrator. */
const reasons: Readonly<Record<string, string>> = {
	EACCES: 'permission is denied',
	// What was opened for reading only, because there was no permission for more.
	EBADF: 'permission is denied',
	EPERM: 'permission is denied',
	EROFS: 'it is on a read-only file system',
	EISDIR: 'it is a folder',
	/** Ours, not the system's. */
	ENOTFILE: 'it is no ordinary file',
	ENOTDIR: 'part of its path is a file instead of a folder',
	ENOENT: 'its folder does not exist',
	ELOOP: 'its links lead in a circle',
	ENAMETOOLONG: 'its path is too long',
	EMFILE: 'too many files are open',
	ENFILE: 'too many files are open',
	EIO: 'the disk reports an error',
	ESTALE: 'the file server has lost it',
	ETIMEDOUT: 'the file server does not answer',
	ERR_STRING_TOO_LONG: 'it is too large',
	ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

/**
 * Why the system did not do it, as the end of a sentence.
 *
 * @throws what is no error of the system: it is a bug
 */
export function reasonOf(error: unknown): string {
	const code = errorCode(error);
	if (code === '') throw error;
	return reasons[code] ?? `the system reports ${code}`;
}
