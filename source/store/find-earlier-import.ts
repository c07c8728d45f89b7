import {findImportedBefore, type ImportedBefore, importsAndUndos} from '../domain/imported-before.ts';
import type {Store} from './store.ts';

/**
 * The last import of a file that the history has (rules.md 3.9). A history that cannot be read is no reason
 * to refuse an import: then there is none.
 *
 * @param hash SHA-256 of the file's bytes in hex, or its beginning
 */
export async function findEarlierImport(
	store: Pick<Store, 'history'>,
	hash: string,
): Promise<ImportedBefore | undefined> {
	const entries = await store.history({from: importsAndUndos});
	return 'error' in entries ? undefined : findImportedBefore(entries, hash);
}
