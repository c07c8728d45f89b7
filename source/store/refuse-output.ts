import {realpathSync, statSync} from 'node:fs';
import path from 'node:path';
import {type Problem, quote} from '../domain/problem.ts';
import {draftName} from './draft-file.ts';
import {ifAllowed, isStoreError} from './store-error.ts';
import {namesOf} from './store-files.ts';
import {resolveStore} from './store-path.ts';

/**
 * Whether a store keeps a file, or a name, for itself: its sheet, journal, history and key, dated copies and drafts, and
 * what is on its way into place. Links are followed. Other names in its folder are anybody's.
 */
export function ownsFile(storeFile: string, file: string): boolean {
	const found = resolveStore(path.resolve(storeFile));
	const names = isStoreError(found) ? namesOf(path.resolve(storeFile)) : found;
	const own = [names.checkpoint, names.journal, names.history, names.key, names.backups, names.mailing];
	const real = followLinks(file);
	if (own.some((one) => isSameFile(one, real)) || real.startsWith(`${names.backups}${path.sep}`)) return true;
	if (path.dirname(real) !== names.folder) return false;
	const isOnItsWay = own.some((one) =>
		[`${one}.next`, `${one}.lock`].some((start) => real.startsWith(start)),
	);
	return own.includes(real) || isOnItsWay || draftName.test(path.basename(real));
}

/**
 * Says why a file must not be written, whatever the person wants: it is one of the store's own, or the one that is imported.
 *
 * @param input the file that is imported, where there is one
 */
export function outputRefuser(storeFile: string, input?: string): (file: string) => Problem | undefined {
	return (file) =>
		refuseOwnFile(storeFile, file) ?? (input === undefined ? undefined : refuseInput(input, file));
}

function refuseOwnFile(storeFile: string, file: string): Problem | undefined {
	if (!ownsFile(storeFile, file)) return undefined;
	return {
		severity: 'error',
		code: 'file-of-store',
		message: `${quote(file)} is one of the files that usersheet keeps the sheet in.`,
		short: 'A file of the sheet itself',
		fix: 'Choose another name.',
	};
}

/** Refuses to write what comes of an import over the file that is imported. */
export function refuseInput(input: string, file: string): Problem | undefined {
	if (!isSameFile(input, file)) return undefined;
	return {
		severity: 'error',
		code: 'file-is-input',
		message: `${quote(file)} is the file that is imported.`,
		short: 'The imported file itself',
		fix: 'Choose another name.',
	};
}

/** Whether two names lead to one file, by links of either kind or in another case. */
function isSameFile(one: string, other: string): boolean {
	const [a, b] = [one, other].map((file) =>
		ifAllowed(() => statSync(file, {bigint: true, throwIfNoEntry: false})),
	);
	if (a === undefined || b === undefined) return followLinks(one) === followLinks(other);
	return a.dev === b.dev && a.ino === b.ino;
}

/** Where a file is, or would be. */
function followLinks(file: string): string {
	const full = path.resolve(file);
	try {
		return realpathSync(full);
	} catch {
		const folder = path.dirname(full);
		return folder === full ? full : path.join(followLinks(folder), path.basename(full));
	}
}
