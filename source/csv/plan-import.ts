import {type Change, emptyChange} from '../domain/change.ts';
import {type FieldKey, storedField} from '../domain/field.ts';
import type {Problem} from '../domain/problem.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';
import type {Work} from '../domain/work.ts';
import {addPerson, collectPeople, describeDuplicate, type People} from './find-duplicates.ts';
import {findNamelessColumns} from './find-nameless-columns.ts';
import {findRepeatedIds} from './find-repeated-ids.ts';
import {findSharedServiceUsers} from './find-shared-service-users.ts';
import {type DecisionKey, findRaised, nothingConcerned} from './import-decisions.ts';
import type {
	CsvRow,
	CsvTable,
	FileRefusal,
	ImportOptions,
	ImportPlan,
	OpenPoint,
	PlannedCreate,
	PlannedReject,
	PlannedUnchanged,
	PlannedUpdate,
} from './import-plan.ts';
import {mergeProblems} from './merge-problems.ts';
import {planRow, type RowOutcome} from './plan-row.ts';
import {prepareImport} from './prepare-import.ts';

const rowsPerStep = 250;

/** What the rows have come to so far. */
type Draft = {
	readonly created: PlannedCreate[];
	readonly updated: PlannedUpdate[];
	readonly unchanged: PlannedUnchanged[];
	readonly rejected: PlannedReject[];
	readonly skipped: PlannedUnchanged[];
	readonly problems: Problem[];
	readonly concerned: Readonly<Record<DecisionKey, Map<string, number>>>;
	readonly people: People;
	nextId: number;
};

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
	const nameless = yield* findNamelessColumns(table);
	const repeatedIds = yield* findRepeatedIds(table.rows, prepared.context.idColumn);
	const context = {...prepared.context, repeatedIds};
	const draft: Draft = {
		created: [],
		updated: [],
		unchanged: [],
		rejected: [],
		skipped: [],
		problems: [],
		concerned: nothingConcerned(),
		people: yield* collectPeople(options.overwrite ? [] : sheet.users),
		nextId: sheet.nextId,
	};
	let done = 0;
	for (const row of table.rows) {
		addOutcome(draft, row, planRow(row, context, draft.nextId), options);
		done += 1;
		if (done % rowsPerStep === 0) yield {done, total: table.rows.length};
	}
	const shared = context.columns.some((column) => column.key === 'serviceUser')
		? yield* findSharedServiceUsers(sheet.users, draft.created, draft.updated)
		: [];
	const problems = yield* mergeProblems([...prepared.problems, ...nameless], draft.problems, shared);
	return finishPlan(draft, options, fileName, table.rows.length, problems);
}

function addOutcome(draft: Draft, row: CsvRow, outcome: RowOutcome, options: ImportOptions): void {
	const {line} = row;
	switch (outcome.kind) {
		case 'create':
			for (const problem of outcome.problems) draft.problems.push(problem);
			addCreate(draft, line, outcome.user, options);
			return;
		case 'update':
			for (const problem of outcome.problems) draft.problems.push(problem);
			draft.updated.push({line, before: outcome.before, after: outcome.after});
			countCleared(draft, outcome.cleared);
			return;
		case 'unchanged':
			draft.unchanged.push({line, user: outcome.user});
			countCleared(draft, outcome.cleared);
			return;
		case 'reject':
			for (const problem of outcome.problems) draft.problems.push(problem);
			draft.rejected.push({row, problems: outcome.problems});
	}
}

function addCreate(draft: Draft, line: number, user: User, options: ImportOptions): void {
	const twin = addPerson(draft.people, user);
	if (twin !== undefined) {
		const isSkipped = options.duplicates === 'skip';
		countConcern(draft, 'duplicates', 'same e-mail and last name');
		draft.problems.push(describeDuplicate(line, user, twin, isSkipped));
		if (isSkipped) {
			draft.skipped.push({line, user: twin});
			return;
		}
	}
	draft.created.push({line, user});
	draft.nextId += 1;
}

function countCleared(draft: Draft, keys: readonly FieldKey[]): void {
	for (const key of keys) countConcern(draft, 'blankColumns', storedField(key).header);
}

function countConcern({concerned}: Draft, key: DecisionKey, where: string): void {
	concerned[key].set(where, (concerned[key].get(where) ?? 0) + 1);
}

function finishPlan(
	draft: Draft,
	options: ImportOptions,
	fileName: string,
	rows: number,
	problems: readonly Problem[],
): ImportPlan {
	const {created, updated, unchanged, rejected, skipped, concerned} = draft;
	const open = findOpen(draft, options);
	return {
		options,
		rows,
		created,
		updated,
		unchanged,
		rejected,
		skipped,
		problems,
		concerned,
		change: open.length === 0 ? makeChange(draft, fileName) : emptyChange(`Import ${fileName}`),
		open,
	};
}

function findOpen({rejected, concerned}: Draft, options: ImportOptions): readonly OpenPoint[] {
	const open = findRaised(concerned).filter(({key}) => options[key] === 'undecided');
	return [
		...(rejected.length > 0 && !options.partial ? ['rejected-rows' as const] : []),
		...open.map(({key}) => key),
	];
}

function makeChange({created, updated}: Draft, fileName: string): Change {
	const parts = [
		...(created.length === 0 ? [] : [`${created.length.toLocaleString('en-US')} created`]),
		...(updated.length === 0 ? [] : [`${updated.length.toLocaleString('en-US')} updated`]),
	];
	return {
		...emptyChange(`Import ${fileName}: ${parts.length === 0 ? 'nothing changed' : parts.join(', ')}`),
		added: created.map(({user}) => user),
		updated: updated.map(({before, after}) => [before, after] as const),
	};
}
