import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import type {Sheet} from '../../domain/sheet.ts';
import {readBackupText} from '../backup/backup-text.ts';
import {decodeSheet} from '../checkpoint/decode-sheet.ts';
import {encodeSheet} from '../checkpoint/encode-sheet.ts';
import {replaceCheckpoint} from '../checkpoint/replace-checkpoint.ts';
import {writeJournal} from '../journal/journal-file.ts';
import {nameOfJournal} from '../load-store.ts';
import {writeKeyFile} from '../seal/key-file.ts';
import {finishedSeal, recordOf} from '../seal/key-record.ts';
import type {Seal} from '../seal/seal.ts';
import {filesOf, type StoreFiles} from '../seal/sealed-files.ts';
import {type Failed, failed, fullFailure, isStoreError, writeFailure} from '../store-error.ts';
import {storeFileName} from '../store-files.ts';
import {makeFolder, resolveStore} from '../store-path.ts';
import {type Examination, examineStore} from './examine-store.ts';
import {nextIdAfterLoss} from './next-id-after-loss.ts';
import {type Remains, readWhatCanBe} from './read-what-can-be.ts';
import {salvageHistory} from './salvage-history.ts';

/** What was saved, and where it came from. */
export type Salvaged = {
	/** The new store's file. */
	readonly file: string;
	readonly sheet: Sheet;
	/** The checkpoint, or the newest backup that can be read. */
	readonly source: string;
	/** Whether the journal goes on from that to its end. */
	readonly isComplete: boolean;
	readonly examination: Examination;
};

/** Writes what can be read of a store into a new folder, under the same passphrase. The damaged one is left as it is. */
export function salvageStore(directory: string, seal: Seal, target: string): Salvaged | Failed {
	const file = path.resolve(target, storeFileName);
	const occupied = refuseOccupied(file);
	if (occupied !== undefined) return occupied;
	const examination = examineStore(directory, seal);
	if (isStoreError(examination)) return examination;
	const names = resolveStore(examination.file);
	if (isStoreError(names)) return names;
	const from = {...names, seal};
	const found = findSheet(examination, from);
	if (found === undefined) {
		const message = `Nothing can be saved of ${examination.file}: neither it nor a backup can be read. Nothing was written.`;
		return failed('damaged', examination.file, message);
	}
	const refused = makeFolder(file, file);
	if (refused !== undefined) return refused;
	try {
		const files = filesOf(file, finishedSeal(seal));
		if (seal.key !== undefined) writeKeyFile(files, recordOf(seal.key), () => true);
		const id = nameOfJournal({});
		writeJournal(files, {id, revision: found.sheet.revision}, Buffer.alloc(0), () => true);
		const replaced = replaceCheckpoint(files, encodeSheet(found.sheet, id), () => true);
		if (replaced !== 'done') return fullFailure(file);
		salvageHistory(from, files, found.sheet);
		return {file, ...found, examination};
	} catch (error) {
		return writeFailure(file, error);
	}
}

function refuseOccupied(file: string): Failed | undefined {
	const folder = path.dirname(file);
	try {
		if (!existsSync(folder) || readdirSync(folder).length === 0) return undefined;
	} catch (error) {
		return writeFailure(folder, error);
	}
	const reason = `${folder} is not empty. Name a folder that does not exist yet. Nothing was written.`;
	return failed('not-writable', file, reason);
}

type Found = Pick<Salvaged, 'sheet' | 'source' | 'isComplete'>;

/**
 * The best that can be had: the checkpoint; or else a dated copy from which the journal leads to the end; or else the
 * checkpoint although it does not match its checksum, because it is newer than any copy; or else the newest copy.
 */
function findSheet(examination: Examination, files: StoreFiles): Found | undefined {
	const {file, sheet: own, isAltered, journal, misfit} = examination;
	const copies = examination.files
		.filter(({role}) => role === 'backup')
		.flatMap(({file: copy}) => {
			const read = readBackupText(copy, files.seal);
			const decoded = 'text' in read ? decodeSheet(read.text) : read;
			return 'sheet' in decoded ? [{source: copy, sheet: decoded.sheet}] : [];
		});
	const goOn = ({source, sheet: start}: (typeof copies)[number]): Found => {
		const sheet = (journal && readWhatCanBe(files, 'journal', start).sheet) ?? start;
		return {source, sheet, isComplete: isWholeUpTo(sheet, journal)};
	};
	const isComplete = misfit === undefined && own !== undefined && isWholeUpTo(own, journal);
	const mine = own && {source: file, sheet: own, isComplete};
	const theirs = copies[0] && (mine === undefined || isAltered) ? goOn(copies[0]) : undefined;
	const best = theirs?.isComplete === true ? theirs : (mine ?? theirs);
	return best && {...best, sheet: {...best.sheet, nextId: nextIdAfterLoss(examination, copies)}};
}

function isWholeUpTo({revision}: Sheet, journal: Remains | undefined): boolean {
	return journal?.bad.length === 0 && (journal.revisions?.[1] ?? journal.header?.revision) === revision;
}
