import type {FieldKey} from '../domain/field.ts';
import type {Problem} from '../domain/problem.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';
import type {Likeness, People} from './find-duplicates.ts';
import type {RepeatedIds} from './find-repeated-ids.ts';
import type {CsvRow, CsvTable, ImportOptions} from './import-plan.ts';
import {type ImportColumn, readCell} from './read-cells.ts';
import type {RowCheck} from './validate-rows.ts';

/** What is the same for all rows of an import. */
export type RowContext = {
	readonly table: CsvTable;
	readonly options: ImportOptions;
	readonly sheet: Sheet;
	readonly idColumn: number | undefined;
	/** The columns that count: without Profile, unless the profiles come from the file. */
	readonly columns: readonly ImportColumn[];
	/** The profile that new users get, and the one that updated users move to, as the sheet spells them (rules.md 3.5). */
	readonly profileOfNew: string | undefined;
	readonly profileOfUpdated: string | undefined;
	/** The sheet's spelling of a profile name in the file, or the name itself where there is no such profile. */
	readonly spellProfile: (name: string) => string;
	/** Fields that may not be blank in this sheet. */
	readonly mandatory: ReadonlySet<FieldKey>;
	readonly check: RowCheck;
	readonly repeatedIds: RepeatedIds;
	/** Whom a new user may be a duplicate of: the sheet's users, and those of the rows before. */
	readonly people: People;
	/** Whether a blank cell behind the last column is usual in this file. */
	readonly trailingDelimiters: boolean;
};

/** What becomes of one row. */
export type RowOutcome = {
	/** Where it would create somebody who looks like another one (rules.md 3.9). */
	readonly likeness?: Likeness;
	readonly problems: readonly Problem[];
} & (
	| {readonly kind: 'create'; readonly user: User}
	/** `cleared` are the fields whose stored value meets a blank cell. */
	| {
			readonly kind: 'update';
			readonly before: User;
			readonly after: User;
			readonly cleared: readonly FieldKey[];
	  }
	| {readonly kind: 'unchanged'; readonly user: User; readonly cleared: readonly FieldKey[]}
	/** The row is left out as a duplicate of this user. */
	| {readonly kind: 'skip'; readonly user: User}
	| {readonly kind: 'reject'}
);

/** The cell as it would be stored; a profile as the sheet spells it. */
export function readValue(row: CsvRow, column: ImportColumn, context: RowContext): string {
	const value = readCell(row, column);
	return column.field.kind === 'profile' ? context.spellProfile(value) : value;
}

/** The outcome, unless one of its problems is an error: then the row is rejected, with all of them. */
export function rejectOnError(outcome: RowOutcome): RowOutcome {
	const {problems, likeness} = outcome;
	if (!problems.some(({severity}) => severity === 'error')) return outcome;
	return {kind: 'reject', problems, ...(likeness === undefined ? {} : {likeness})};
}
