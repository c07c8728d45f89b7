import {closeSync, existsSync, fdatasyncSync, readFileSync, rmSync, writeSync} from 'node:fs';
import path from 'node:path';
import {z} from 'zod';
import type {MailRecord} from '../../domain/message/record-mail.ts';
import {mailResults} from '../../domain/system-fields.ts';
import {replaceWhole} from '../disk/replace-whole.ts';
import {syncFolder} from '../disk/sync-folder.ts';
import {openJournal} from '../journal/journal-file.ts';
import {checkedLines, formatLine} from '../seal/checked-line.ts';
import {sealerFor} from '../seal/seal.ts';
import type {StoreFiles} from '../seal/sealed-files.ts';
import {damaged, type Unreadable} from '../unreadable.ts';

/**
 * What is written down of messages while they are being sent: of each, before it goes out, that nothing is known of it, and then
 * what has become of it. After a crash, so, no message is sent for a second time. It has IDs, times, results and fingerprints.
 */

const recordSchema = z.strictObject({
	id: z.int().positive(),
	at: z.iso.datetime(),
	as: z.string(),
	result: z.enum(mailResults).exclude(['']),
});
/** The version of this format. */
const headerSchema = z.strictObject({mailing: z.literal(1)});

/** What a log says of each user, in the order in which they come; none where there is no log. */
export function readMailLog(files: StoreFiles): readonly MailRecord[] | Unreadable {
	if (!existsSync(files.mailing)) return [];
	const records = new Map<number, MailRecord>();
	for (const line of checkedLines(readFileSync(files.mailing), sealerFor(files.seal, 'mailing'))) {
		if (line.kind === 'damaged') return damaged(`line ${line.number} ${line.reason}`);
		const read = JSON.parse(line.json);
		if (line.number === 1) {
			if (!headerSchema.safeParse(read).success)
				return {kind: 'newer', reason: 'the format of its first line is another one'};
			continue;
		}
		const record = recordSchema.safeParse(read).data;
		if (record === undefined) return damaged(`line ${line.number} is not one of its lines`);
		records.set(record.id, record);
	}
	return [...records.values()];
}

/** A log that is being written. */
export type OpenMailLog = {
	/**
	 * Appends a record; with `sync` it is on the disk when this returns.
	 *
	 * @throws system errors
	 */
	readonly append: (record: MailRecord, sync: boolean) => void;
	readonly close: () => void;
};

/**
 * Begins a log. Only for the holder of its lock.
 *
 * @returns undefined where the lock was lost
 * @throws system errors
 */
export function beginMailLog(files: StoreFiles, isOurs: () => boolean): OpenMailLog | undefined {
	const sealer = sealerFor(files.seal, 'mailing');
	const header = formatLine(JSON.stringify({mailing: 1}), sealer);
	if (!replaceWhole(files.checkpoint, files.mailing, header, isOurs)) return undefined;
	const handle = openJournal(files.mailing, false);
	if (handle === undefined) throw new Error('The log that was just written is gone');
	return {
		append(record, sync) {
			const line = formatLine(JSON.stringify(record), sealer);
			for (let done = 0; done < line.length; ) done += writeSync(handle, line, done);
			if (sync) fdatasyncSync(handle);
		},
		close: () => closeSync(handle),
	};
}

/** Removes a log whose records are in the sheet. */
export function removeMailLog(files: StoreFiles): void {
	rmSync(files.mailing, {force: true});
	syncFolder(path.dirname(files.mailing));
}
