import {usedHeader} from '../../csv/columns/describe-matches.ts';
import type {OlderValues} from '../../csv/find-older-values.ts';
import type {OfferedFix} from '../../csv/fix/offered-fixes.ts';
import {countConcerned, importDecisions, nothingConcerned} from '../../csv/import-decisions.ts';
import type {ColumnMatch, CsvTable, ImportPlan, MatchWay} from '../../csv/import-plan.ts';
import {updateOf} from '../../domain/change.ts';
import {storedField} from '../../domain/field-lists.ts';
import type {ImportedBefore} from '../../domain/imported-before.ts';
import {cutReported, type Problem} from '../../domain/problem.ts';
import type {ExitCode} from '../exit-code.ts';
import {jsonReport} from '../format-json.ts';
import {type JsonAuthor, toJsonAuthor, toJsonUpdate} from '../to-json-entry.ts';
import {toJsonFix} from './describe-fixes.ts';
import type {ListedMissing} from './list-missing.ts';

/** What came of an import, as far as it got. */
export type ImportOutcome = {
	/** As the person named it. */
	readonly file: string;
	readonly code: ExitCode;
	readonly dryRun: boolean;
	readonly committed: boolean;
	/** Where the plan was written that is to be applied. */
	readonly planFile?: string;
	/** Where the rejected rows were written. */
	readonly rejectsFile?: string;
	readonly table?: CsvTable;
	readonly plan?: ImportPlan;
	/** The cells that were put right, by line. */
	readonly fixed?: readonly OfferedFix[];
	readonly importedBefore?: ImportedBefore;
	/** The import whose rejected rows the file holds. */
	readonly rejectsOf?: ImportedBefore;
	readonly missing?: ListedMissing;
	readonly olderValues?: OlderValues;
	/** What stopped it although the rows were fine: the file, the flags or the store. */
	readonly stopped: readonly Problem[];
};

/** A decision of the table, as this file raises it. */
type JsonDecision = {
	readonly flag: string;
	readonly choices: readonly string[];
	/** One of the choices, or `undecided`: then nothing is written where `count` is not 0. */
	readonly chosen: string;
	readonly count: number;
	/** The count by CSV header, or by kind of likeness. */
	readonly by: Readonly<Record<string, number>>;
};

type JsonImportedBefore = JsonAuthor & Omit<ImportedBefore, 'author'>;

function toJsonImportedBefore({author, ...before}: ImportedBefore): JsonImportedBefore {
	return {...before, ...toJsonAuthor(author)};
}

/** What a column of the file is for. */
type JsonColumn = {
	/** From 1. */
	readonly position: number;
	readonly header: string;
	/** The header of the field, or null. */
	readonly field: string | null;
	readonly how: MatchWay;
	readonly reason: string;
	/** The field that it may be meant for, which nothing takes unasked. */
	readonly suggested: string | null;
};

function toJsonColumn(column: ColumnMatch): JsonColumn {
	const {index, header, way, reason} = column;
	const suggested = column.use === 'ignored' ? column.suggested : undefined;
	return {
		position: index + 1,
		header: cutReported(header),
		field: usedHeader(column) || null,
		how: way,
		reason,
		suggested: suggested === undefined ? null : storedField(suggested).header,
	};
}

/** The one object that `import --json` prints, whatever happened, but for its problems; what is not known is null, 0 or empty. */
type ImportReport = {
	readonly file: string;
	readonly encoding: string | null;
	readonly delimiter: string | null;
	readonly rows: number;
	readonly created: number;
	readonly updated: number;
	readonly unchanged: number;
	readonly rejected: number;
	readonly skipped: number;
	/** Cells that were put right: line, column, fix (its name), before and after; secrets and PINs masked. */
	readonly fixed: readonly object[];
	/** The last import of the same bytes that the history has: its number, when (UTC) and by whom, and whether it was undone since. */
	readonly importedBefore: JsonImportedBefore | null;
	/** The same of the import whose rejected rows the file holds. */
	readonly rejectsOf: JsonImportedBefore | null;
	/** What updates would set back to what it was before changes of the history, the newest first. */
	readonly olderValues: JsonOlderValues | null;
	/** With `--list-missing`, or with `--source` where there are any: how many users are not in the file, of how many, and whether that is so much that the file is probably not whole. */
	readonly missing: (Omit<ListedMissing, 'isMuch'> & {readonly notWhole: boolean}) | null;
	/** Updated users whose profile changes. */
	readonly movedProfiles: number;
	/** Whether anything was written. */
	readonly committed: boolean;
	/** Stored values that blank cells clear, or would clear, by CSV header. */
	readonly cleared: Readonly<Record<string, number>>;
	/** Users with a value that changes, or would change, by CSV header; empty while a decision is open. */
	readonly changedColumns: Readonly<Record<string, number>>;
	/** What the file raises for each decision, and what was chosen, by option. */
	readonly decisions: Readonly<Record<string, JsonDecision>>;
	readonly ignoredColumns: readonly string[];
	/** Every column of the file; one that is split comes twice. */
	readonly columns: readonly JsonColumn[];
	/** On a dry run each user who would be updated, with the values before and after. */
	readonly differences: readonly object[];
};

type JsonOlderValues = Pick<OlderValues, 'users' | 'values'> & {
	readonly changes: readonly (JsonAuthor & {readonly revision: number; readonly at: string})[];
};

function toJsonOlderValues({users, values, changes}: OlderValues): JsonOlderValues {
	return {
		users,
		values,
		changes: changes.map(({revision, at, author}) => ({revision, at, ...toJsonAuthor(author)})),
	};
}

function toJsonMissing({isMuch, ...missing}: ListedMissing): NonNullable<ImportReport['missing']> {
	return {...missing, notWhole: isMuch};
}

/** The outcome for scripts, in pieces. */
export function formatImportReport(outcome: ImportOutcome): Iterable<string> {
	const problems = outcome.stopped.concat(outcome.plan?.problems ?? []);
	return jsonReport(toImportReport(outcome), problems);
}

function toImportReport({
	file,
	dryRun,
	committed,
	table,
	plan,
	fixed = [],
	importedBefore,
	rejectsOf,
	missing,
	olderValues,
}: ImportOutcome): ImportReport {
	const isIgnored = (column: ColumnMatch): boolean =>
		column.use === 'ignored' ||
		(column.use === 'id' && plan !== undefined && plan.options.matchBy !== 'id') ||
		// What is chosen for the whole file wins over the column.
		(column.use === 'field' &&
			column.key === 'profile' &&
			plan !== undefined &&
			plan.options.profile.from !== 'csv');
	const concerned = plan?.concerned ?? nothingConcerned();
	const columns = table?.match.columns ?? [];
	return {
		file,
		encoding: table?.encoding ?? null,
		delimiter: table?.delimiter ?? null,
		rows: table?.rows.length ?? 0,
		created: plan?.created.length ?? 0,
		updated: plan?.updated.length ?? 0,
		unchanged: plan?.unchanged.length ?? 0,
		rejected: plan?.rejected.length ?? 0,
		skipped: plan?.skipped.length ?? 0,
		fixed: fixed.map(toJsonFix),
		importedBefore: importedBefore === undefined ? null : toJsonImportedBefore(importedBefore),
		rejectsOf: rejectsOf === undefined ? null : toJsonImportedBefore(rejectsOf),
		olderValues: olderValues === undefined ? null : toJsonOlderValues(olderValues),
		missing: missing === undefined ? null : toJsonMissing(missing),
		movedProfiles: plan?.moved ?? 0,
		committed,
		cleared: Object.fromEntries(concerned.blankColumns),
		changedColumns: Object.fromEntries(
			[...(plan?.changes.fields ?? [])].map(([key, amount]) => [storedField(key).header, amount]),
		),
		decisions: Object.fromEntries(
			importDecisions.map(({key, flag, choices}) => [
				key,
				{
					flag,
					choices: choices.map(({value}) => value),
					chosen: plan?.options[key] ?? 'undecided',
					count: countConcerned(concerned, key),
					by: Object.fromEntries(concerned[key]),
				},
			]),
		),
		columns: columns.map(toJsonColumn),
		ignoredColumns: columns.filter(isIgnored).map(({header}) => header),
		differences: dryRun
			? (plan?.updated ?? []).map(({before, after}) => toJsonUpdate(updateOf(before, after)))
			: [],
	};
}
