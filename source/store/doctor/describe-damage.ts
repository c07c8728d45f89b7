import type {Sheet} from '../../domain/sheet.ts';
import {describeClock} from '../journal/describe-clock.ts';
import type {Misfit} from '../journal/find-misfit.ts';
import {describeMisfit} from '../journal/find-misfit.ts';
import {readKeyFile} from '../seal/key-file.ts';
import type {StoreFiles} from '../seal/sealed-files.ts';
import type {FoundFile} from './find-store-files.ts';
import type {Remains} from './read-what-can-be.ts';

/** What is wrong with the key file; what was read all the same was read with the key that a backup holds. */
export function describeKey(files: StoreFiles): readonly string[] {
	const record = readKeyFile(files);
	if (record === undefined && files.seal.key !== undefined)
		return [`${files.key} is missing: without it nothing can be decrypted. A backup holds the same key.`];
	if (record === undefined || !('kind' in record)) return [];
	return [`${files.key} cannot be used: ${record.reason}. Without it nothing can be decrypted.`];
}

/** What cannot be read of a journal or a history. */
export function describeRemains(file: string, remains: Remains | undefined): readonly string[] {
	if (remains === undefined) return [];
	const {fault, bad, lost} = remains;
	return [
		...(fault === undefined ? [] : [`${file} is damaged: ${fault}.`]),
		...bad.map(({line, reason}) => `${file}: line ${line} ${reason}.`),
		...(lost > 0
			? [`${file}: ${lost} of its changes ${lost === 1 ? 'builds' : 'build'} on what is damaged before them.`]
			: []),
	];
}

/** Why checkpoint and journal do not belong together. */
export function describeFit(
	{checkpoint, journal}: StoreFiles,
	revision: number | undefined,
	remains: Remains | undefined,
	misfit: Misfit | undefined,
): readonly string[] {
	if (misfit === undefined) return [];
	const [from, to] = [remains?.header?.revision, remains?.revisions?.[1] ?? remains?.header?.revision];
	if (misfit === 'ahead')
		return [`${journal} goes on from revision ${from}, but ${checkpoint} is at revision ${revision}.`];
	if (misfit === 'behind')
		return [`${journal} ends at revision ${to}, but ${checkpoint} is at revision ${revision}.`];
	return [describeMisfit(checkpoint, journal, misfit)];
}

/** Dates that cannot be right. */
export function describeDates(
	history: Remains | undefined,
	journal: Remains | undefined,
	sheet: Sheet | undefined,
): readonly string[] {
	const older = history?.dates ?? [];
	const last = older.at(-1)?.revision ?? 0;
	const newer = journal?.dates.filter(({revision}) => revision > last) ?? [];
	return describeClock([...older, ...newer], Date.now(), sheet?.settings.history.days);
}

/** IDs that would be given a second time: an older sheet was put in place of the one that gave them. */
export function describeNextId(nextId: number | undefined, given: number): readonly string[] {
	if (nextId === undefined || given <= nextId) return [];
	return [
		`IDs up to ${given - 1} were given, but the sheet would give ${nextId} next: "usersheet doctor --salvage DIR" puts that right in a new folder.`,
	];
}

/** Files that another account owns than the sheet: an older usersheet that root ran has made them so. */
export function describeOwners(found: readonly FoundFile[]): readonly string[] {
	const owner = found.find(({role}) => role === 'checkpoint')?.uid;
	return found
		.filter(({role, uid}) => role !== 'lock' && role !== 'copy' && uid !== owner && owner !== undefined)
		.map(
			({file}) =>
				`${file} belongs to another account than the sheet, which may keep the owner of the sheet out: as root, "chown" gives it back.`,
		);
}

/** Dated copies, drafts and copies by hand that are not encrypted as the store is. */
function describeSealing({file, role, isPlain, keyId}: FoundFile, id: string | undefined): readonly string[] {
	// Of the other files this is damage, and said as such.
	if (id === undefined || !(role === 'backup' || role === 'draft' || role === 'copy')) return [];
	if (isPlain === undefined)
		return [`${file} cannot be read: it may still be in the clear, or have a former passphrase.`];
	if (isPlain)
		return [
			`${file} is not encrypted, although the store is: anybody who gets it can read the passwords in it. Move it to a safe place, or remove it.`,
		];
	return keyId === id ? [] : [`${file} does not have the passphrase of the store.`];
}

/**
 * What is odd about a file by itself.
 *
 * @param id name of the key that the store is encrypted with
 */
export function describeFile(found: FoundFile, id: string | undefined): readonly string[] {
	const {file, role, mode} = found;
	if (role === 'leftover')
		return [`${file} was left by a process that was killed; the next change removes it.`];
	if (role === 'lock') return [`${file} is there: a process is writing, or was killed while it wrote.`];
	const sealing = describeSealing(found, id);
	if (sealing.length > 0) return sealing;
	if (role === 'folder') return [];
	const isOpen = process.platform !== 'win32' && (Number.parseInt(mode, 8) & 0o077) !== 0;
	return isOpen ? [`${file} can be read by others than its owner (mode ${mode}); it holds passwords.`] : [];
}
