import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import type {Sheet} from '../../domain/sheet.ts';
import {listBackups} from '../backup/write-backup.ts';
import {decodeSheet} from '../checkpoint/decode-sheet.ts';
import {readCheckpoint} from '../checkpoint/read-checkpoint.ts';
import {identify} from '../load-store.ts';
import {readKeyFile} from '../seal/key-file.ts';
import {type Seal, sealerFor} from '../seal/seal.ts';
import {type Failed, isStoreError, readFailure} from '../store-error.ts';
import {filesOf, type StoreFiles} from '../store-files.ts';
import {resolveStoreFile, storeFileName} from '../store-path.ts';
import {type Remains, readWhatCanBe} from './read-what-can-be.ts';

/** One of a store's files as it was found. */
export type FoundFile = {
	readonly file: string;
	readonly role: 'checkpoint' | 'journal' | 'history' | 'key' | 'backup' | 'draft' | 'lock' | 'leftover';
	/** Bytes. */
	readonly size: number;
	/** Permission bits in octal, such as "600". */
	readonly mode: string;
};

/** What an examination has found; nothing was changed. */
export type Examination = {
	readonly file: string;
	readonly isEncrypted: boolean;
	readonly files: readonly FoundFile[];
	readonly checkpoint:
		| {readonly revision: number; readonly version: number; readonly users: number}
		| {readonly kind: 'missing' | 'damaged' | 'newer'; readonly reason: string};
	readonly journal?: Remains;
	readonly history?: Remains;
	/** Whole sentences about what is not as it should be; none when all is well. */
	readonly problems: readonly string[];
	/** Whether something that was saved cannot be read; leftovers, locks and file modes are no damage. */
	readonly isDamaged: boolean;
	/** The newest sheet that can be read; absent when the checkpoint cannot. */
	readonly sheet?: Sheet;
};

const attempts = 5;

/** Looks at everything that belongs to a store, past what is damaged. */
export function examineStore(directory: string, seal: Seal): Examination | Failed {
	const file = path.resolve(directory, storeFileName);
	try {
		for (let attempt = 1; ; attempt += 1) {
			const place = resolveStoreFile(file);
			if (isStoreError(place)) return place;
			const before = identify(place.target);
			const found = examineFiles(file, filesOf(place.target, seal));
			// A checkpoint on its way into place makes sheet and journal look as if they did not belong together.
			if (!found.isDamaged || attempt === attempts || identify(place.target) === before) return found;
		}
	} catch (error) {
		return readFailure(file, error);
	}
}

function examineFiles(file: string, files: StoreFiles): Examination {
	const found = findFiles(files);
	const read = readCheckpoint(files.checkpoint, files.seal);
	const decoded = read === undefined || 'kind' in read ? read : decodeSheet(read.text);
	const start = decoded !== undefined && 'sheet' in decoded ? decoded.sheet : undefined;
	const journal = existsSync(files.journal)
		? readWhatCanBe(files.journal, sealerFor(files.seal, 'journal'), start)
		: undefined;
	const history = existsSync(files.history)
		? readWhatCanBe(files.history, sealerFor(files.seal, 'history'))
		: undefined;
	const checkpoint =
		decoded === undefined
			? ({kind: 'missing', reason: 'it does not exist'} as const)
			: 'kind' in decoded
				? {kind: decoded.kind, reason: decoded.reason}
				: {revision: decoded.sheet.revision, version: decoded.version, users: decoded.sheet.users.length};
	const sheet = journal?.sheet ?? start;
	const key = describeKey(files);
	const damage = [
		...(key === undefined ? [] : [key]),
		...('reason' in checkpoint ? [`${files.checkpoint} cannot be used: ${checkpoint.reason}.`] : []),
		...(journal === undefined ? [] : describeDamage(files.journal, journal)),
		...(journal === undefined || start === undefined ? [] : describeFit(files, start, journal)),
		...(history === undefined ? [] : describeDamage(files.history, history)),
	];
	return {
		file,
		isEncrypted: files.seal.key !== undefined,
		files: found,
		checkpoint,
		...(journal === undefined ? {} : {journal}),
		...(history === undefined ? {} : {history}),
		problems: [
			...damage,
			...(journal?.torn === true ? [describeTorn(files.journal)] : []),
			...(history?.torn === true ? [describeTorn(files.history)] : []),
			...found.flatMap(describeFile),
		],
		isDamaged: damage.length > 0 && found.some(({role}) => isProofOfUse(role)),
		...(sheet === undefined ? {} : {sheet}),
	};
}

function findFiles(files: StoreFiles): readonly FoundFile[] {
	if (!existsSync(files.folder)) return [];
	// Taking over a lock that was left behind is under a lock, too.
	const locks = [files.checkpoint, files.next].flatMap((name) => [`${name}.lock`, `${name}.lock.lock`]);
	const leftovers = [files.next, files.journalNext, files.historyNext, files.keyNext];
	const roleOf = (file: string): FoundFile['role'] | undefined => {
		if (file === files.checkpoint) return 'checkpoint';
		if (file === files.journal) return 'journal';
		if (file === files.history) return 'history';
		if (file === files.key) return 'key';
		if (/^draft-.*\.json$/.test(path.basename(file))) return 'draft';
		if (locks.includes(file)) return 'lock';
		return leftovers.some((next) => file === next || file.startsWith(`${next}.tmp-`))
			? 'leftover'
			: undefined;
	};
	const inFolder = readdirSync(files.folder).flatMap((name) => {
		const file = path.join(files.folder, name);
		const role = roleOf(file);
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

/** Without any of these nobody has written to the store yet: a draft or a lock may come before the first change. */
function isProofOfUse(role: FoundFile['role']): boolean {
	return role === 'checkpoint' || role === 'journal' || role === 'history' || role === 'backup';
}

/** What is wrong with the key file; what was read all the same was read with the key that a backup holds. */
function describeKey(files: StoreFiles): string | undefined {
	const record = readKeyFile(files);
	if (record === undefined) {
		return files.seal.key === undefined
			? undefined
			: `${files.key} is missing: without it nothing can be decrypted. A backup holds the same key.`;
	}
	return 'kind' in record
		? `${files.key} cannot be used: ${record.reason}. Without it nothing can be decrypted.`
		: undefined;
}

function describeDamage(file: string, {bad, lost}: Remains): readonly string[] {
	return [
		...bad.map(({line, reason}) => `${file}: line ${line} ${reason}.`),
		...(lost > 0
			? [`${file}: ${lost} of its changes ${lost === 1 ? 'builds' : 'build'} on what is damaged before them.`]
			: []),
	];
}

function describeTorn(file: string): string {
	return `${file} ends with what a crash has left of a change that was never reported as saved.`;
}

function describeFit(files: StoreFiles, {revision}: Sheet, {base}: Remains): readonly string[] {
	return base === undefined || base <= revision
		? []
		: [`${files.journal} goes on from revision ${base}, but ${files.checkpoint} is at revision ${revision}.`];
}

function describeFile({file, role, mode}: FoundFile): readonly string[] {
	if (role === 'leftover')
		return [`${file} was left by a process that was killed; the next change removes it.`];
	if (role === 'lock') return [`${file} is there: somebody is writing, or was killed while writing.`];
	const isOpen = process.platform !== 'win32' && (Number.parseInt(mode, 8) & 0o077) !== 0;
	return isOpen ? [`${file} can be read by others than its owner (mode ${mode}); it holds passwords.`] : [];
}
