import Papa from 'papaparse';
import type {Delimiter} from './import-plan.ts';

/** What the text of a CSV file starts with, so that Excel reads it as UTF-8. */
export const byteOrderMark = '\ufeff';

/** Rows as lines of CSV, each with CRLF behind it, quoted where they must be. */
export function writeRows(rows: readonly (readonly string[])[], delimiter: Delimiter = ','): string {
	if (rows.length === 0) return '';
	const text = Papa.unparse(rows as string[][], {delimiter, newline: '\r\n'});
	return `${text}\r\n`;
}
