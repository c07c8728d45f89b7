import type {Cell, CellValue, Sheet} from 'hucre';
import {formatValue} from 'hucre';

/**
 * A sheet of a workbook as the text of a CSV file: comma, quotes around each cell, one record for each row, blank rows too, so that the number
 * of a record is the number of its row. Text cells are exact. Numbers and dates are written as their format shows them; without a
 * format a number has all its digits, where Excel shows `4.91E+11`. Of a formula it is the value that was stored with it.
 */
export function sheetText({rows, cells}: Pick<Sheet, 'rows' | 'cells'>): string {
	const lines = rows.map((row, rowIndex) => {
		const texts = row.map((value, column) => cellText(value, cells?.get(`${rowIndex},${column}`)));
		return texts.every((text) => text === '')
			? ''
			: texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
	});
	return `${lines.join('\n')}\n`;
}

function cellText(value: CellValue, cell: Cell | undefined): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	const format = cell?.style?.numFmt;
	if (format !== undefined && format !== 'General' && format !== '@') return formatValue(value, format);
	return typeof value === 'number' ? writeNumber(value) : formatValue(value, 'yyyy-mm-dd');
}

/** All digits of it, without an exponent as long as they are exact. */
function writeNumber(value: number): string {
	return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}
