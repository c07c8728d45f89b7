import type {FieldKey} from '../domain/field.ts';
import type {Problem} from '../domain/problem.ts';
import {findUser} from '../domain/sheet.ts';
import {emptyValues, fullName, type User} from '../domain/user.ts';
import {findTextMarks} from './find-text-marks.ts';
import type {CsvRow} from './import-plan.ts';
import {judgeId} from './judge-id.ts';
import {planCreate} from './plan-create.ts';
import {planUpdate} from './plan-update.ts';
import {readCell, readId} from './read-cells.ts';
import {type RowContext, type RowOutcome, readValue} from './row-context.ts';
import {describeShift, judgeWidth} from './widths/judge-width.ts';

/**
 * Decides on one row: rules.md 3.1 to 3.9.
 *
 * @param read the row as the file has it: cells that were put right do not make its width right
 * @param nextId the ID of the user, should the row create one
 */
export function planRow(row: CsvRow, read: CsvRow, context: RowContext, nextId: number): RowOutcome {
	if (row.fault !== undefined) return {kind: 'reject', problems: [row.fault]};
	const {table} = context;
	const misfit = judgeWidth(read, table);
	if (misfit?.severity === 'error') return {kind: 'reject', problems: [misfit]};
	const id = readId(row, context.idColumn);
	const known = /^\d{1,15}$/.test(id) ? findUser(context.sheet, Number(id)) : undefined;
	const {overwrite} = context.options;
	const repeatedOn = context.repeatedIds.get(id);
	const idProblems = judgeId(id, known !== undefined, overwrite, row.line, repeatedOn);
	const outcome = planById(row, known, idProblems, context, nextId);
	// What is not written needs no look at how its cells are written.
	const isLeftOut = outcome.kind === 'unchanged' || outcome.kind === 'skip';
	const before = outcome.kind === 'update' ? outcome.before : overwrite ? known : undefined;
	const marks = isLeftOut ? [] : findTextMarks(row, context.columns, before);
	const found =
		(isLeftOut || misfit === undefined) && marks.length === 0
			? outcome.problems
			: [misfit ?? [], outcome.problems, marks].flat();
	if (found.length === 0) return outcome;
	if (isShifted(outcome, misfit)) return {kind: 'reject', problems: [describeShift(read, table)]};
	const who = nameRow(row, known, outcome, context);
	const place = {line: row.line, ...(id === '' ? {} : {id}), ...(who === '' ? {} : {who})};
	return {...outcome, problems: found.map((problem) => ({...problem, ...place}))};
}

/** Who a row is about: the stored name of the user that it would update, else the name that the row has; '' for none. */
function nameRow(row: CsvRow, known: User | undefined, outcome: RowOutcome, context: RowContext): string {
	if (context.options.overwrite && known !== undefined) return fullName(known);
	if (outcome.kind === 'update') return fullName(outcome.before);
	if (outcome.kind === 'create') return fullName(outcome.user);
	const named = context.columns.filter(({key}) => nameKeys.has(key));
	const values = named.map((column) => [column.key, readCell(row, column)] as const);
	return fullName({...emptyValues, ...Object.fromEntries(values)});
}

/**
 * An unquoted delimiter in a row that ends in blank cells, or one that is missing: a cell too many or too few, and values that do not fit
 * their columns. Only the shift is told then, as they may be secrets.
 */
function isShifted(outcome: RowOutcome, misfit: Problem | undefined): boolean {
	return (
		misfit !== undefined &&
		outcome.kind === 'reject' &&
		outcome.problems.some((problem) => problem.severity === 'error' && problem.column !== 'ID')
	);
}

function planById(
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

/** What {@link fullName} looks at. */
const nameKeys: ReadonlySet<FieldKey> = new Set(['firstName', 'lastName', 'email']);
