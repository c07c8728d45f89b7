import {eachInSteps, type Work} from '../domain/work.ts';
import type {CsvRow} from './import-plan.ts';
import {linesNamed, nameLines} from './name-lines.ts';
import {readId} from './read-cells.ts';

/** The lines with an ID, for every ID that is in the file more than once. */
export type RepeatedIds = ReadonlyMap<string, readonly number[]>;

/** Finds the IDs that more than one row bears: none of those rows can be trusted (rules.md 3.3). */
export function* findRepeatedIds(rows: readonly CsvRow[], idColumn: number | undefined): Work<RepeatedIds> {
	const lines = new Map<string, number>();
	const repeated = new Map<string, number[]>();
	if (idColumn === undefined) return repeated;
	const addId = (row: CsvRow): void => {
		const id = readId(row, idColumn);
		if (id === '') return;
		const first = lines.get(id);
		const known = repeated.get(id);
		if (first === undefined) lines.set(id, row.line);
		else if (known === undefined) repeated.set(id, [first, row.line]);
		else known.push(row.line);
	};
	yield* eachInSteps(rows, addId, {done: 0, total: rows.length});
	return repeated;
}

/** "line 3", "lines 3, 7 and 9": the lines without the row's own. */
export function nameOtherLines(lines: readonly number[], own: number): string {
	const named = lines
		.slice(0, linesNamed + 1)
		.filter((line) => line !== own)
		.slice(0, linesNamed);
	return nameLines({count: lines.length - 1, first: named});
}
