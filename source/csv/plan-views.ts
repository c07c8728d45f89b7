import type {Problem} from '../domain/problem.ts';
import {eachInSteps, type Work} from '../domain/work.ts';
import type {JudgedAs, JudgedRow, PlanViews} from './import-plan.ts';

/**
 * Adds to each row what was found only when all of them were known, sorts the rows by what they would do, and lists what was
 * found: on the whole file first, then by line.
 *
 * @param shared what is added, by line like the rows
 */
export function* viewRows(
	onFile: readonly Problem[],
	rows: readonly JudgedRow[],
	shared: readonly Problem[],
): Work<PlanViews> {
	const completed: JudgedRow[] = [];
	const created: JudgedAs<'create'>[] = [];
	const updated: JudgedAs<'update'>[] = [];
	const unchanged: JudgedAs<'unchanged'>[] = [];
	const skipped: JudgedAs<'skip'>[] = [];
	const rejected: JudgedAs<'reject'>[] = [];
	const leftOut: JudgedAs<'left-out'>[] = [];
	const problems = [...onFile];
	let next = 0;
	yield* eachInSteps(rows, (row) => {
		const first = next;
		while (next < shared.length && shared[next]?.line === row.row.line) next += 1;
		const judged = first === next ? row : {...row, problems: row.problems.concat(shared.slice(first, next))};
		completed.push(judged);
		for (const problem of judged.problems) problems.push(problem);
		switch (judged.kind) {
			case 'create':
				return created.push(judged);
			case 'update':
				return updated.push(judged);
			case 'unchanged':
				return unchanged.push(judged);
			case 'skip':
				return skipped.push(judged);
			case 'reject':
				return rejected.push(judged);
			case 'left-out':
				return leftOut.push(judged);
		}
	});
	return {rows: completed, created, updated, unchanged, skipped, rejected, leftOut, problems};
}
