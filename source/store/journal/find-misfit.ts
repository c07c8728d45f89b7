import {readLine} from '../seal/checked-line.ts';
import type {Sealer} from '../seal/seal.ts';
import {damageAdvice, type Failed, failed} from '../store-error.ts';
import {damaged, type Unreadable} from '../unreadable.ts';
import type {StoredHeader} from './entry-schema.ts';
import {newerJournal, parseLine} from './parse-line.ts';

/** Why a journal is not the one that a checkpoint goes with. */
export type Misfit =
	/** There is none, and the checkpoint expects one. */
	| 'missing'
	/** There is no checkpoint. */
	| 'alone'
	/** It bears another name. */
	| 'foreign'
	/** Changes between the two are missing. */
	| 'ahead'
	/** It ends before the checkpoint: it is an older one, or has lost its end. */
	| 'behind';

/**
 * Whether checkpoint and journal belong together. A checkpoint that names no journal, such as a dated copy that was put in
 * place by hand, and a journal from before they had names, are judged by their revisions.
 *
 * @param journal absent where there is none; `last` is the revision of its last entry
 */
export function findMisfit(
	checkpoint: {readonly revision: number; readonly journal?: string | undefined},
	journal: {readonly header: StoredHeader; readonly last: number} | undefined,
): Misfit | undefined {
	if (journal === undefined) return checkpoint.journal === undefined ? undefined : 'missing';
	const {id = checkpoint.journal, revision} = journal.header;
	if (checkpoint.journal !== undefined && id !== checkpoint.journal) return 'foreign';
	if (revision > checkpoint.revision) return 'ahead';
	return journal.last < checkpoint.revision ? 'behind' : undefined;
}

/** The first line of a journal. It is on the disk before the journal takes its place, so that no crash leaves one without it. */
export function readHeader(bytes: Buffer, sealer: Sealer): StoredHeader | Unreadable {
	if (bytes.length === 0) return damaged('it is empty');
	const line = readLine(bytes, 0, sealer);
	if (line.kind === 'torn') return damaged(`line 1 ${bytes.includes(0) ? 'holds zeros' : 'is cut off'}`);
	if (line.kind === 'damaged') return damaged(`line 1 ${line.reason}`);
	const parsed = parseLine(line.json);
	switch (parsed.kind) {
		case 'header':
			return parsed.header;
		case 'newer':
			return newerJournal(parsed.version);
		case 'part':
		case 'entry':
		case 'unknown':
			return damaged('line 1 is not the line that every journal begins with');
	}
}

/** Checkpoint and journal were not written together. */
export function misfitFailure(file: string, journal: string, misfit: Misfit): Failed {
	return failed(
		'damaged',
		misfit === 'missing' ? journal : file,
		`${describeMisfit(file, journal, misfit)} Put back what was moved or replaced by hand. Or: ${damageAdvice} The files are left as they are.`,
	);
}

/** Why a checkpoint and a journal do not belong together, as whole sentences. */
export function describeMisfit(file: string, journal: string, misfit: Misfit): string {
	switch (misfit) {
		case 'missing':
			return `${journal} is missing: it holds the newest changes, and ${file} expects it.`;
		case 'alone':
			return `${file} is missing: ${journal} beside it goes on from it.`;
		case 'foreign':
			return `${file} and ${journal} do not belong together: the journal is that of another store.`;
		case 'ahead':
			return `${file} and ${journal} do not belong together: changes between the two are missing.`;
		case 'behind':
			return `${file} and ${journal} do not belong together: the journal ends before the sheet, so it is an older one or has lost its end.`;
	}
}
