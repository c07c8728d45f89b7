import type {Problem} from '../../domain/problem.ts';
import {eachInSteps, type Work} from '../../domain/work.ts';
import type {JudgedAs, JudgedRow, PlanViews} from '../import-plan.ts';

/** Sorts the rows by what they would do, and lists what was found: on the whole file first, then by line. */
export function* viewRows(onFile: readonly Problem[], rows: readonly JudgedRow[]): Work<PlanViews> {
	const created: JudgedAs<'create'>[] = [];
	const updated: JudgedAs<'update'>[] = [];
	const unchanged: JudgedAs<'unchanged'>[] = [];
	const skipped: JudgedAs<'skip'>[] = [];
	const rejected: JudgedAs<'reject'>[] = [];
	const leftOut: JudgedAs<'left-out'>[] = [];
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
			case 'left-out':
				return leftOut.push(judged);
		}
	});
	return {rows: rows.slice(), created, updated, unchanged, skipped, rejected, leftOut, problems};
}
