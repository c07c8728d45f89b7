import type {Work} from '../domain/work.ts';
import {decodeCsv} from './decode.ts';
import type {CsvTable, FileRefusal} from './import-plan.ts';
import {parseCsv} from './parse.ts';

/**
 * Reads the bytes of a CSV file as a table whose columns are known, or says why it cannot be used (rules.md 4). Progress counts bytes, then
 * characters.
 */
export function* readTable(bytes: Uint8Array): Work<CsvTable | FileRefusal> {
	const decoded = yield* decodeCsv(bytes);
	return 'refused' in decoded ? decoded : yield* parseCsv(decoded.text, decoded.encoding);
}
