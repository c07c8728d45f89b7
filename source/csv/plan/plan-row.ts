import type {FieldKey} from '../../domain/field.ts';
import {storedField} from '../../domain/field-lists.ts';
import type {Problem} from '../../domain/problem.ts';
import {emptyValues, fullName, type User} from '../../domain/user.ts';
import {findSplitProblems} from '../columns/split-name.ts';
import {findTextMarks} from '../find-text-marks.ts';
import type {CsvRow} from '../import-plan.ts';
import {matchWayOf} from '../match-by.ts';
import {findTwins, lineOf} from '../people/people.ts';
import type {Found} from '../people/row-finder.ts';
import {readCell} from '../read-cells.ts';
import {describeShift, judgeWidth} from '../widths/judge-width.ts';
import {planCreate, repeatedUser} from './plan-create.ts';
import {planUpdate} from './plan-update.ts';
import {type RowContext, type RowOutcome, readValue} from './row-context.ts';

const noProblems: readonly Problem[] = [];

/**
 * Decides on one row: rules.md 3.1 to 3.9.
 *
 * @param read the row as the file has it: cells that were put right do not make its width right
 * @param at its place among the rows
 */
export function planRow(row: CsvRow, read: CsvRow, context: RowContext, at: number): RowOutcome {
	if (row.fault !== undefined) return {kind: 'reject', problems: [row.fault]};
	const {table} = context;
	const misfit = judgeWidth(read, table);
	if (misfit?.severity === 'error') return {kind: 'reject', problems: [misfit]};
	if (misfit === undefined) {
		const user = context.readPlainUser(row, context.people.nextId + at);
		if (user !== undefined && findTwins(context.people, user, at).length === 0)
			return {kind: 'create', user, problems: noProblems};
	}
	const names = findSplitProblems(row, context.fullNames);
	const isUnsplit = names.some(({severity}) => severity === 'error');
	const found = context.finder.find(row);
	const {id, known} = found;
	const {overwrite} = context.options;
	const outcome = planFound(row, found, context, at);
	// What is not written needs no look at how its cells are written.
	const isLeftOut = !isUnsplit && (outcome.kind === 'unchanged' || outcome.kind === 'skip');
	const before = outcome.kind === 'update' ? outcome.before : overwrite ? known : undefined;
	const marks = isLeftOut ? [] : findTextMarks(row, context.columns, before);
	const told =
		isLeftOut || (misfit === undefined && marks.length === 0 && names.length === 0)
			? outcome.problems
			: [misfit ?? [], names, outcome.problems, marks].flat();
	if (told.length === 0) return outcome;
	if (isShifted(outcome, misfit, found)) return {kind: 'reject', problems: [describeShift(read, table)]};
	const who = nameRow(row, known, outcome, context);
	const place = {line: row.line, ...(id === '' ? {} : {id}), ...(who === '' ? {} : {who})};
	const problems = told.map((problem) => ({...problem, ...place}));
	return isUnsplit ? {kind: 'reject', problems} : {...outcome, problems};
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
function isShifted(outcome: RowOutcome, misfit: Problem | undefined, found: Found): boolean {
	return (
		misfit !== undefined &&
		outcome.kind === 'reject' &&
		outcome.problems.some(
			({severity, code}) => severity === 'error' && !found.problems.some((problem) => problem.code === code),
		)
	);
}

function planFound(row: CsvRow, {known, problems}: Found, context: RowContext, at: number): RowOutcome {
	const {overwrite, matchBy} = context.options;
	if (overwrite && known !== undefined) {
		// A row before may have updated the same user as a possible duplicate.
		const line = lineOf(context.people, known.id, at);
		return planUpdate(row, known, line === undefined ? problems : [...problems, repeatedUser(line)], context);
	}
	if (!overwrite && known === undefined) return planCreate(row, problems, context, at);
	if (overwrite && matchBy !== 'id' && problems.length === 0) {
		// A system that users are synchronised from says which ones there are.
		if (matchWayOf(matchBy).source !== undefined) return planCreate(row, [], context, at);
		return planUnknown(row, context, at);
	}
	const values = context.columns.map((column) => [column.key, readValue(row, column, context)] as const);
	const cells = context.check.checkCells(new Map(values));
	// That it is blank has been said.
	const isSaid = ({code, column}: Problem): boolean =>
		code === 'required' && problems.some((problem) => problem.column === column);
	return {kind: 'reject', problems: [...problems, ...cells.filter((problem) => !isSaid(problem))]};
}

/** A row whose key no user has: it is left out or makes a user, as was decided (rules.md 3.25). */
function planUnknown(row: CsvRow, context: RowContext, at: number): RowOutcome {
	const {label, field = 'email'} = matchWayOf(context.options.matchBy);
	const unknown = `new ${label}`;
	const column = context.columns.find(({key}) => key === field);
	const problem: Problem = {
		severity: 'warning',
		code: 'unknown-key',
		column: storedField(field).header,
		value: column === undefined ? '' : readCell(row, column),
		message: 'No user has it.',
		short: 'No user has it',
	};
	switch (context.options.unknownRows) {
		case 'skip': {
			const message = `${problem.message} The row is left out.`;
			return {kind: 'skip', user: undefined, problems: [{...problem, message}], unknown};
		}
		case 'undecided': {
			const outcome = planCreate(row, [], context, at);
			return {...outcome, problems: [problem, ...outcome.problems], unknown};
		}
		case 'create':
			return {...planCreate(row, [], context, at), unknown};
	}
}

/** What {@link fullName} looks at. */
const nameKeys: ReadonlySet<FieldKey> = new Set(['firstName', 'lastName', 'email']);
