import type {Work} from '../domain/work.ts';
import {decodeCsv} from './decode.ts';
import type {CsvTable, FileRefusal, Workbook} from './import-plan.ts';
import {parseCsv} from './parse.ts';
import type {ReadingChoice} from './reading-choice.ts';

/**
 * Reads the bytes of a CSV file as a table whose columns are known, or says why it cannot be used (rules.md 4). Progress counts bytes, then
 * characters.
 *
 * @param workbook where they are a sheet of a workbook, with a record for each of its rows
 * @param chosen how a person wants them to be read
 */
export function* readTable(
	bytes: Uint8Array,
	workbook?: Workbook,
	chosen: ReadingChoice = {},
): Work<CsvTable | FileRefusal> {
	// What comes from a workbook is written by us.
	const decoded = yield* decodeCsv(bytes, workbook === undefined ? chosen.encoding : undefined);
	if ('refused' in decoded) return decoded;
	const read = yield* parseCsv(decoded.text, workbook === undefined ? decoded.encoding : 'workbook', chosen);
	return 'refused' in read ? read : {...read, workbook};
}
