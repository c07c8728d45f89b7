import {count, quote} from '../domain/problem.ts';
import {encodingNames} from './encoding/encoding-names.ts';
import {type CsvTable, delimiterNames} from './import-plan.ts';

/** "UTF-8, comma", or "Excel workbook, sheet "North" of 3": how a file was read. */
export function describeReading({
	encoding,
	delimiter,
	workbook,
}: Pick<CsvTable, 'encoding' | 'delimiter' | 'workbook'>): string {
	if (workbook === undefined) return `${encodingNames[encoding]}, ${delimiterNames[delimiter]}`;
	const {sheet, sheets} = workbook;
	const others = sheets.length > 1 ? ` of ${count(sheets.length, 'sheet')}` : '';
	return `${encodingNames[encoding]}, sheet ${quote(sheet)}${others}`;
}
