import type {Problem} from '../../domain/problem.ts';
import {findField} from '../find-field.ts';
import type {CsvRow} from '../import-plan.ts';
import {isImported} from './detect-layout.ts';

/**
 * Whether a line below the header belongs to it and is no user: the header again, be it in another language, as in files put together
 * and in reports with pages, or a line drawn with dashes (rules.md 4.1).
 */
export function isHeading(record: CsvRow, header: CsvRow): boolean {
	return record.fault === undefined && (isDrawn(record) || isHeaderAgain(record, header));
}

/** What SQL tools and Markdown draw under a header; one dash alone may be how a person writes nothing. */
function isDrawn({cells}: CsvRow): boolean {
	return cells.every((cell) => /^[-=+:\s]*$/.test(cell)) && cells.some((cell) => /[-=]{2}/.test(cell));
}

/** The header as it is, or two names at least, and each of the field of its column. */
function isHeaderAgain({cells}: CsvRow, header: CsvRow): boolean {
	if (cells.length === header.cells.length && cells.every((cell, index) => cell === header.cells[index]))
		return true;
	if (mayBeUser(cells)) return false;
	if (cells.slice(header.cells.length).some((cell) => cell.trim() !== '')) return false;
	let same = 0;
	let other = false;
	for (const [index, name] of header.cells.entries()) {
		const cell = (cells[index] ?? '').trim();
		if (cell !== name.trim()) other = true;
		if (cell === '' || !isImported(name)) continue;
		if (findField(cell) !== findField(name)) return false;
		same += 1;
	}
	return same > 1 || (same === 1 && !other);
}

/**
 * Why a file cannot be read on from a line: there its columns become others, as in files put together, so that the values below would
 * come into wrong fields. Every cell of such a line is the name of a column, and at least two go into the sheet.
 *
 * @param record a line that is not the header again
 */
export function refuseOtherHeader({cells, line, fault}: CsvRow): Problem | undefined {
	if (fault !== undefined || mayBeUser(cells)) return undefined;
	if (!cells.every((cell) => cell.trim() === '' || findField(cell) !== undefined)) return undefined;
	if (cells.filter(isImported).length < 2) return undefined;
	return {
		severity: 'error',
		code: 'other-header',
		line,
		message:
			'Another header is on this line, so that the columns below it are not those of the first header.',
		short: 'Another header',
		fix: 'Make two files of it, and import each of them.',
	};
}

/** Whether a cell has a digit or an @, as nearly every user has, and no name of a field: most rows need no closer look. */
function mayBeUser(cells: readonly string[]): boolean {
	return cells.some((cell) => /[@\d]/.test(cell));
}
