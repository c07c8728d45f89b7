import {describeAuthor} from './describe-entry.ts';
import type {EntrySummary} from './entry.ts';
import {formatLocalTime} from './local-time.ts';
import {quote} from './problem.ts';

/** An import of the same bytes in the history (rules.md 3.9). */
export type ImportedBefore = Pick<EntrySummary, 'revision' | 'at' | 'author'> & {
	readonly fileName: string;
	/** Whether the history has an undo of it since then, as far as the names of the changes tell. */
	readonly undone: boolean;
};

/** What {@link findImportedBefore} needs of the history. */
export const importsAndUndos = ['import', 'undo'] as const;

/**
 * The newest import of a file that was not undone since, or else the newest one. An undo names its change: where two changes
 * have one name, it is taken for that of the newer one.
 *
 * @param entries newest first: all imports and undos
 * @param hash SHA-256 of the file's bytes in hex, or its beginning
 */
export function findImportedBefore(
	entries: readonly EntrySummary[],
	hash: string,
): ImportedBefore | undefined {
	/** How many changes of this name are undone by what came after. */
	const undone = new Map<string, number>();
	const countUndo = (label: string, by: number): void => {
		undone.set(label, (undone.get(label) ?? 0) + by);
	};
	let newest: ImportedBefore | undefined;
	for (const {revision, at, author, origination, label} of entries) {
		if (origination.from === 'undo') {
			const [prefix] = /^(?:(?:Undo|Redo): )*/.exec(label) ?? [''];
			// To undo an undo is to do it again.
			const isUndo = prefix.split('Undo').length % 2 === 0;
			countUndo(label.slice(prefix.length), isUndo ? 1 : -1);
		}
		if (origination.from !== 'import') continue;
		const isUndone = (undone.get(label) ?? 0) > 0;
		if (isUndone) countUndo(label, -1);
		if (!origination.hash.startsWith(hash)) continue;
		const found = {revision, at, author, fileName: origination.fileName, undone: isUndone};
		if (!isUndone) return found;
		newest ??= found;
	}
	return newest;
}

/** "Imported before: change 12, 2026-01-02 14:05, by ann." */
export function describeImportedBefore(before: ImportedBefore, timeZone: string): string {
	return `Imported before${before.undone ? ' and undone since' : ''}: ${describeImport(before, timeZone)}.`;
}

/** "Rows that were rejected of nord.csv: change 12, 2026-01-02 14:05, by ann." */
export function describeRejectsOf(first: ImportedBefore, timeZone: string): string {
	const since = first.undone ? ', undone since' : '';
	return `Rows that were rejected of ${quote(first.fileName)}: ${describeImport(first, timeZone)}${since}.`;
}

function describeImport({revision, at, author}: ImportedBefore, timeZone: string): string {
	const when = formatLocalTime(at, timeZone);
	return `change ${revision.toLocaleString('en-US')}, ${when}, by ${describeAuthor(author)}`;
}
