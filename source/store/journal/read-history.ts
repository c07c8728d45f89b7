import {closeSync, existsSync, fstatSync, openSync, readSync} from 'node:fs';
import type {Entry} from '../../domain/entry.ts';
import {runSliced} from '../run-sliced.ts';
import {type Seal, type Sealer, sealerFor} from '../seal/seal.ts';
import {type Failed, isStoreError, readFailure} from '../store-error.ts';
import {namesOf} from '../store-files.ts';
import {resolveStoreFile} from '../store-path.ts';
import {readLine} from './checked-line.ts';
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

/** Reads the newest entries from the journal and the older ones from the history, from their ends, as far as they are wanted. */
export async function readHistory(
	file: string,
	seal: Seal,
	wanted: HistoryWanted,
): Promise<readonly Entry[] | Failed> {
	const place = resolveStoreFile(file);
	if (isStoreError(place)) return place;
	const names = namesOf(place.target);
	const open: OpenLines[] = [];
	try {
		// In this order: what a checkpoint moves meanwhile is seen twice rather than never.
		for (const part of ['journal', 'history'] as const) {
			if (!existsSync(names[part])) continue;
			open.push({handle: openSync(names[part], 'r'), sealer: sealerFor(seal, part)});
		}
		return await runSliced(collect(open, wanted));
	} catch (error) {
		return readFailure(names.history, error);
	} finally {
		for (const {handle} of open) closeSync(handle);
	}
}

function* collect(
	open: readonly OpenLines[],
	{limit = Number.POSITIVE_INFINITY, before = Number.POSITIVE_INFINITY, after = 0}: HistoryWanted,
): Generator<void, readonly Entry[], void> {
	const found: Entry[] = [];
	const seen = new Set<string>();
	for (const lines of open) {
		for (const stored of entriesBackward(lines, after)) {
			if (found.length >= limit) return found;
			yield;
			if (stored === undefined) continue;
			const key = `${stored.revision} ${stored.at}`;
			if (stored.revision < before && !seen.has(key)) found.push(yield* decodeEntryAlone(stored));
			seen.add(key);
		}
	}
	return found;
}

/**
 * Entries from the last to the first, down to a revision, and undefined for every line that only belongs to one. What is
 * damaged is passed over.
 */
function* entriesBackward(
	{handle, sealer}: OpenLines,
	after: number,
): Generator<StoredEntry | undefined, void, void> {
	let entry: StoredEntry | undefined;
	let parts: StoredPart[] = [];
	for (const line of linesBackward(handle)) {
		const read = readLine(line, 0, sealer);
		const parsed = read.kind === 'good' ? parseLine(read.json) : undefined;
		if (parsed?.kind === 'entry') {
			if (parsed.entry.revision <= after) return;
			entry = parsed.entry;
			parts = [];
		} else if (parsed?.kind === 'part' && entry !== undefined) {
			parts.unshift(parsed.part);
		}
		const whole = entry === undefined ? undefined : joinParts(parts, entry);
		if (whole !== undefined) entry = undefined;
		yield whole;
	}
}

/** The lines of a file, each with its newline, from the last to the first. */
function* linesBackward(handle: number): Generator<Buffer, void, void> {
	let rest: Buffer = Buffer.alloc(0);
	let position = fstatSync(handle).size;
	while (position > 0) {
		const length = Math.min(chunkSize, position);
		position -= length;
		const bytes = Buffer.allocUnsafe(length + rest.length);
		readSync(handle, bytes, 0, length, position);
		rest.copy(bytes, length);
		rest = bytes;
		for (;;) {
			// The newline before the last line, not the one at its end.
			const before = rest.length < 2 ? -1 : rest.lastIndexOf(newline, rest.length - 2);
			if (before === -1) break;
			yield rest.subarray(before + 1);
			rest = rest.subarray(0, before + 1);
		}
	}
	if (rest.length > 0) yield rest;
}
