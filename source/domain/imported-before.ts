import {describeAuthor} from './describe-entry.ts';
import type {EntrySummary} from './entry.ts';
import {formatLocalTime} from './local-time.ts';

/** An import of the same bytes in the history (rules.md 3.9). */
export type ImportedBefore = Pick<EntrySummary, 'revision' | 'at' | 'author'> & {
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
 * @param hash SHA-256 of the file's bytes in hex
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
		if (origination.hash !== hash) continue;
		if (!isUndone) return {revision, at, author, undone: false};
		newest ??= {revision, at, author, undone: true};
	}
	return newest;
}

/** "Imported before: change 12, 2026-01-02 14:05, by ann." */
export function describeImportedBefore(
	{revision, at, author, undone}: ImportedBefore,
	timeZone: string,
): string {
	const when = formatLocalTime(at, timeZone);
	const change = `change ${revision.toLocaleString('en-US')}, ${when}, by ${describeAuthor(author)}`;
	return `Imported before${undone ? ' and undone since' : ''}: ${change}.`;
}
