import type {Problem} from '../../domain/problem.ts';
import type {User, WritableUser} from '../../domain/user.ts';
import type {SettledDoubt} from '../doubt/settle-doubt.ts';
import {withDoubts} from '../doubt/with-doubts.ts';
import type {CsvRow} from '../import-plan.ts';
import {matchWayOf} from '../match-by.ts';
import {describeTwins} from '../people/find-duplicates.ts';
import type {Twin} from '../people/likenesses.ts';
import {findTwins, lineOf} from '../people/people.ts';
import {readMarks} from '../read-marks.ts';
import {blankUser} from './plain/plain-user.ts';
import {planUpdate} from './plan-update.ts';
import {type RowContext, type RowOutcome, readValue, rejectOnError, settleValue} from './row-context.ts';

/** A row that creates a user, or looks like one who is there already: then what was decided about duplicates is done (rules.md 3.9). */
export function planCreate(
	row: CsvRow,
	givenProblems: readonly Problem[],
	context: RowContext,
	at: number,
): RowOutcome {
	const doubts: SettledDoubt[] = [];
	const read = readUser(row, context, context.people.nextId + at, doubts);
	const marks = readMarks(row, read, context.marks, context.sheet, context.today);
	const user = {...read, ...marks.values};
	const idProblems = marks.problems.length === 0 ? givenProblems : [...givenProblems, ...marks.problems];
	const twins = findTwins(context.people, user, at);
	const [first] = twins;
	if (first === undefined || idProblems.length > 0) return judgeCreation(user, idProblems, doubts, context);
	return {...planDuplicate(row, {user, doubts}, first, twins, context, at), likeness: first.likeness};
}

function readUser(row: CsvRow, context: RowContext, id: number, doubts: SettledDoubt[]): User {
	const user: WritableUser = {...blankUser};
	user.id = id;
	if (context.profileOfNew !== undefined) user.profile = context.profileOfNew;
	const {source, field} = matchWayOf(context.options.matchBy);
	for (const column of context.columns) {
		user[column.key] = settleValue(readValue(row, column, context), '', row, column, context, doubts);
	}
	if (source !== undefined && field !== undefined) {
		user.origin = source;
		user.sourceId = user[field];
	}
	return user;
}

function judgeCreation(
	user: User,
	found: readonly Problem[],
	doubts: readonly SettledDoubt[],
	{check}: RowContext,
): RowOutcome {
	const problems = withDoubts(found.concat(check.checkUser(user)), doubts);
	return rejectOnError({kind: 'create', user, problems, doubts});
}

function planDuplicate(
	row: CsvRow,
	{user, doubts}: {readonly user: User; readonly doubts: readonly SettledDoubt[]},
	first: Twin,
	twins: readonly Twin[],
	context: RowContext,
	at: number,
): RowOutcome {
	const {people} = context;
	switch (context.options.duplicates) {
		case 'undecided':
		case 'create':
			return judgeCreation(user, [describeTwins(user, twins, people, at)], doubts, context);
		case 'skip': {
			const warning = describeTwins(user, twins, people, at, ' The row is left out.');
			return {kind: 'skip', user: first.user, problems: [warning]};
		}
		case 'update': {
			const reason = refuseUpdate(first, twins, context, at);
			if (reason !== undefined) {
				const error = {...describeTwins(user, twins, people, at), severity: 'error', ...reason} as const;
				return {kind: 'reject', problems: [error]};
			}
			const outcome = planUpdate(row, first.user, [], context);
			const warning = describeTwins(user, twins, people, at, ' The row updates that user.');
			return outcome.kind === 'unchanged' ? outcome : {...outcome, problems: [warning, ...outcome.problems]};
		}
	}
}

/** A row updates one user of the sheet, if no other row creates or updates that user. */
function refuseUpdate(
	first: Twin,
	twins: readonly Twin[],
	{people}: RowContext,
	at: number,
): Pick<Problem, 'code' | 'short' | 'fix'> | undefined {
	if (twins.length > 1)
		return {
			code: 'several-users-fit',
			short: 'Several users fit',
			fix: 'Add the ID of the right one, and import this row with overwrite.',
		};
	const line = lineOf(people, first.user.id, at);
	if (line === undefined) return undefined;
	return repeatedOn(line);
}

function repeatedOn(line: number): Pick<Problem, 'code' | 'short' | 'fix'> {
	return {code: 'repeated-user', short: `Also on line ${line}`, fix: 'Leave one of these rows in the file.'};
}

/** A row for a user that a row before has updated as a possible duplicate. */
export function repeatedUser(line: number): Problem {
	return {severity: 'error', message: `The user is also changed by line ${line}.`, ...repeatedOn(line)};
}
