import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {listBackups} from '../backup/write-backup.ts';
import type {StoreFiles} from '../store-files.ts';

/** One of a store's files as it was found. */
export type FoundFile = {
	readonly file: string;
	readonly role: 'checkpoint' | 'journal' | 'history' | 'key' | 'backup' | 'draft' | 'lock' | 'leftover';
	/** Bytes. */
	readonly size: number;
	/** Permission bits in octal, such as "600". */
	readonly mode: string;
};

/** Everything in a store's folder that belongs to the store, and its dated copies, the newest first. */
export function findStoreFiles(files: StoreFiles): readonly FoundFile[] {
	if (!existsSync(files.folder)) return [];
	const inFolder = readdirSync(files.folder).flatMap((name) => {
		const file = path.join(files.folder, name);
		const role = roleOf(file, files);
		return role === undefined ? [] : [{file, role}];
	});
	const backups = listBackups(files.backups).map((file) => ({file, role: 'backup' as const}));
	return [...inFolder, ...backups].flatMap(({file, role}) => {
		const stats = statSync(file, {throwIfNoEntry: false});
		return stats === undefined
			? []
			: [{file, role, size: stats.size, mode: (stats.mode & 0o7777).toString(8)}];
	});
}

function roleOf(file: string, files: StoreFiles): FoundFile['role'] | undefined {
	if (file === files.checkpoint) return 'checkpoint';
	if (file === files.journal) return 'journal';
	if (file === files.history) return 'history';
	if (file === files.key) return 'key';
	if (/^draft-.*\.json$/.test(path.basename(file))) return 'draft';
	// Taking over a lock that was left behind is under a lock, too.
	const locks = [files.checkpoint, files.next].flatMap((name) => [`${name}.lock`, `${name}.lock.lock`]);
	if (locks.includes(file)) return 'lock';
	const leftovers = [files.next, files.journalNext, files.historyNext, files.keyNext];
	return leftovers.some((next) => file === next || file.startsWith(`${next}.tmp-`)) ? 'leftover' : undefined;
}
