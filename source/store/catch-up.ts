import {closeSync, existsSync, fstatSync} from 'node:fs';
import type {Entry} from '../domain/entry.ts';
import {isStillThere, openJournal, readRest} from './journal/journal-file.ts';
import {lastBytes, type OpenJournal, readJournal} from './journal/read-journal.ts';
import {replayJournal} from './journal/replay-journal.ts';
import {describeCheckpoint, type Loaded} from './load-store.ts';
import {sealerFor} from './seal/seal.ts';
import type {StoreFiles} from './seal/sealed-files.ts';
import {decodeFailure, type Failed, isStoreError, journalGoneFailure} from './store-error.ts';

/** A store as it is now, and the entries that were not known before, in their order. */
export type CaughtUp = {readonly loaded: Loaded; readonly entries: readonly Entry[]};

type Result = CaughtUp | Failed | 'reload';

/**
 * Reads what has been appended since, and nothing else. Where a checkpoint has put another journal in place, the old one
 * is read to its end first, so that nothing is missed.
 *
 * @returns `reload` when the files are no longer those that were read
 * @throws system errors
 */
export function* catchUp(known: Loaded, files: StoreFiles, readOnly: boolean): Generator<void, Result, void> {
	const {journal} = known;
	if (journal === undefined) {
		const handle = openJournal(files.journal, readOnly);
		if (handle === undefined) return existsSync(files.checkpoint) ? {loaded: known, entries: []} : 'reload';
		if (known.checkpoint === undefined) return yield* readNext({loaded: known, entries: []}, files, handle);
		// Whether the checkpoint has already been replaced, too, only reading it tells.
		closeSync(handle);
		return 'reload';
	}
	const first = yield* readOn({loaded: known, entries: []}, files, journal);
	if (first === 'reload' || isStoreError(first) || isStillThere(journal.handle, files.journal)) return first;
	const handle = openJournal(files.journal, readOnly);
	if (handle === undefined)
		return existsSync(files.checkpoint) ? journalGoneFailure(files.journal) : 'reload';
	// What came between the reading and the replacing.
	const last = yield* readOn(first, files, first.loaded.journal ?? journal);
	if (last === 'reload' || isStoreError(last)) {
		closeSync(handle);
		return last;
	}
	return yield* readNext(last, files, handle);
}

function* readOn(
	{loaded, entries}: CaughtUp,
	files: StoreFiles,
	{handle, place, mark, count, id}: OpenJournal,
): Generator<void, Result, void> {
	if (fstatSync(handle).size < place.offset) return 'reload';
	const found = yield* readRest(handle, place.offset - mark.length);
	if (!found.subarray(0, mark.length).equals(mark)) return 'reload';
	const bytes = found.subarray(mark.length);
	if (bytes.length === 0) return {loaded: loaded.torn ? {...loaded, torn: false} : loaded, entries};
	const replayed = yield* replayJournal(bytes, place, loaded.sheet, sealerFor(files.seal, 'journal'));
	if (replayed === 'gap') return 'reload';
	if ('kind' in replayed) return decodeFailure(files.journal, replayed);
	const read = found.subarray(0, mark.length + replayed.place.offset - place.offset);
	return {
		loaded: {
			...loaded,
			sheet: replayed.sheet,
			journal: {handle, place: replayed.place, count: count + replayed.count, mark: lastBytes(read), id},
			torn: replayed.torn,
		},
		entries: [...entries, ...replayed.entries],
	};
}

/** Goes on with another journal, which must begin no later than where we are. */
function* readNext(
	{loaded, entries}: CaughtUp,
	files: StoreFiles,
	handle: number,
): Generator<void, Result, void> {
	let isKept = false;
	try {
		const known = {revision: loaded.sheet.revision, journal: loaded.checkpoint?.journal};
		const replayed = yield* readJournal(files, handle, known, loaded.sheet);
		if (typeof replayed === 'string') return 'reload';
		if (isStoreError(replayed)) return replayed;
		const {sheet, journal, torn} = replayed;
		const checkpoint = describeCheckpoint(files.checkpoint, journal.id);
		// A store that is just being made: its checkpoint comes next.
		if (checkpoint.identity === '') return replayed.count === 0 ? {loaded, entries} : 'reload';
		isKept = true;
		return {loaded: {sheet, checkpoint, journal, torn}, entries: [...entries, ...replayed.entries]};
	} finally {
		if (!isKept) closeSync(handle);
	}
}
