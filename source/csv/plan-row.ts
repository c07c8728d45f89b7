import {type FieldKey, showValue, storedField} from '../domain/field.ts';
import {originTable} from '../domain/origin.ts';
import type {Problem} from '../domain/problem.ts';
import {findUser, type Sheet} from '../domain/sheet.ts';
import {emptyValues, fullName, isReadOnly, trimValue, type User} from '../domain/user.ts';
import {findDoubts, findLostDigits} from './find-doubts.ts';
import type {RepeatedIds} from './find-repeated-ids.ts';
import {findTextMarks} from './find-text-marks.ts';
import type {CsvRow, CsvTable, ImportOptions} from './import-plan.ts';
import {judgeId} from './judge-id.ts';
import {describeShift, hasCellsBeyond, type ImportColumn, readCell, readId} from './read-cells.ts';
import type {RowCheck} from './validate-rows.ts';

/** What is the same for all rows of an import. */
export type RowContext = {
	readonly table: CsvTable;
	readonly options: ImportOptions;
	readonly sheet: Sheet;
	readonly idColumn: number | undefined;
	/** The columns that count, without Profile where one was chosen for the whole file. */
	readonly columns: readonly ImportColumn[];
	/** The profile chosen for the whole file, as the sheet spells it. */
	readonly chosenProfile: string | undefined;
	/** The sheet's spelling of a profile name in the file, or the name itself where there is no such profile. */
	readonly spellProfile: (name: string) => string;
	/** Fields that may not be blank in this sheet. */
	readonly mandatory: ReadonlySet<FieldKey>;
	readonly check: RowCheck;
	readonly repeatedIds: RepeatedIds;
	/** Whether a blank cell behind the last column is usual in this file. */
	readonly trailingDelimiters: boolean;
};

/** What becomes of one row. `cleared` are the fields whose stored value meets a blank cell. */
export type RowOutcome =
	| {readonly kind: 'create'; readonly user: User; readonly problems: readonly Problem[]}
	| {
			readonly kind: 'update';
			readonly before: User;
			readonly after: User;
			readonly cleared: readonly FieldKey[];
			readonly problems: readonly Problem[];
	  }
	| {readonly kind: 'unchanged'; readonly user: User; readonly cleared: readonly FieldKey[]}
	| {readonly kind: 'reject'; readonly problems: readonly Problem[]};

/**
 * Decides on one row: rules.md 3.1 to 3.8.
 *
 * @param nextId the ID of the user, should the row create one
 */
export function planRow(row: CsvRow, context: RowContext, nextId: number): RowOutcome {
	if (row.fault !== undefined) return {kind: 'reject', problems: [row.fault]};
	const {table} = context;
	if (hasCellsBeyond(row, table.headers.length))
		return {kind: 'reject', problems: [describeShift(row, table)]};
	const id = readId(row, context.idColumn);
	const known = /^\d{1,15}$/.test(id) ? findUser(context.sheet, Number(id)) : undefined;
	const {overwrite} = context.options;
	const repeatedOn = context.repeatedIds.get(id);
	const idProblems = judgeId(id, known !== undefined, overwrite, row.line, repeatedOn);
	const outcome = decide(row, known, idProblems, context, nextId);
	if (outcome.kind === 'unchanged') return outcome;
	const marks = findTextMarks(row, context.columns, overwrite ? known : undefined);
	const found = marks.length === 0 ? outcome.problems : outcome.problems.concat(marks);
	if (found.length === 0) return outcome;
	if (isShifted(row, outcome, context)) return {kind: 'reject', problems: [describeShift(row, table)]};
	const who = nameRow(row, known, outcome, context);
	const place = {line: row.line, ...(id === '' ? {} : {id}), ...(who === '' ? {} : {who})};
	return {...outcome, problems: found.map((problem) => ({...problem, ...place}))};
}

/** Who a row is about: the stored name of the user that it would update, else the name that the row has; '' for none. */
function nameRow(row: CsvRow, known: User | undefined, outcome: RowOutcome, context: RowContext): string {
	if (context.options.overwrite && known !== undefined) return fullName(known);
	if (outcome.kind === 'create') return fullName(outcome.user);
	const named = context.columns.filter(({key}) => nameKeys.has(key));
	const values = named.map((column) => [column.key, readCell(row, column)] as const);
	return fullName({...emptyValues, ...Object.fromEntries(values)});
}

/** An unquoted delimiter in a row that ends in blank cells: one cell too many, and values that do not fit their columns. */
function isShifted(row: CsvRow, outcome: RowOutcome, {table, trailingDelimiters}: RowContext): boolean {
	return (
		outcome.kind === 'reject' &&
		row.cells.length > table.headers.length &&
		!trailingDelimiters &&
		outcome.problems.some((problem) => problem.severity === 'error' && problem.column !== 'ID')
	);
}

function decide(
	row: CsvRow,
	known: User | undefined,
	idProblems: readonly Problem[],
	context: RowContext,
	nextId: number,
): RowOutcome {
	const {overwrite} = context.options;
	if (overwrite && known !== undefined) return planUpdate(row, known, idProblems, context);
	if (!overwrite && known === undefined) return planCreate(row, idProblems, context, nextId);
	const values = context.columns.map((column) => [column.key, readValue(row, column, context)] as const);
	return {kind: 'reject', problems: [...idProblems, ...context.check.checkCells(new Map(values))]};
}

/** The cell as it would be stored; a profile as the sheet spells it. */
function readValue(row: CsvRow, column: ImportColumn, context: RowContext): string {
	const value = readCell(row, column);
	return column.field.kind === 'profile' ? context.spellProfile(value) : value;
}

/** What {@link fullName} looks at. */
const nameKeys: ReadonlySet<FieldKey> = new Set(['firstName', 'lastName', 'email']);

/** Copied whole for every new user, which is twice as fast as adding ID and origin to each. */
const blankUser: User = {...emptyValues, id: 0, origin: 'csv'};

function planCreate(
	row: CsvRow,
	idProblems: readonly Problem[],
	context: RowContext,
	nextId: number,
): RowOutcome {
	const user: {-readonly [Key in keyof User]: User[Key]} = {...blankUser};
	user.id = nextId;
	if (context.chosenProfile !== undefined) user.profile = context.chosenProfile;
	for (const column of context.columns) user[column.key] = readValue(row, column, context);
	const problems = idProblems.concat(context.check.checkUser(user), findLostDigits(user));
	return rejectOnError({kind: 'create', user, problems});
}

function planUpdate(
	row: CsvRow,
	before: User,
	idProblems: readonly Problem[],
	context: RowContext,
): RowOutcome {
	const changes = new Map<FieldKey, string>();
	const cleared: FieldKey[] = [];
	for (const column of context.columns) {
		const {key, field} = column;
		const value = readValue(row, column, context);
		if (value === before[key] || value === trimValue(field, before[key])) continue;
		const clears = value === '' && !context.mandatory.has(key);
		if (clears) cleared.push(key);
		if (!clears || context.options.blankColumns !== 'keep') changes.set(key, value);
	}
	if (context.chosenProfile !== undefined && context.chosenProfile !== before.profile) {
		changes.set('profile', context.chosenProfile);
	}
	if (changes.size === 0) {
		return idProblems.length === 0
			? {kind: 'unchanged', user: before, cleared}
			: {kind: 'reject', problems: idProblems};
	}
	const after = {...before, ...Object.fromEntries(changes)};
	const problems = [
		...idProblems,
		...findReadOnly(before, after, changes),
		...context.check.checkUser(after),
		...findDoubts(before, after),
	];
	return rejectOnError({kind: 'update', before, after, cleared, problems});
}

function rejectOnError(outcome: Extract<RowOutcome, {readonly kind: 'create' | 'update'}>): RowOutcome {
	return outcome.problems.some((problem) => problem.severity === 'error')
		? {kind: 'reject', problems: outcome.problems}
		: outcome;
}

/** Data of a synchronised user belongs to the service (rules.md 3.6). */
function findReadOnly(before: User, after: User, changes: ReadonlyMap<FieldKey, string>): readonly Problem[] {
	return [...changes.keys()].map(storedField).flatMap((field): readonly Problem[] => {
		if (!isReadOnly(field, before.origin)) return [];
		return [
			{
				severity: 'error',
				code: 'read-only',
				column: field.header,
				value: showValue(field, after[field.key]),
				message: `It is read-only here: this user is ${originTable[before.origin].label}.`,
				short: 'Read-only: synchronised user',
				fix: 'Change it there. Only Profile and Deployment PIN may change here.',
			},
		];
	});
}
