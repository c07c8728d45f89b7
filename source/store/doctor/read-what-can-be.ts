import {readFileSync} from 'node:fs';
import {applyChange} from '../../domain/apply-change.ts';
import {fitsUsers} from '../../domain/fit-change.ts';
import type {Sheet} from '../../domain/sheet.ts';
import {decodeEntry} from '../journal/decode-entry.ts';
import type {StoredHeader} from '../journal/entry-schema.ts';
import {readHeader} from '../journal/find-misfit.ts';
import {joinLines, type ParsedLine, parseLine} from '../journal/parse-line.ts';
import {describeTornEnd} from '../passed-over.ts';
import {checkedLines} from '../seal/checked-line.ts';
import {sealerFor} from '../seal/seal.ts';
import type {StoreFiles} from '../seal/sealed-files.ts';

/** What is left of a file of checked lines. */
export type Remains = {
	readonly lines: number;
	readonly entries: number;
	/** Revisions of the first and the last entry that can be read; undefined without any. */
	readonly revisions: readonly [first: number, last: number] | undefined;
	/** Of each of them, when it was made. */
	readonly dates: readonly {readonly revision: number; readonly at: string}[];
	/** The first line of a journal, where it can be read. */
	readonly header: StoredHeader | undefined;
	/** Why the first line of a journal cannot be read: the end of a sentence about the file. */
	readonly fault: string | undefined;
	/** Whether it ends with what a crash has left. */
	readonly torn: boolean;
	/** A sentence about that; undefined where it does not. */
	readonly tornEnd: string | undefined;
	/** The lines that cannot be used, counted from 1. */
	readonly bad: readonly {readonly line: number; readonly reason: string}[];
	/** Bytes of the bad lines. */
	readonly badBytes: number;
	/** The sheet with every entry up to the first one that is missing or damaged. */
	readonly sheet: Sheet | undefined;
	/** How many readable entries follow that one. */
	readonly lost: number;
	/** One more than the largest ID in any line that can be read; 1 where there is none. */
	readonly nextId: number;
};

/**
 * Reads a journal or a history past what is damaged in it.
 *
 * @param start the checkpoint below a journal
 * @throws system errors
 */
export function readWhatCanBe(files: StoreFiles, part: 'journal' | 'history', start?: Sheet): Remains {
	const bytes = readFileSync(files[part]);
	const sealer = sealerFor(files.seal, part);
	const first = part === 'journal' ? readHeader(bytes, sealer) : undefined;
	const [header, fault] = first !== undefined && 'kind' in first ? [undefined, first.reason] : [first];
	const bad: {readonly line: number; readonly reason: string}[] = [];
	let sheet = start;
	let [lines, end, entries, lost, badBytes, nextId] = [0, 0, 0, 0, 0, 1];
	let revisions: readonly [number, number] | undefined;
	const dates: {readonly revision: number; readonly at: string}[] = [];
	const join = joinLines();
	for (const read of checkedLines(bytes, sealer)) {
		lines = read.number;
		end = read.end;
		const parsed = read.kind === 'good' ? parseLine(read.json) : undefined;
		if (parsed === undefined || parsed.kind === 'unknown' || parsed.kind === 'newer') {
			badBytes += read.end - read.start;
			const reason = read.kind === 'damaged' ? read.reason : 'is of another version';
			if (fault === undefined || lines > 1) bad.push({line: lines, reason});
			continue;
		}
		nextId = Math.max(nextId, nextIdOf(parsed));
		const joined = join(parsed);
		if (joined === 'broken') bad.push({line: lines, reason: 'does not belong to the lines before it'});
		if (typeof joined !== 'object') continue;
		entries += 1;
		dates.push({revision: joined.revision, at: joined.at});
		revisions = [revisions?.[0] ?? joined.revision, joined.revision];
		if (sheet === undefined || joined.revision <= sheet.revision) continue;
		const {change} = decodeEntry(joined);
		const isNext = joined.revision === sheet.revision + 1 && fitsUsers(change, sheet);
		if (isNext) sheet = applyChange(sheet, change);
		else lost += 1;
	}
	const torn = end < bytes.length && (fault === undefined || lines > 0);
	return {
		lines,
		entries,
		revisions,
		dates,
		header,
		fault,
		torn,
		tornEnd: torn ? describeTornEnd(files[part], bytes.subarray(end)) : undefined,
		bad,
		badBytes,
		sheet,
		lost,
		nextId,
	};
}

function nextIdOf(line: ParsedLine): number {
	if (line.kind !== 'part' && line.kind !== 'entry') return 1;
	const {added, updated, removed} = line.kind === 'part' ? line.part : line.entry;
	const ids = [added, updated, removed].flatMap((users) => users.map(({id}) => id));
	const reserved = line.kind === 'entry' ? (line.entry.nextId ?? 1) : 1;
	return ids.reduce((nextId, id) => Math.max(nextId, id + 1), reserved);
}
