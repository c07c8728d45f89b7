import {type Change, emptyChange, type Update, updateOf} from '../domain/change.ts';
import {isMasked} from '../domain/field.ts';
import {count, type Problem} from '../domain/problem.ts';
import type {Sheet} from '../domain/sheet.ts';
import {eachInSteps, type Work} from '../domain/work.ts';
import {countChanges} from './count-changes.ts';
import {surveyLetters} from './encoding/survey-letters.ts';
import {refuseManyProblems} from './file-limits.ts';
import {collectPeople} from './find-duplicates.ts';
import {findSharedValues} from './find-shared-values.ts';
import {countFixedCells, type Fixes, fixRow, noFixes} from './fixes.ts';
import {type Concerned, findRaised} from './import-decisions.ts';
import type {
	CsvRow,
	CsvTable,
	FileRefusal,
	ImportOptions,
	ImportPlan,
	OpenPoint,
	PlanViews,
} from './import-plan.ts';
import {addOutcome, emptyDraft, type PlanDraft, raiseStrangers} from './plan-draft.ts';
import {planRow} from './plan-row.ts';
import {viewRows} from './plan-views.ts';
import {prepareImport} from './prepare-import.ts';
import type {RowOutcome} from './row-context.ts';
import {makeRowFinder} from './row-finder.ts';
import {findDoubtfulColumns} from './widths/find-doubtful-columns.ts';

const rowsPerStep = 250;

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
	const prepared = prepareImport(table, options, sheet);
	if ('refused' in prepared) return prepared;
	const doubtful = yield* findDoubtfulColumns(table);
	const isLeftOut = ({line}: CsvRow): boolean => fixes.get(line)?.leftOut === true;
	const rows = fixes.size === 0 ? table.rows : table.rows.map((row) => fixRow(row, fixes.get(row.line)));
	const remaining = fixes.size === 0 ? rows : rows.filter((row) => !isLeftOut(row));
	const findUserOf = yield* makeRowFinder(remaining, prepared.context);
	const people = yield* collectPeople(sheet.users, options);
	const telling = prepared.context.columns.filter(({field}) => !isMasked(field)).map(({index}) => index);
	const mistakes = yield* surveyLetters(table, telling);
	const context = {...prepared.context, findUserOf, people, mistakes};
	const draft = emptyDraft(people, sheet.nextId);
	let done = 0;
	for (const row of rows) {
		const read = table.rows[done] ?? row;
		const outcome = isLeftOut(row) ? leftOut : planRow(row, read, context, draft.nextId);
		addOutcome(draft, row, read, outcome);
		done += 1;
		const tooMany = refuseManyProblems(draft.found, row.line);
		if (tooMany !== undefined) return {refused: tooMany};
		if (done % rowsPerStep === 0) yield {done, total: table.rows.length};
	}
	raiseStrangers(draft);
	const shared = yield* findSharedValues(sheet.users, draft.rows, context);
	const moved = describeMoved(draft.moved, options) ?? [];
	const onFile = [table.problems, prepared.problems, doubtful, moved].flat();
	const views = yield* viewRows(onFile, draft.rows, shared);
	return yield* finishPlan(draft, views, options, fileName, countFixedCells(table, fixes));
}

const leftOut: RowOutcome = {kind: 'left-out', problems: []};

/** Only a profile chosen for all moves users unseen: in a file, each row names its profile. */
function describeMoved(moved: number, {profile}: ImportOptions): Problem | undefined {
	if (moved === 0 || profile.from !== 'choice') return undefined;
	return {
		severity: 'warning',
		code: 'profile-moved',
		column: 'Profile',
		value: profile.name,
		message: `The choice moves ${count(moved, 'user')} out of another one.`,
		short: `Moves ${count(moved, 'user')}`,
		fix: 'Keep the stored profiles if that is not meant.',
	};
}

function* finishPlan(
	{moved, concerned, examples, known}: PlanDraft,
	views: PlanViews,
	options: ImportOptions,
	fileName: string,
	fixedCells: number,
): Work<ImportPlan> {
	const open = findOpen(views, concerned, options);
	const change =
		open.length === 0 ? yield* makeChange(views, fileName, fixedCells) : emptyChange(`Import ${fileName}`);
	return {
		...views,
		options,
		fixedCells,
		moved,
		known,
		suggestsOverwrite: known > 0 && known === views.rows.length,
		concerned,
		examples,
		change,
		changes: yield* countChanges(change.updated),
		open,
	};
}

function findOpen({rejected}: PlanViews, concerned: Concerned, options: ImportOptions): readonly OpenPoint[] {
	const open = findRaised(concerned).filter(({key}) => options[key] === 'undecided');
	return [
		...(rejected.length > 0 && !options.partial ? ['rejected-rows' as const] : []),
		...open.map(({key}) => key),
	];
}

function* makeChange(
	{created, updated, leftOut}: PlanViews,
	fileName: string,
	fixedCells: number,
): Work<Change> {
	const updates: Update[] = [];
	yield* eachInSteps(updated, ({before, after}) => updates.push(updateOf(before, after)));
	const parts = [
		[created.length, 'created'] as const,
		[updated.length, 'updated'] as const,
		[fixedCells, fixedCells === 1 ? 'cell fixed' : 'cells fixed'] as const,
		[leftOut.length, 'left out'] as const,
	]
		.filter(([amount]) => amount > 0)
		.map(([amount, what]) => `${amount.toLocaleString('en-US')} ${what}`)
		.join(', ');
	return {
		...emptyChange(`Import ${fileName}: ${parts || 'nothing changed'}`),
		added: created.map(({user}) => user),
		updated: updates,
	};
}
