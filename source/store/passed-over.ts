import {existsSync, readSync} from 'node:fs';
import {visibleText} from '../terminal/text/visible-text.ts';
import type {OpenJournal} from './journal/read-journal.ts';
import type {Loaded} from './load-store.ts';
import type {Seal} from './seal/seal.ts';
import {isStoreError} from './store-error.ts';
import {resolveStore} from './store-path.ts';

/**
 * What was passed over when a store was read, and when its passphrase was set: in whole sentences for people.
 *
 * @returns undefined where there is nothing of the kind
 */
export function describePassedOver(file: string, known: Loaded | undefined, seal: Seal): string | undefined {
	const sentences = known?.torn === true ? describeTorn(file, known.journal) : [];
	const left = `Dated copies or drafts of ${file} do not have its passphrase, because they could not be read. "usersheet doctor" names them; every start that can write tries again.`;
	const all = seal.left === undefined ? sentences : [...sentences, left];
	return all.length === 0 ? undefined : visibleText(all.join(' '));
}

function describeTorn(file: string, journal: OpenJournal | undefined): readonly string[] {
	const names = resolveStore(file);
	// While a process holds the lock it may just be written.
	if (journal === undefined || isStoreError(names) || existsSync(`${names.checkpoint}.lock`)) return [];
	return [describeTornEnd(names.journal, readEnd(journal))];
}

/**
 * What the end of a journal or a history is that is no whole entry.
 *
 * @param end its bytes, or the first of them
 */
export function describeTornEnd(file: string, end: Buffer): string {
	return end.includes(0)
		? `${file} ends with zeros. A power cut leaves that of a change that was not reported as saved; if there was none, the disk has lost the last change.`
		: `${file} ended with part of a change that was being written when a process or the machine died. It was never reported as saved, and is left out.`;
}

function readEnd({handle, place}: OpenJournal): Buffer {
	const bytes = Buffer.alloc(64 * 1024);
	return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, place.offset));
}
