import type {Fixes} from '../../../csv/fixes.ts';
import type {ImportOptions} from '../../../csv/import-plan.ts';
import type {ImportSource} from '../../../csv/import-source.ts';
import {keepFixes} from '../../../csv/kept-fixes.ts';
import type {Draft} from '../../draft.ts';

/** What is kept of an import that was not confirmed: the file, how it is read, what its columns are for, the choices and the fixes. */
export function draftImport(
	{path, hash, reading, mapping, table}: ImportSource,
	options: ImportOptions,
	fixes: Fixes,
): NonNullable<Draft['import']> {
	const isMapped = Object.keys(mapping).length > 0;
	return {
		path,
		options,
		fixes: keepFixes(hash, fixes),
		reading,
		...(isMapped ? {columns: {headers: [...table.headers], mapping: {...mapping}}} : {}),
	};
}
