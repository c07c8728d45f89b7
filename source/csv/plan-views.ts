import type {Problem} from '../domain/problem.ts';
import {eachInSteps, type Work} from '../domain/work.ts';
import type {JudgedAs, JudgedRow, PlanViews} from './import-plan.ts';

/** The rows with what was found only when all of them were known, behind what was found in each; both are by line. */
export function* addShared(
	rows: readonly JudgedRow[],
	shared: readonly Problem[],
): Work<readonly JudgedRow[]> {
	if (shared.length === 0) return rows;
	const completed: JudgedRow[] = [];
	let next = 0;
	yield* eachInSteps(rows, (judged) => {
		const first = next;
		while (next < shared.length && shared[next]?.line === judged.row.line) next += 1;
		const more = shared.slice(first, next);
		completed.push(more.length === 0 ? judged : {...judged, problems: judged.problems.concat(more)});
	});
	return completed;
}

/** Sorts the rows by what they would do, and lists what was found: on the whole file first, then by line. */
export function* viewRows(onFile: readonly Problem[], rows: readonly JudgedRow[]): Work<PlanViews> {
	const created: JudgedAs<'create'>[] = [];
	const updated: JudgedAs<'update'>[] = [];
	const unchanged: JudgedAs<'unchanged'>[] = [];
	const skipped: JudgedAs<'skip'>[] = [];
	const rejected: JudgedAs<'reject'>[] = [];
	const problems = [...onFile];
	yield* eachInSteps(rows, (judged) => {
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
		}
	});
	return {created, updated, unchanged, skipped, rejected, problems};
}
