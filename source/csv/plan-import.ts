import type {Sheet} from '../domain/sheet.ts';
import type {Work} from '../domain/work.ts';
import {type Fixes, noFixes} from './fixes.ts';
import type {CsvTable, FileRefusal, ImportOptions, ImportPlan} from './import-plan.ts';
import {startPlanner} from './planner.ts';
import {viewPlan} from './view-plan.ts';

/**
 * Plans an import: what every row would do to the sheet, every problem of the whole file, and the one change that would
 * be committed (rules.md 2 and 3). Nothing is written. Progress counts rows.
 *
 * @param fileName as the label of the change names it
 * @param fixes what a person has put right in the rows
 */
export function* planImport(
	table: CsvTable,
	options: ImportOptions,
	sheet: Sheet,
	fileName: string,
	fixes: Fixes = noFixes,
): Work<ImportPlan | FileRefusal> {
	const planner = yield* startPlanner(table, options, sheet, fileName, fixes);
	return 'refused' in planner ? planner : yield* viewPlan(planner, 'now');
}
