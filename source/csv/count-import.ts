import type {ImportCounts} from '../domain/entry.ts';
import type {ImportPlan} from './import-plan.ts';

/** What became of the rows that change nothing, and how many cells were put right, as the history keeps it. */
export function countImport({unchanged, skipped, leftOut, rejected, fixedCells}: ImportPlan): ImportCounts {
	return {
		unchanged: unchanged.length,
		skipped: skipped.length,
		leftOut: leftOut.length,
		rejected: rejected.length,
		fixedCells,
	};
}
