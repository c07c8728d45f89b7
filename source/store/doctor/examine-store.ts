import {existsSync} from 'node:fs';
import path from 'node:path';
import type {Sheet} from '../../domain/sheet.ts';
import {decodeSheet} from '../checkpoint/decode-sheet.ts';
import {readCheckpoint} from '../checkpoint/read-checkpoint.ts';
import {findMisfit, type Misfit} from '../journal/find-misfit.ts';
import {identifyFile} from '../load-store.ts';
import type {Seal} from '../seal/seal.ts';
import type {StoreFiles} from '../seal/sealed-files.ts';
import {type Failed, isStoreError, readFailure} from '../store-error.ts';
import {storeFileName} from '../store-files.ts';
import {resolveStore} from '../store-path.ts';
import {
	describeDates,
	describeFile,
	describeFit,
	describeKey,
	describeNextId,
	describeOwners,
	describeRemains,
} from './describe-damage.ts';
import {type FoundFile, findStoreFiles} from './find-store-files.ts';
import {type Remains, readWhatCanBe} from './read-what-can-be.ts';

/** What an examination has found; nothing was changed. */
export type Examination = {
	readonly file: string;
	readonly isEncrypted: boolean;
	readonly files: readonly FoundFile[];
	readonly checkpoint:
		| {readonly revision: number; readonly version: number; readonly users: number}
		| {readonly kind: 'missing' | 'damaged' | 'newer'; readonly reason: string};
	readonly journal: Remains | undefined;
	readonly history: Remains | undefined;
	/** Why checkpoint and journal do not belong together; undefined where they do. */
	readonly misfit: Misfit | undefined;
	/** Whole sentences about what is not as it should be; none when all is well. */
	readonly problems: readonly string[];
	/** Whether something that was saved cannot be read; leftovers, locks and file modes are no damage. */
	readonly isDamaged: boolean;
	/** The newest sheet that can be read; undefined when the checkpoint cannot. */
	readonly sheet: Sheet | undefined;
	/** Whether the checkpoint can be read, but does not match its checksum. */
	readonly isAltered: boolean;
};

const attempts = 5;

/** Looks at everything that belongs to a store, past what is damaged. */
export function examineStore(directory: string, seal: Seal): Examination | Failed {
	const file = path.resolve(directory, storeFileName);
	try {
		for (let attempt = 1; ; attempt += 1) {
			const names = resolveStore(file);
			if (isStoreError(names)) return names;
			const before = identifyFile(names.checkpoint);
			const found = examineFiles(file, {...names, seal});
			// A checkpoint on its way into place makes sheet and journal look as if they did not belong together.
			if (!found.isDamaged || attempt === attempts || identifyFile(names.checkpoint) === before) return found;
		}
	} catch (error) {
		return readFailure(file, error);
	}
}

function examineFiles(file: string, files: StoreFiles): Examination {
	const found = findStoreFiles(files);
	const read = readCheckpoint(files.checkpoint, files.seal);
	const decoded: ReturnType<typeof decodeSheet> | undefined =
		read === undefined || 'kind' in read ? read : decodeSheet(read.text);
	const held = decoded !== undefined && 'kind' in decoded ? decoded.altered : decoded;
	const journal = existsSync(files.journal) ? readWhatCanBe(files, 'journal', held?.sheet) : undefined;
	const history = existsSync(files.history) ? readWhatCanBe(files, 'history') : undefined;
	const misfit = held === undefined ? undefined : misfitOf(held, journal);
	const checkpoint =
		decoded === undefined
			? ({kind: 'missing', reason: 'it does not exist'} as const)
			: 'kind' in decoded
				? {kind: decoded.kind, reason: decoded.reason}
				: {revision: decoded.sheet.revision, version: decoded.version, users: decoded.sheet.users.length};
	const sheet = misfit === 'foreign' ? held?.sheet : (journal?.sheet ?? held?.sheet);
	const damage = [
		...describeKey(files),
		...('reason' in checkpoint ? [`${files.checkpoint} cannot be used: ${checkpoint.reason}.`] : []),
		...describeRemains(files.journal, journal),
		...describeFit(files, held?.sheet.revision, journal, misfit),
		...describeRemains(files.history, history),
	];
	return {
		file,
		isEncrypted: files.seal.key !== undefined,
		files: found,
		checkpoint,
		journal,
		history,
		misfit,
		problems: [
			...damage,
			...[journal, history].flatMap((remains) => remains?.tornEnd ?? []),
			...describeDates(history, journal, sheet),
			...describeNextId(sheet?.nextId, givenIds(misfit, journal, history)),
			...describeOwners(found),
			...found.flatMap((one) => describeFile(one, files.seal.key?.id)),
		],
		isDamaged: damage.length > 0 && found.some(({role}) => isProofOfUse(role, journal)),
		sheet,
		isAltered: decoded !== undefined && 'kind' in decoded && held !== undefined,
	};
}

function misfitOf(
	{sheet, journal}: {readonly sheet: Sheet; readonly journal?: string},
	remains: Remains | undefined,
): Misfit | undefined {
	const expected = {revision: sheet.revision, journal};
	if (remains === undefined) return findMisfit(expected, undefined);
	const {header, revisions, bad} = remains;
	// What is wrong with it is said already.
	if (header === undefined) return undefined;
	const last = bad.length > 0 ? expected.revision : (revisions?.[1] ?? header.revision);
	return findMisfit(expected, {header, last});
}

/** One more than the largest ID that journal and history know to have been given. */
export function givenIds(
	misfit: Misfit | undefined,
	journal: Remains | undefined,
	history: Remains | undefined,
): number {
	return Math.max(history?.nextId ?? 1, misfit === 'foreign' ? 1 : (journal?.nextId ?? 1));
}

/** Without any of these the store was never written to: a draft, a lock or an empty journal may come before the first change. */
function isProofOfUse(role: FoundFile['role'], journal: Remains | undefined): boolean {
	if (role === 'journal') return journal?.header?.revision !== 0 || journal.lines > 1 || journal.torn;
	return role === 'checkpoint' || role === 'history' || role === 'backup';
}
