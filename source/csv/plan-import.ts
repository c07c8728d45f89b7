import {type Change, emptyChange, type Update, updateOf} from '../domain/change.ts';
import {isMasked} from '../domain/field.ts';
import {count, type Problem} from '../domain/problem.ts';
import type {Sheet} from '../domain/sheet.ts';
import {eachInSteps, type Work} from '../domain/work.ts';
import {surveyLetters} from './encoding/survey-letters.ts';
import {refuseManyProblems} from './file-limits.ts';
import {collectPeople} from './find-duplicates.ts';
import {findRepeatedIds} from './find-repeated-ids.ts';
import {findSharedValues} from './find-shared-values.ts';
import {type Concerned, findRaised} from './import-decisions.ts';
import type {CsvTable, FileRefusal, ImportOptions, ImportPlan, OpenPoint, PlanViews} from './import-plan.ts';
import {addOutcome, emptyDraft, type PlanDraft} from './plan-draft.ts';
import {planRow} from './plan-row.ts';
import {viewRows} from './plan-views.ts';
import {prepareImport} from './prepare-import.ts';
import {findDoubtfulColumns} from './widths/find-doubtful-columns.ts';

const rowsPerStep = 250;

/**
 * Plans an import: what every row would do to the sheet, every problem of the whole file, and the one change that would
 * be committed (rules.md 2 and 3). Nothing is written. Progress counts rows.
 *
 * @param fileName as the label of the change names it
 */
export function* planImport(
	table: CsvTable,
	options: ImportOptions,
	sheet: Sheet,
	fileName: string,
): Work<ImportPlan | FileRefusal> {
	const prepared = prepareImport(table, options, sheet);
	if ('refused' in prepared) return prepared;
	const doubtful = yield* findDoubtfulColumns(table);
	const repeatedIds = yield* findRepeatedIds(table.rows, prepared.context.idColumn);
	// An overwrite creates no user, who could be a duplicate.
	const people = yield* collectPeople(options.overwrite ? [] : sheet.users);
	const telling = prepared.context.columns.filter(({field}) => !isMasked(field)).map(({index}) => index);
	const mistakes = yield* surveyLetters(table, telling);
	const context = {...prepared.context, repeatedIds, people, mistakes};
	const draft = emptyDraft(people, sheet.nextId);
	let done = 0;
	for (const row of table.rows) {
		addOutcome(draft, row, planRow(row, context, draft.nextId));
		done += 1;
		const tooMany = refuseManyProblems(draft.found, row.line);
		if (tooMany !== undefined) return {refused: tooMany};
		if (done % rowsPerStep === 0) yield {done, total: table.rows.length};
	}
	const shared = yield* findSharedValues(sheet.users, draft.rows, context);
	const moved = describeMoved(draft.moved, options) ?? [];
	const onFile = [table.problems, prepared.problems, doubtful, moved].flat();
	const views = yield* viewRows(onFile, draft.rows, shared);
	return yield* finishPlan(draft, views, options, fileName);
}

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
): Work<ImportPlan> {
	const open = findOpen(views, concerned, options);
	return {
		...views,
		options,
		moved,
		suggestsOverwrite: known > 0 && known === views.rows.length,
		concerned,
		examples,
		change: open.length === 0 ? yield* makeChange(views, fileName) : emptyChange(`Import ${fileName}`),
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

function* makeChange({created, updated}: PlanViews, fileName: string): Work<Change> {
	const updates: Update[] = [];
	yield* eachInSteps(updated, ({before, after}) => updates.push(updateOf(before, after)));
	const parts = [
		...(created.length === 0 ? [] : [`${created.length.toLocaleString('en-US')} created`]),
		...(updated.length === 0 ? [] : [`${updated.length.toLocaleString('en-US')} updated`]),
	].join(', ');
	return {
		...emptyChange(`Import ${fileName}: ${parts || 'nothing changed'}`),
		added: created.map(({user}) => user),
		updated: updates,
	};
}
