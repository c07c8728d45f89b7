import {type Problem, quote} from '../../domain/problem.ts';
import {refuseLargeHeader} from '../file-limits.ts';
import {findNearestField} from '../find-field.ts';
import type {FileRefusal} from '../import-plan.ts';
import type {Layout} from './detect-layout.ts';

const templateAdvice = '"usersheet template" writes a file with the right header.';

/** What is said of a file without content. */
export const noContent = {
	severity: 'error',
	code: 'empty-file',
	message: 'The file has no content.',
	short: 'No content',
} as const satisfies Problem;

/** Why a text is refused that has no content. */
export const emptyText: FileRefusal = {refused: {...noContent, fix: templateAdvice}};

/** Why a line is no header that a person has chosen. */
export function refuseHeaderLine(line: number): FileRefusal {
	return {
		refused: {
			severity: 'error',
			code: 'no-header-line',
			line,
			message: 'No row begins on this line near the beginning of the file, so it cannot be the header.',
			short: 'No row begins there',
			fix: 'Choose the line on which the names of the columns are.',
		},
	};
}

/** Why the header cannot be used, or that there is none. */
export function refuseHeader({header, known, isChosen}: Layout): Problem | undefined {
	if (header.fault !== undefined) return header.fault;
	if (known > 0 || isChosen) return refuseLargeHeader(header.cells, header.line);
	return {
		severity: 'error',
		code: 'no-header',
		line: header.line,
		message: `There is no header: nothing on this line or on the next ones is the name of a column.${describeMisspelt(header.cells)}`,
		short: 'No header',
		fix: templateAdvice,
	};
}

/** Names only cells that are a name of ours but for a letter or two: in a file without a header every other word may be a password. */
function describeMisspelt(cells: readonly string[]): string {
	const [found] = cells.slice(0, 50).flatMap((cell) => {
		const field = /^[\p{L}\p{M} _./-]{6,}$/u.test(cell) ? findNearestField(cell, {parts: false}) : undefined;
		return field?.role === 'stored' ? [{cell: cell.trim(), field}] : [];
	});
	return found === undefined ? '' : ` Is ${quote(found.cell)} meant to be ${quote(found.field.header)}?`;
}
