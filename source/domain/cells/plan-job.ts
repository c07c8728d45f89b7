import type {Sheet} from '../sheet.ts';
import type {Work} from '../work.ts';
import type {CellsPlan} from './plan-cells.ts';
import {type FillJob, planFill} from './plan-fill.ts';
import {type PasteJob, planPaste} from './plan-paste.ts';

/** New values for the cells of users: the same ones for all, or each its own. */
export type CellsJob = FillJob | PasteJob;

/** What a job would do. */
export function planJob(job: CellsJob, sheet: Sheet): Work<CellsPlan> {
	return job.verb === 'Paste' ? planPaste(job, sheet) : planFill(job, sheet);
}
