import {
	closeSync,
	constants,
	existsSync,
	fstatSync,
	fsyncSync,
	ftruncateSync,
	openSync,
	readFileSync,
	writeSync,
} from 'node:fs';
import {withoutSecrets} from '../../domain/entry.ts';
import type {Settings} from '../../domain/sheet.ts';
import {writeWhole} from '../disk/create-private.ts';
import {replaceWhole} from '../disk/replace-whole.ts';
import {syncFolder} from '../disk/sync-folder.ts';
import {checkedLines} from '../seal/checked-line.ts';
import {type Sealer, sealerFor} from '../seal/seal.ts';
import type {StoreFiles} from '../seal/sealed-files.ts';
import {decodeEntry} from './decode-entry.ts';
import {encodeEntry} from './encode-entry.ts';
import type {StoredEntry} from './entry-schema.ts';
import {joinLines, parseLine} from './parse-line.ts';
import {plausibleTimes} from './plausible-times.ts';

/** A file of twice as much could not be read at once any more, and every change would stay in the journal. */
const largestHistory = 1024 ** 3;

const day = 24 * 60 * 60 * 1000;

/** An entry among the bytes of the history, with the lines that belong to it. */
type Archived = {readonly key: string; readonly at: string; readonly start: number};

/**
 * Puts the entries of a journal into the history, without the secrets, and drops from the history what need not be kept
 * any longer. Entries that a crash has left in both are put there once.
 *
 * @param now milliseconds since 1970
 * @param isOurs whether the lock is still held: without it nothing more is written
 * @param largest bytes that the history may have; older entries go first
 * @returns `lost` without the lock
 * @throws system errors
 */
export function archiveJournal(
	files: StoreFiles,
	journal: Buffer,
	keep: Settings['history'],
	now: number,
	isOurs: () => boolean,
	largest = largestHistory,
): 'done' | 'lost' {
	const held = existsSync(files.history) ? readFileSync(files.history) : Buffer.alloc(0);
	const sealer = sealerFor(files.seal, 'history');
	const {archived, end} = findEntries(held, sealer);
	const last = archived.at(-1);
	const entries = readEntries(journal, sealerFor(files.seal, 'journal'));
	const known = last === undefined ? -1 : entries.findLastIndex((entry) => keyOf(entry) === last.key);
	const added = entries.slice(known + 1).map((stored) => {
		const entry = withoutSecrets(decodeEntry(stored));
		return {at: entry.at, bytes: Buffer.concat([...encodeEntry(entry, sealer)])};
	});
	const written = [...archived, ...added].map(({at}) => Date.parse(at));
	const {times, now: present} = plausibleTimes(written, now, keep.days);
	const isKept = (index: number): boolean =>
		times.length - index <= keep.entries && (times[index] ?? 0) >= present - keep.days * day;
	const addedKept = added.filter((_, index) => isKept(archived.length + index));
	const newBytes = Buffer.concat(addedKept.map(({bytes}) => bytes));
	const firstKept = archived.findIndex(
		({start}, index) => isKept(index) && end - start + newBytes.length <= largest,
	);
	if (firstKept > 0 || (firstKept === -1 && archived.length > 0)) {
		const from = firstKept === -1 ? end : (archived[firstKept]?.start ?? end);
		const bytes = Buffer.concat([held.subarray(from, end), newBytes]);
		if (!replaceWhole(files.checkpoint, files.history, bytes, isOurs)) return 'lost';
	} else if (newBytes.length > 0) {
		if (!isOurs()) return 'lost';
		appendToHistory(files, {held: held.length, end}, newBytes);
	}
	return 'done';
}

function appendToHistory(
	files: StoreFiles,
	{held, end}: {readonly held: number; readonly end: number},
	bytes: Buffer,
): void {
	const isNew = !existsSync(files.history);
	if (isNew) writeWhole(files.checkpoint, files.history, Buffer.alloc(0));
	const handle = openSync(files.history, constants.O_APPEND | constants.O_WRONLY);
	try {
		// A crash may have torn the last one. What another process has written since is not cut off.
		if (end < held && fstatSync(handle).size === held) ftruncateSync(handle, end);
		for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
	if (isNew) syncFolder(files.folder);
}

/**
 * Where the entries of a history are, without reading all that they say. What is damaged is passed over, and stays:
 * `end` is behind all but what a crash has left of the last entry.
 */
function findEntries(
	bytes: Buffer,
	sealer: Sealer,
): {readonly archived: readonly Archived[]; readonly end: number} {
	const archived: Archived[] = [];
	let start = 0;
	let end = 0;
	for (const line of checkedLines(bytes, sealer)) {
		if (line.kind === 'damaged') {
			end = line.end;
			continue;
		}
		const head = /^\{"revision":(\d+),"at":"([^"]*)"/.exec(line.json);
		if (head === null) continue;
		archived.push({key: `${head[1]} ${head[2]}`, at: head[2] ?? '', start});
		start = line.end;
		end = line.end;
	}
	return {archived, end};
}

function readEntries(bytes: Buffer, sealer: Sealer): readonly StoredEntry[] {
	const entries: StoredEntry[] = [];
	const join = joinLines();
	for (const line of checkedLines(bytes, sealer)) {
		if (line.kind === 'damaged') break;
		const joined = join(parseLine(line.json));
		if (typeof joined === 'object') entries.push(joined);
	}
	return entries;
}

function keyOf({revision, at}: StoredEntry): string {
	return `${revision} ${at}`;
}
