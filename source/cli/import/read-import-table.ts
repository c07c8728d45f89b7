import {createHash} from 'node:crypto';
import {acceptSuggestions} from '../../csv/columns/choose-for.ts';
import {parseMapping} from '../../csv/columns/parse-mapping.ts';
import type {CsvTable, FileRefusal, Workbook} from '../../csv/import-plan.ts';
import {mapColumns} from '../../csv/match-headers.ts';
import {readTable} from '../../csv/read-table.ts';
import {count, type Problem, quote} from '../../domain/problem.ts';
import {finishWork} from '../../domain/work.ts';
import {openContent} from '../../files/workbook/open-content.ts';
import type {Context} from '../context.ts';
import {readInput} from '../read-input.ts';
import type {ImportFlags} from './import-flags.ts';

/** A file to import, read and with its columns matched as the flags say, and the SHA-256 of its bytes; or why it cannot be used. */
export async function readImportTable(
	file: string,
	{sheet, encoding, delimiter, headerRow, map = [], mapNear = false}: ImportFlags,
	{io}: Context,
): Promise<{readonly table: CsvTable; readonly hash: string} | FileRefusal> {
	const input = await readInput(file, io);
	if ('problem' in input) return {refused: input.problem};
	const content = await openContent(input.bytes, sheet);
	if ('problem' in content) return {refused: content.problem};
	const {bytes, workbook} = content;
	const refused = refuseSheet(sheet, workbook);
	if (refused !== undefined) return {refused};
	const table = finishWork(readTable(bytes, workbook, {encoding, delimiter, headerLine: headerRow}));
	if ('refused' in table) return adviseHeaderRow(table);
	const parsed = parseMapping(map, table.headers);
	if ('refused' in parsed) return parsed;
	const mapped = map.length === 0 ? table : mapColumns(table, parsed.mapping);
	const suggested = mapNear ? mapColumns(mapped, acceptSuggestions(parsed.mapping, mapped.match)) : mapped;
	return {table: suggested, hash: createHash('sha256').update(bytes).digest('hex')};
}

/** A header without a name of ours is no fault of the file: flags say which line it is, and what its columns are for. */
function adviseHeaderRow({refused}: FileRefusal): FileRefusal {
	if (refused.code !== 'no-header') return {refused};
	const flags =
		'Say which line has the names of the columns with --header-row, and what they are for with --map.';
	return {refused: {...refused, fix: `${flags} ${refused.fix ?? ''}`.trim()}};
}

/** Without a person who sees which sheet it is, a workbook of several is not read; and a file that is none has no sheets. */
function refuseSheet(sheet: string | undefined, workbook: Workbook | undefined): Problem | undefined {
	const isOpen = workbook !== undefined && workbook.sheets.length > 1 && sheet === undefined;
	if (isOpen) {
		return {
			severity: 'error',
			code: 'choose-sheet',
			message: `The workbook has ${count(workbook.sheets.length, 'sheet')}.`,
			short: 'Several sheets',
			fix: `Choose one with --sheet: ${workbook.sheets.map((name) => quote(name)).join(', ')}.`,
		};
	}
	if (sheet === undefined || workbook !== undefined) return undefined;
	return {
		severity: 'error',
		code: 'no-sheet',
		message: 'The file is no Excel workbook, and has no sheets.',
		short: 'No Excel workbook',
		fix: 'Leave out --sheet.',
	};
}
