import {isMasked} from '../../domain/field.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Sheet} from '../../domain/sheet.ts';
import type {Work} from '../../domain/work.ts';
import {surveyLetters} from '../encoding/survey-letters.ts';
import {refuseManyProblems} from '../file-limits.ts';
import {type Fixes, fixRow} from '../fixes.ts';
import type {CsvRow, CsvTable, FileRefusal, ImportOptions, JudgedRow} from '../import-plan.ts';
import {collectPeople, noteSought} from '../people/people.ts';
import {makeRowFinder} from '../people/row-finder.ts';
import {findDoubtfulColumns} from '../widths/find-doubtful-columns.ts';
import {createPlainUser} from './plain/plain-user.ts';
import {addOutcome, emptyDraft, type PlanDraft} from './plan-draft.ts';
import {planRow} from './plan-row.ts';
import {prepareImport} from './prepare-import.ts';
import type {RowContext, RowOutcome} from './row-context.ts';
import {collectSharedValues, findCommonPins, type SharedValues} from './shared-values.ts';

const rowsPerStep = 250;

/** What a plan is made of, kept so that the plan for other fixes is made of it, too. Who has one may change it. */
export type Planner = {
	readonly table: CsvTable;
	readonly options: ImportOptions;
	readonly sheet: Sheet;
	readonly fileName: string;
	fixes: Fixes;
	readonly context: RowContext;
	/** Said of the file as a whole. */
	readonly onFile: readonly Problem[];
	readonly draft: PlanDraft;
	readonly shared: SharedValues;
	/** PINs of many, by the place of the row at which each is told. */
	commonPins: ReadonlyMap<number, readonly Problem[]>;
	/** The rows of the plan by place: those of the draft with what was found when all of them were known. */
	readonly judged: JudgedRow[];
};

/**
 * Judges all rows of a file. Progress counts rows.
 *
 * @param today the day that "yes" means in a column of times: ISO 8601, UTC; without it a date is needed there
 */
export function* startPlanner(
	table: CsvTable,
	options: ImportOptions,
	sheet: Sheet,
	fileName: string,
	fixes: Fixes,
	today = '',
): Work<Planner | FileRefusal> {
	const prepared = prepareImport(table, options, sheet);
	if ('refused' in prepared) return prepared;
	const doubtful = yield* findDoubtfulColumns(table);
	const {rows} = table;
	const remaining = fixes.size === 0 ? rows : rows.flatMap((row) => remainingRow(row, fixes) ?? []);
	const finder = yield* makeRowFinder(remaining, prepared.context);
	const people = yield* collectPeople(sheet.users, rows, sheet.nextId, options);
	const telling = prepared.context.columns.filter(({field}) => !isMasked(field)).map(({index}) => index);
	const mistakes = yield* surveyLetters(table, telling);
	const readPlainUser = createPlainUser({...prepared.context, mistakes, today});
	const knownDoubts = new Map();
	const context = {...prepared.context, finder, people, mistakes, knownDoubts, readPlainUser, today};
	const draft = emptyDraft(people);
	for (let at = 0; at < rows.length; at += 1) {
		judgeRow({table, fixes, context, draft}, at);
		const tooMany = refuseManyProblems(draft.found, rows[at]?.line ?? 0);
		if (tooMany !== undefined) return {refused: tooMany};
		if (at % rowsPerStep === rowsPerStep - 1) yield {done: at + 1, total: rows.length};
	}
	const shared = yield* collectSharedValues(sheet.users, draft.rows, context);
	const onFile = [table.problems, prepared.problems, doubtful].flat();
	const commonPins = findCommonPins(shared, draft.rows);
	const planner = {table, options, sheet, fileName, fixes, context, onFile, draft, shared, commonPins};
	const judged = draft.rows.slice();
	for (const at of [...shared.problems.keys(), ...commonPins.keys()]) {
		const complete = completeRow(planner, at);
		if (complete !== undefined) judged[at] = complete;
	}
	return {...planner, judged};
}

/** The row as it is judged; undefined where it is left out. */
export function remainingRow(row: CsvRow, fixes: Fixes): CsvRow | undefined {
	const fix = fixes.get(row.line);
	return fix?.leftOut === true ? undefined : fixRow(row, fix);
}

const leftOut: RowOutcome = {kind: 'left-out', problems: []};

/** Judges the row at a place, after those before it. */
export function judgeRow(
	{table, fixes, context, draft}: Pick<Planner, 'table' | 'fixes' | 'context' | 'draft'>,
	at: number,
): void {
	const read = table.rows[at];
	if (read === undefined) return;
	const fix = fixes.get(read.line);
	const row = fixRow(read, fix);
	// What is asked for now is what the row depends on.
	context.people.last.user = undefined;
	const outcome = fix?.leftOut === true ? leftOut : planRow(row, read, context, at);
	if (outcome.kind !== 'create' && outcome.kind !== 'left-out')
		noteSought(context.people, at, knownId(row, context));
	addOutcome(draft, at, row, read, outcome);
}

/** The user of the sheet that a row is about, where another row may change that user, too. */
function knownId(row: CsvRow, {options, people, finder}: RowContext): number | undefined {
	return options.overwrite && people.areCompared ? finder.find(row).known?.id : undefined;
}

/** The row at a place with what was found when all of them were known. */
export function completeRow(
	{draft, shared, commonPins}: Pick<Planner, 'draft' | 'shared' | 'commonPins'>,
	at: number,
): JudgedRow | undefined {
	const judged = draft.rows[at];
	const [values, pins] = [shared.problems.get(at), commonPins.get(at)];
	if (judged === undefined || (values === undefined && pins === undefined)) return judged;
	return {...judged, problems: [judged.problems, values ?? [], pins ?? []].flat()};
}
