import type {ColumnMatch, CsvTable, ImportPlan} from '../csv/import-plan.ts';
import {matchHeaders} from '../csv/match-headers.ts';
import {storedField} from '../domain/field.ts';
import type {Problem} from '../domain/problem.ts';
import type {ExitCode} from './exit-code.ts';
import {type JsonProblem, toJsonProblem} from './format-json.ts';

/** What came of an import, as far as it got. */
export type ImportOutcome = {
	/** As the person named it. */
	readonly file: string;
	readonly code: ExitCode;
	readonly dryRun: boolean;
	readonly committed: boolean;
	/** Where the rejected rows were written. */
	readonly rejectsFile?: string;
	readonly table?: CsvTable;
	readonly plan?: ImportPlan;
	/** What stopped it although the rows were fine: the file, the flags or the store. */
	readonly stopped: readonly Problem[];
};

/** The one object that `import --json` prints, whatever happened; what is not known is null, 0 or empty. */
export type ImportReport = {
	readonly file: string;
	readonly encoding: string | null;
	readonly delimiter: string | null;
	readonly rows: number;
	readonly created: number;
	readonly updated: number;
	readonly unchanged: number;
	readonly rejected: number;
	readonly skipped: number;
	/** Whether anything was written. */
	readonly committed: boolean;
	/** Stored values that blank cells clear, or would clear, by CSV header. */
	readonly cleared: Readonly<Record<string, number>>;
	readonly ignoredColumns: readonly string[];
	readonly problems: readonly JsonProblem[];
};

/** The outcome for scripts. */
export function toImportReport({file, committed, table, plan, stopped}: ImportOutcome): ImportReport {
	const isIgnored = (column: ColumnMatch): boolean =>
		column.use === 'ignored' ||
		// One profile chosen for the whole file wins over the column.
		(column.use === 'field' && column.key === 'profile' && plan?.options.profile.from === 'choice');
	const columns = table === undefined ? [] : matchHeaders(table.headers).columns;
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
		committed,
		cleared: Object.fromEntries(
			[...(plan?.cleared ?? [])].map(([key, amount]) => [storedField(key).header, amount]),
		),
		ignoredColumns: columns.filter(isIgnored).map(({header}) => header),
		problems: [...stopped, ...(plan?.problems ?? [])].map(toJsonProblem),
	};
}
