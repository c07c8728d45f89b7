import type {Fixes} from '../csv/fixes.ts';
import type {CsvTable, FileRefusal, ImportOptions, ImportPlan} from '../csv/import-plan.ts';
import {planAgain} from '../csv/plan/plan-again.ts';
import {type Planner, startPlanner} from '../csv/plan/planner.ts';
import {viewPlan} from '../csv/plan/view-plan.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {Progress} from '../domain/work.ts';
import {runSliced} from '../store/run-sliced.ts';

/** An import that is to be planned. */
type Planned = {
	readonly table: CsvTable;
	readonly options: ImportOptions;
	readonly sheet: Sheet;
	readonly fileName: string;
	readonly fixes: Fixes;
};

/**
 * Makes what plans imports in slices. Where only the fixes are others than those of the plan before, only the rows are judged again that
 * may come out otherwise (rules.md 4.12). What is aborted has no result.
 */
export function createImportPlanner() {
	const planners = new WeakMap<ImportPlan, Planner>();
	/** What the planner needs is kept as long as its plan is shown. */
	let latest: WeakRef<ImportPlan> | undefined;

	const keep = (plan: ImportPlan, planner: Planner): ImportPlan => {
		planners.set(plan, planner);
		latest = new WeakRef(plan);
		return plan;
	};

	/** Takes the planner of the plan before, which is half changed if it is aborted. */
	const takePlanner = ({table, options, sheet}: Planned): Planner | undefined => {
		const plan = latest?.deref();
		const planner = plan && planners.get(plan);
		latest = undefined;
		const fits = planner?.table === table && planner.options === options && planner.sheet === sheet;
		return fits ? planner : undefined;
	};

	return async (
		planned: Planned,
		signal: AbortSignal,
		report: (progress: Progress) => void,
	): Promise<ImportPlan | FileRefusal | undefined> => {
		const {table, options, sheet, fileName, fixes} = planned;
		const known = takePlanner(planned);
		const again = known && (await runSliced(planAgain(known, fixes), signal));
		if (signal.aborted) return undefined;
		if (known !== undefined && again !== undefined) return keep(again, known);
		const today = new Date().toISOString();
		const starting = startPlanner(table, options, sheet, fileName, fixes, today);
		const started = await runSliced(starting, signal, report);
		if (started === undefined || 'refused' in started) return started;
		const plan = await runSliced(viewPlan(started, 'now'), signal, report);
		return plan && keep(plan, started);
	};
}
