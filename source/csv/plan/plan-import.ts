import type {Sheet} from '../../domain/sheet.ts';
import type {Work} from '../../domain/work.ts';
import {type Fixes, noFixes} from '../fixes.ts';
import type {CsvTable, FileRefusal, ImportOptions, ImportPlan} from '../import-plan.ts';
import {startPlanner} from './planner.ts';
import {viewPlan} from './view-plan.ts';

/**
 * Plans an import: what every row would do to the sheet, every problem of the whole file, and the one change that would
 * be committed (rules.md 2 and 3). Nothing is written. Progress counts rows.
 *
 * @param fileName as the label of the change names it
 * @param fixes what a person has put right in the rows
 * @param today the day that "yes" means in a column of times: ISO 8601, UTC; without it a date is needed there
 */
export function* planImport(
	table: CsvTable,
	options: ImportOptions,
	sheet: Sheet,
	fileName: string,
	fixes: Fixes = noFixes,
	today = '',
): Work<ImportPlan | FileRefusal> {
	const planner = yield* startPlanner(table, options, sheet, fileName, fixes, today);
	return 'refused' in planner ? planner : yield* viewPlan(planner, 'now');
}
