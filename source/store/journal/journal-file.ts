import {constants, fdatasync, fstatSync, ftruncateSync, openSync, readSync, statSync, write} from 'node:fs';
import {promisify} from 'node:util';
import {errorCode} from '../../domain/error-code.ts';
import {formatVersion} from '../checkpoint/migrations.ts';
import {replaceWhole} from '../disk/replace-whole.ts';
import {formatLine} from '../seal/checked-line.ts';
import {sealerFor} from '../seal/seal.ts';
import type {StoreFiles} from '../seal/sealed-files.ts';
import type {StoredHeader} from './entry-schema.ts';

const writeAsync = promisify(write);
const syncAsync = promisify(fdatasync);

/** Opens a journal for reading, and for appending too where that is allowed; undefined when there is none. */
export function openJournal(file: string, readOnly: boolean): number | undefined {
	const flags = readOnly ? constants.O_RDONLY : constants.O_RDWR | constants.O_APPEND;
	try {
		return openSync(file, flags);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return undefined;
		// Without the right to write one can still read; a commit then fails with the reason.
		if (!readOnly && ['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) return openJournal(file, true);
		throw error;
	}
}

/** Bytes that are read or written at once: few enough for keys to come in between. */
const pieceLength = 1024 * 1024;

/** The bytes of an open file from an offset to its end. Yields between the pieces of a long one. */
export function* readRest(handle: number, offset: number): Generator<void, Buffer, void> {
	const {size} = fstatSync(handle);
	const bytes = Buffer.allocUnsafe(Math.max(0, size - offset));
	let length = 0;
	while (length < bytes.length) {
		const wanted = Math.min(pieceLength, bytes.length - length);
		const read = readSync(handle, bytes, length, wanted, offset + length);
		if (read === 0) break;
		length += read;
		if (length < bytes.length) yield;
	}
	return bytes.subarray(0, length);
}

/** Whether a name still leads to the open file: a checkpoint puts another journal in its place. */
export function isStillThere(handle: number, file: string): boolean {
	const named = statSync(file, {bigint: true, throwIfNoEntry: false});
	const open = fstatSync(handle, {bigint: true});
	return named !== undefined && named.ino === open.ino && named.dev === open.dev;
}

/**
 * Appends to a journal behind its last whole entry, and answers when it is on the disk. Where that fails, nothing of it
 * stays. Only for the lock holder: a process that has lost the lock writes, and removes, nothing more.
 *
 * @returns `lost` when another process has taken over the lock
 */
export async function appendToJournal(
	handle: number,
	offset: number,
	lines: readonly Buffer[],
	isOurs: () => boolean,
): Promise<'done' | 'lost'> {
	if (!isOurs()) return 'lost';
	if (fstatSync(handle).size > offset) ftruncateSync(handle, offset);
	try {
		for (const piece of groupLines(lines)) {
			if (!isOurs()) return 'lost';
			for (let done = 0; done < piece.length; ) done += (await writeAsync(handle, piece, done)).bytesWritten;
		}
		await syncAsync(handle);
		return isOurs() ? 'done' : 'lost';
	} catch (error) {
		if (isOurs()) removeRest(handle, offset);
		throw error;
	}
}

/** Lines to be written at once: all of 100,000 users at once would delay key presses, and each line by itself would take the disk too long. */
function* groupLines(lines: readonly Buffer[]): Generator<Buffer, void, void> {
	let first = 0;
	let length = 0;
	for (const [index, line] of lines.entries()) {
		length += line.length;
		if (length < pieceLength && index < lines.length - 1) continue;
		yield Buffer.concat(lines.slice(first, index + 1));
		first = index + 1;
		length = 0;
	}
}

/**
 * Puts a journal in place that begins at a revision, with these entries in it; the old one, if any, stays as it is until then.
 *
 * @param begin its name, which the checkpoint knows, and the revision
 */
export function writeJournal(
	files: StoreFiles,
	begin: {readonly id: string; readonly revision: number},
	entries: Buffer,
	isOurs: () => boolean,
): boolean {
	const sealer = sealerFor(files.seal, 'journal');
	const first: StoredHeader = {journal: formatVersion, ...begin};
	const header = formatLine(JSON.stringify(first), sealer);
	return replaceWhole(files.checkpoint, files.journal, Buffer.concat([header, entries]), isOurs);
}

function removeRest(handle: number, offset: number): void {
	try {
		ftruncateSync(handle, offset);
	} catch {
		// The next commit finds a torn line there, and removes it.
	}
}
