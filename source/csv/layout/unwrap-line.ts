import type {CsvRow, Delimiter} from '../import-plan.ts';
import {readSlice, startReading} from '../read-slice.ts';

/**
 * The cells of a line that is in quotes as a whole, so that it was read as one cell: `"Archer,""Ann, Dr."",2001"`. Undefined for every
 * other row, and for a text of several lines.
 */
export function unwrapLine(record: CsvRow, delimiter: Delimiter): CsvRow | undefined {
	const [text = '', ...others] = record.cells;
	if (others.length > 0 || record.fault !== undefined || !text.includes(delimiter)) return undefined;
	const cursor = startReading(text);
	let rows: readonly CsvRow[] = [];
	while (rows.length === 0 && cursor.offset < text.length) rows = readSlice(text, delimiter, cursor);
	const [row] = rows;
	if (row === undefined || cursor.offset < text.length || rows.length > 1) return undefined;
	const {line} = record;
	return {...row, line, ...(row.fault === undefined ? {} : {fault: {...row.fault, line}})};
}
