import {eachInSteps, type Work} from '../work.ts';
import type {Query} from './compile-query.ts';

/** The rows that a query matches, in their order, found in steps: even the first key looks through 100,000 users. */
export function* findMatches<Row>(rows: readonly Row[], query: Query<Row>): Work<readonly Row[]> {
	if (query.isBlank) return rows;
	yield* query.prepare();
	const found: Row[] = [];
	yield* eachInSteps(rows, (row) => {
		if (query.matches(row)) found.push(row);
	});
	return found;
}
