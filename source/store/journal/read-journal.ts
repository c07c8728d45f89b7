import type {Sheet} from '../../domain/sheet.ts';
import {sealerFor} from '../seal/seal.ts';
import type {StoreFiles} from '../seal/sealed-files.ts';
import {decodeFailure, type Failed} from '../store-error.ts';
import {findMisfit, type Misfit, readHeader} from './find-misfit.ts';
import {readRest} from './journal-file.ts';
import {type Place, type Replayed, replayJournal} from './replay-journal.ts';

/** An open journal, and how far it has been read. */
export type OpenJournal = {
	readonly handle: number;
	readonly place: Place;
	/** How many entries it holds up to there. */
	readonly count: number;
	/** The last bytes before that place: other bytes there mean that it is another file. */
	readonly mark: Buffer;
	/** The name in its first line; absent before version 4. */
	readonly id: string | undefined;
};

const markLength = 64;

/**
 * Reads a journal from its beginning on top of a sheet.
 *
 * @param known what its name and its revisions must go with
 */
export function* readJournal(
	files: StoreFiles,
	handle: number,
	known: Parameters<typeof findMisfit>[0],
	sheet: Sheet,
): Generator<void, (Replayed & {readonly journal: OpenJournal}) | Failed | Misfit, void> {
	const sealer = sealerFor(files.seal, 'journal');
	const bytes = yield* readRest(handle, 0);
	const header = readHeader(bytes, sealer);
	if ('kind' in header) return decodeFailure(files.journal, header);
	const foreign = findMisfit(known, {header, last: known.revision});
	if (foreign !== undefined) return foreign;
	const replayed = yield* replayJournal(bytes, {offset: 0, line: 0}, sheet, sealer);
	if (replayed === 'gap') return 'ahead';
	if ('kind' in replayed) return decodeFailure(files.journal, replayed);
	const {place, count, revision: last} = replayed;
	const mark = lastBytes(bytes.subarray(0, place.offset));
	const journal = {handle, place, count, mark, id: header.id};
	return findMisfit(known, {header, last}) ?? {...replayed, journal};
}

/** What to remember of the bytes before a place. */
export function lastBytes(bytes: Buffer): Buffer {
	return Buffer.from(bytes.subarray(Math.max(0, bytes.length - markLength)));
}
