import {count, type Problem} from '../../domain/problem.ts';
import {type CsvRow, type CsvTable, delimiterNames} from '../import-plan.ts';
import {describeReading} from './describe-sample.ts';

/**
 * What is wrong with the number of cells in a row. Too few are an error where the file writes its blank cells otherwise, where a password
 * may have moved under the header before its own, and where the file ends in the row; else they are a warning. So are blank ones too many.
 * Where a warning is usual in the file, the file has it once. No value is named: each may be a secret under a wrong header.
 */
export function judgeWidth(row: CsvRow, table: CsvTable): Problem | undefined {
	const {headers, rowEnds} = table;
	const amount = row.cells.length;
	if (amount === headers.length) return undefined;
	if (amount > headers.length) {
		if (row.cells.slice(headers.length).some((cell) => cell.trim() !== '')) return describeShift(row, table);
		return rowEnds.extraUsual ? undefined : describeExtra(row, table);
	}
	if (row.line === rowEnds.cutLine) return describeCut(row, table);
	if (rowEnds.narrow === 'broken' || amount >= rowEnds.passwordAt) return describeShift(row, table);
	return rowEnds.narrow === 'usual' ? undefined : {...describeShift(row, table), severity: 'warning'};
}

/** What is said of a row whose cells are in the wrong columns. */
export function describeShift(row: CsvRow, {headers, delimiter}: CsvTable): Problem {
	const [amount, name] = [row.cells.length, delimiterNames[delimiter]];
	const place = {severity: 'error', line: row.line} as const;
	const message = `The row has ${count(amount, 'cell')}, but the header has ${headers.length}.`;
	return amount > headers.length
		? {
				...place,
				code: 'too-many-cells',
				message,
				short: 'More cells than the header',
				fix: `Put a value that holds a ${name} in quotes.`,
			}
		: {
				...place,
				code: 'too-few-cells',
				message,
				short: 'Fewer cells than the header',
				fix: `Write each ${name}, also those of blank cells at the end. One may be missing between two values.`,
			};
}

function describeExtra(row: CsvRow, {headers}: CsvTable): Problem {
	return {
		severity: 'warning',
		code: 'extra-separator',
		line: row.line,
		message: `The row has ${count(row.cells.length, 'cell')}, but the header has ${headers.length}. It is read as ${describeReading(row, headers)}.`,
		short: 'Separator without a header',
		fix: 'If that is wrong, put a value that holds a separator in quotes.',
	};
}

function describeCut(row: CsvRow, {headers}: CsvTable): Problem {
	return {
		severity: 'error',
		code: 'cut-off',
		line: row.line,
		message: `The file ends here without a line end, after ${row.cells.length} of ${headers.length} cells. It seems to have been cut off.`,
		short: 'Cut off at the end of the file',
		fix: 'Export or download the file again.',
	};
}
