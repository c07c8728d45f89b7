import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {listBackups} from '../backup/write-backup.ts';
import {readStart} from '../disk/stored-form.ts';
import {isSealed as isSealedText, readKeyId} from '../seal/seal.ts';
import type {StoreFiles} from '../seal/sealed-files.ts';
import {ifAllowed} from '../store-error.ts';

/** One of a store's files as it was found. */
export type FoundFile = {
	readonly file: string;
	readonly role:
		| 'checkpoint'
		| 'journal'
		| 'history'
		| 'key'
		/** Of messages that are being sent. */
		| 'mailing'
		| 'backup'
		| 'draft'
		| 'lock'
		| 'leftover'
		/** Of the dated copies. */
		| 'folder'
		/** Of another name: one of the others was copied or renamed. */
		| 'copy';
	/** Bytes. */
	readonly size: number;
	/** Permission bits in octal, such as "600". */
	readonly mode: string;
	/** Number of the account that owns it. */
	readonly uid: number;
	/** Whether anybody can read in it what the sheet holds; undefined where we cannot read it. */
	readonly isPlain: boolean | undefined;
	/** Of a dated copy or draft: the name of the key that it is encrypted with. */
	readonly keyId: string | undefined;
};

/** Everything in a store's folder that belongs to the store, and its dated copies, the newest first. */
export function findStoreFiles(files: StoreFiles): readonly FoundFile[] {
	if (!existsSync(files.folder)) return [];
	const backups = ifAllowed(() => listBackups(files.backups)) ?? [];
	const beside = existsSync(files.backups) ? (ifAllowed(() => namesIn(files.backups)) ?? []) : [];
	const others = beside.filter((file) => !backups.includes(file));
	return [...namesIn(files.folder), ...backups, ...others].flatMap((file) => {
		const role = backups.includes(file) ? 'backup' : roleOf(file, files);
		const stats = statSync(file, {throwIfNoEntry: false});
		if (stats === undefined) return [];
		const isSealed = role === 'backup' || role === 'draft';
		const isPlain = stats.isFile() ? ifAllowed(() => isPlainText(file, role)) : isSealed ? undefined : false;
		if (role === undefined && isPlain !== true) return [];
		const keyId = isSealed && isPlain === false ? readKeyId(file) : undefined;
		const mode = (stats.mode & 0o7777).toString(8);
		return [{file, role: role ?? 'copy', size: stats.size, mode, uid: stats.uid, isPlain, keyId}];
	});
}

function namesIn(folder: string): readonly string[] {
	return readdirSync(folder).map((name) => path.join(folder, name));
}

/** Whether a file begins as a sheet, or a line of journal and history, does in the clear; a draft is JSON of any kind. */
function isPlainText(file: string, role: FoundFile['role'] | undefined): boolean {
	const start = readStart(file, 200);
	if (role === 'draft') return !isSealedText(start);
	return (
		/^\s*(\u00ef\u00bb\u00bf)?\{\s*"version".*"(checksum|revision|nextId)"/s.test(start) ||
		/^[\da-f]{8} \d{1,10} \{"(journal|revision|part|mailing|id)"/.test(start)
	);
}

function roleOf(file: string, files: StoreFiles): FoundFile['role'] | undefined {
	const own = (['checkpoint', 'journal', 'history', 'key', 'mailing'] as const).find(
		(part) => file === files[part],
	);
	if (own !== undefined) return own;
	if (file === files.backups) return 'folder';
	if (/^draft-.*\.json$/.test(path.basename(file))) return 'draft';
	// Taking over a lock that was left behind is under a lock, too.
	const locks = [files.checkpoint, files.next, files.mailing].flatMap((name) => [
		`${name}.lock`,
		`${name}.lock.lock`,
	]);
	if (locks.includes(file)) return 'lock';
	const leftovers = [files.next, files.journalNext, files.historyNext, files.keyNext, files.mailingNext];
	return leftovers.some((next) => file === next || file.startsWith(`${next}.tmp-`)) ? 'leftover' : undefined;
}
