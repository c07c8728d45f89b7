import type {Sheet} from '../../domain/sheet.ts';
import type {Work} from '../../domain/work.ts';
import {noFixes, setCells} from '../fixes.ts';
import type {CsvTable, FileRefusal, ImportOptions, ImportPlan} from '../import-plan.ts';
import {planImport} from '../plan/plan-import.ts';
import type {FixName} from './fix-kinds.ts';
import {type OfferedFix, offerFixes} from './offered-fixes.ts';

/** A plan, and the fixes that were taken for it, by line. */
export type FixedPlan = {readonly plan: ImportPlan; readonly taken: readonly OfferedFix[]};

/** A cell may have several faults, of which only the first is told: blanks in a number, and then its `#`. */
const mostRounds = 3;

/** Plans an import with every fix of some kinds that is offered for it (rules.md 4.11). */
export function* planFixed(
	table: CsvTable,
	options: ImportOptions,
	sheet: Sheet,
	fileName: string,
	kinds: ReadonlySet<FixName>,
	today: string,
): Work<FixedPlan | FileRefusal> {
	const taken = new Map<string, OfferedFix>();
	let fixes = noFixes;
	let plan = yield* planImport(table, options, sheet, fileName, fixes, today);
	for (let round = 0; kinds.size > 0 && round < mostRounds && !('refused' in plan); round += 1) {
		const offers = yield* offerFixes({table, plan}, kinds);
		if (offers.length === 0) break;
		for (const offer of offers) {
			const place = `${offer.row.line} ${offer.position}`;
			taken.set(place, {...offer, before: taken.get(place)?.before ?? offer.before});
		}
		fixes = setCells(fixes, offers);
		plan = yield* planImport(table, options, sheet, fileName, fixes, today);
	}
	if ('refused' in plan) return plan;
	return {plan, taken: [...taken.values()].sort((a, b) => a.row.line - b.row.line)};
}
