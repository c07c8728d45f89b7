import {count, type Problem} from '../../domain/problem.ts';
import {eachInSteps, type Work} from '../../domain/work.ts';
import type {CsvRow} from '../import-plan.ts';
import {linesNamed, nameLines} from '../name-lines.ts';
import {addPlace, type Places} from './places.ts';

/** Looks at the keys of all rows: those that more than one row has can be trusted in none of them (rules.md 3.3). Blank keys do not count. */
export function* collectKeys(rows: readonly CsvRow[], keyOf: (row: CsvRow) => string): Work<Places<string>> {
	const lines: Places<string> = new Map();
	const addKey = (row: CsvRow): void => {
		const key = keyOf(row);
		if (key !== '') addPlace(lines, key, row.line);
	};
	yield* eachInSteps(rows, addKey, {done: 0, total: rows.length});
	return lines;
}

/** The lines with a key, where there are several. */
export function findRepeated(lines: Places<string>, key: string): readonly number[] | undefined {
	const found = lines.get(key);
	return typeof found === 'object' ? found : undefined;
}

/** What is said of a row whose ID, or other value that finds a user, is on other lines too. */
export function describeRepeated(
	column: string,
	value: string,
	line: number,
	lines: readonly number[],
): Problem {
	const others = lines.length - 1;
	const named = nameOtherLines(lines, line);
	return {
		severity: 'error',
		code: column === 'ID' ? 'repeated-id' : 'repeated-key',
		column,
		value,
		message: `It is also on ${named}.`,
		short: others === 1 ? `Also on ${named}` : `Also on ${count(others, 'other line')}`,
		fix: 'Leave one of these rows in the file.',
	};
}

/** "line 3", "lines 3, 7 and 9": the lines without the row's own. */
function nameOtherLines(lines: readonly number[], own: number): string {
	const named = lines
		.slice(0, linesNamed + 1)
		.filter((line) => line !== own)
		.slice(0, linesNamed);
	return nameLines({count: lines.length - 1, first: named});
}
