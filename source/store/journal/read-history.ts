import {closeSync, existsSync, fstatSync, openSync, readSync} from 'node:fs';
import type {Entry, EntrySummary} from '../../domain/entry.ts';
import {runSliced} from '../run-sliced.ts';
import {passphraseChanged} from '../seal/key-failure.ts';
import {isKeyCurrent} from '../seal/key-file.ts';
import {isSealed, type Seal, type Sealer, sealerFor} from '../seal/seal.ts';
import {entryGoneFailure, type Failed, isStoreError, readFailure} from '../store-error.ts';
import {namesOf} from '../store-files.ts';
import {resolveStoreFile} from '../store-path.ts';
import {checkLine, readLine} from './checked-line.ts';
import {decodeEntryAlone} from './decode-entry.ts';
import type {StoredEntry, StoredPart} from './entry-schema.ts';
import {joinParts, parseLine} from './parse-line.ts';

/** Which part of the history is wanted; without anything all of it. */
export type HistoryWanted = {
	/** At most so many. */
	readonly limit?: number;
	/** Only what was committed before this revision. */
	readonly before?: number;
	/** Only what was committed after this revision: what is older is not even read. */
	readonly after?: number;
};

/** A file of checked lines, open for reading. */
type OpenLines = {readonly handle: number; readonly sealer: Sealer};

const newline = 10;
const chunkSize = 256 * 1024;

/** Reads who did what, counted: from the journal the newest and from the history the older ones, from their ends. */
export function readSummaries(
	file: string,
	seal: Seal,
	wanted: HistoryWanted,
): Promise<readonly EntrySummary[] | Failed> {
	return read(file, seal, {...wanted, withUsers: () => false, make: summarize});
}

/** The same with all that was changed. */
export function readEntries(
	file: string,
	seal: Seal,
	wanted: HistoryWanted,
): Promise<readonly Entry[] | Failed> {
	return read(file, seal, {...wanted, withUsers: () => true, make: decodeEntryAlone});
}

/** All that was changed in one entry. */
export async function readEntry(
	file: string,
	seal: Seal,
	{revision, at}: Pick<EntrySummary, 'revision' | 'at'>,
): Promise<Entry | Failed> {
	const isIt = (stored: StoredEntry): boolean => stored.revision === revision && stored.at === at;
	const found = await read(file, seal, {isWanted: isIt, withUsers: isIt, make: decodeEntryAlone, limit: 1});
	if (isStoreError(found)) return found;
	return found[0] ?? entryGoneFailure(file, revision);
}

/** What is wanted of the history, and what is made of it. */
type Reading<Made> = HistoryWanted & {
	readonly isWanted?: (stored: StoredEntry) => boolean;
	/** Whether the users in an entry are read too, where they stand in lines of their own. */
	readonly withUsers: (stored: StoredEntry) => boolean;
	readonly make: (stored: StoredEntry) => Generator<void, Made, void>;
};

async function read<Made>(
	file: string,
	seal: Seal,
	reading: Reading<Made>,
): Promise<readonly Made[] | Failed> {
	const place = resolveStoreFile(file);
	if (isStoreError(place)) return place;
	const names = namesOf(place.target);
	if (!isKeyCurrent(seal, names)) return passphraseChanged(file);
	const open: OpenLines[] = [];
	try {
		// In this order: what a checkpoint moves meanwhile is seen twice rather than never.
		for (const part of ['journal', 'history'] as const) {
			if (!existsSync(names[part])) continue;
			open.push({handle: openSync(names[part], 'r'), sealer: sealerFor(seal, part)});
		}
		return await runSliced(collect(open, reading));
	} catch (error) {
		return readFailure(names.history, error);
	} finally {
		for (const {handle} of open) closeSync(handle);
	}
}

function* collect<Made>(
	open: readonly OpenLines[],
	{
		limit = Number.POSITIVE_INFINITY,
		before = Number.POSITIVE_INFINITY,
		after = 0,
		isWanted = () => true,
		withUsers,
		make,
	}: Reading<Made>,
): Generator<void, readonly Made[], void> {
	const found: Made[] = [];
	const seen = new Set<string>();
	for (const lines of open) {
		for (const stored of entriesBackward(lines, after, withUsers)) {
			yield;
			if (stored === undefined) continue;
			const key = `${stored.revision} ${stored.at}`;
			if (stored.revision < before && isWanted(stored) && !seen.has(key)) found.push(yield* make(stored));
			if (found.length >= limit) return found;
			seen.add(key);
		}
	}
	return found;
}

function* summarize(stored: StoredEntry): Generator<void, EntrySummary, void> {
	yield;
	const {revision, at, author, origination, label, profiles, settings, withoutSecrets} = stored;
	const [added, updated, removed] = stored.counts ?? [
		stored.added.length,
		stored.updated.length,
		stored.removed.length,
	];
	return {
		revision,
		at,
		author,
		origination,
		label,
		counts: {
			added,
			updated,
			removed,
			profiles: profiles !== undefined,
			settings: settings !== undefined,
		},
		...(withoutSecrets === undefined ? {} : {withoutSecrets}),
	};
}

/**
 * Entries from the last to the first, down to a revision, and undefined for every line that only belongs to one. What is
 * damaged is passed over. An entry whose users are not wanted comes without those in lines of their own.
 */
function* entriesBackward(
	{handle, sealer}: OpenLines,
	after: number,
	withUsers: (stored: StoredEntry) => boolean,
): Generator<StoredEntry | undefined, void, void> {
	let entry: StoredEntry | undefined;
	let parts: StoredPart[] = [];
	/** Lines that are still to come of an entry whose users are not wanted. */
	let passed = 0;
	for (const line of linesBackward(handle)) {
		if (entry !== undefined && passed > 0) {
			if (isPart(line, entry, passed)) {
				passed -= 1;
				yield passed === 0 ? entry : undefined;
				continue;
			}
			// One of its lines is damaged, or another one's: it is no entry then, and this may be another.
			entry = undefined;
			passed = 0;
		}
		const checked = readLine(line, 0, sealer);
		if (checked.kind !== 'good') {
			yield undefined;
			continue;
		}
		const parsed = parseLine(checked.json);
		if (parsed.kind === 'entry') {
			if (parsed.entry.revision <= after) return;
			entry = parsed.entry;
			parts = [];
			passed = entry.counts === undefined || withUsers(entry) ? 0 : (entry.parts ?? 0);
		} else if (parsed.kind === 'part' && entry !== undefined) {
			parts.unshift(parsed.part);
		}
		const whole = entry === undefined || passed > 0 ? undefined : joinParts(parts, entry);
		if (whole !== undefined) entry = undefined;
		yield whole;
	}
}

/** Whether a line is whole and holds that part of an entry, as far as its beginning tells: one that is encrypted is not opened. */
function isPart(line: Buffer, {revision}: StoredEntry, part: number): boolean {
	const checked = checkLine(line, 0);
	if (checked.kind !== 'good') return false;
	const start = checked.body.toString('latin1', 0, 40);
	return start.startsWith(`{"part":${part},"revision":${revision},`) || isSealed(start);
}

/** The lines of a file, each with its newline, from the last to the first. A line lasts until the next one is asked for. */
function* linesBackward(handle: number): Generator<Buffer, void, void> {
	let bytes: Buffer = Buffer.allocUnsafe(2 * chunkSize);
	/** How many of them, at the front, belong to a line that begins further up in the file. */
	let rest = 0;
	for (let position = fstatSync(handle).size; position > 0; ) {
		const length = Math.min(chunkSize, position);
		position -= length;
		if (length + rest > bytes.length) bytes = Buffer.concat([bytes], 2 * (length + rest));
		bytes.copyWithin(length, 0, rest);
		readSync(handle, bytes, 0, length, position);
		rest += length;
		for (;;) {
			// The newline before the last line, not the one at its end.
			const before = rest < 2 ? -1 : bytes.lastIndexOf(newline, rest - 2);
			if (before === -1) break;
			yield bytes.subarray(before + 1, rest);
			rest = before + 1;
		}
	}
	if (rest > 0) yield bytes.subarray(0, rest);
}
