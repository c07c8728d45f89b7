import {equalityKey} from '../../domain/compare-text.ts';
import {findConsequences} from '../../domain/consequences.ts';
import {type FieldKey, isMasked, showValue} from '../../domain/field.ts';
import {storedField} from '../../domain/field-lists.ts';
import {type Origin, originTable} from '../../domain/origin.ts';
import type {Problem} from '../../domain/problem.ts';
import {isReadOnly, trimValue, type User} from '../../domain/user.ts';
import {settleId} from '../doubt/settle-doubt.ts';
import {withDoubts} from '../doubt/with-doubts.ts';
import type {CsvRow} from '../import-plan.ts';
import {matchWayOf} from '../match-by.ts';
import {readIdCell} from '../read-cells.ts';
import {readMarks} from '../read-marks.ts';
import {type RowContext, type RowOutcome, readValue, rejectOnError, settleValue} from './row-context.ts';

/**
 * A row that changes a stored user, judged as the user will be (rules.md 3.4). It decides alike whether the ID was given
 * or the user was found as a duplicate.
 */
export function planUpdate(
	row: CsvRow,
	before: User,
	idProblems: readonly Problem[],
	context: RowContext,
): RowOutcome {
	const {field: matchKey, source} = matchWayOf(context.options.matchBy);
	const changes = new Map<FieldKey, string>();
	const cleared: FieldKey[] = [];
	const doubts = settleId(before.id, readIdCell(row, context.idColumn), context.options.doubtful);
	for (const column of context.columns) {
		const {key, field} = column;
		const value = readValue(row, column, context);
		if (value === before[key] || value === trimValue(field, before[key])) continue;
		// What has found the user is equal as names are compared, and stays as it is stored.
		if (key === matchKey && equalityKey(value) === equalityKey(before[key])) continue;
		const clears = value === '' && !context.mandatory.has(key);
		if (clears) cleared.push(key);
		const settled = settleValue(value, before[key], row, column, context, doubts);
		if (settled === before[key]) continue;
		if (!clears || context.options.blankColumns !== 'keep') changes.set(key, settled);
	}
	const {profileOfUpdated} = context;
	if (profileOfUpdated !== undefined && profileOfUpdated !== before.profile) {
		changes.set('profile', profileOfUpdated);
	}
	const adopted = adoptUser(row, before, context);
	const merged = {...before, ...Object.fromEntries(changes), ...adopted};
	const marks = readMarks(row, merged, context.marks, context.sheet, context.today);
	const isMarked = Object.keys(marks.values).length > 0;
	if (changes.size === 0 && adopted === undefined && !isMarked) {
		const problems = withDoubts([...idProblems, ...marks.problems], doubts);
		return rejectOnError({kind: 'unchanged', user: before, cleared, problems, doubts});
	}
	const after = {...merged, ...marks.values};
	const isStranger = isAnotherPerson(before, after);
	const another = {
		...anotherPerson,
		message: matchKey === undefined ? `${anotherPerson.message} ${idsOfOthers}` : anotherPerson.message,
	};
	const found = [
		...idProblems,
		...marks.problems,
		...(adopted === undefined ? [] : findOtherSource(before, adopted.origin)),
		...(before.origin === source ? [] : findReadOnly(before, after, changes)),
		...context.check.checkUser(after),
		...(isStranger ? [another] : []),
		...findConsequences(before, after),
	];
	const outcome = rejectOnError({
		kind: 'update',
		before,
		after,
		cleared,
		problems: withDoubts(found, doubts),
		doubts,
	});
	if (!isStranger || outcome.kind === 'reject') return outcome;
	if (context.options.otherPerson !== 'skip') return {...outcome, isStranger};
	const message = `${another.message} The row is left out.`;
	return {kind: 'skip', user: before, problems: [{...another, message}], isStranger};
}

/** What makes a user one of the system that the rows come from: a possible duplicate who is updated belongs to it afterwards (rules.md 3.28). */
function adoptUser(
	row: CsvRow,
	before: User,
	context: RowContext,
): Pick<User, 'origin' | 'sourceId'> | undefined {
	const {field, source} = matchWayOf(context.options.matchBy);
	const column = context.columns.find(({key}) => key === field);
	if (source === undefined || column === undefined) return undefined;
	const sourceId = readValue(row, column, context);
	const isSame = before.origin === source && equalityKey(before.sourceId) === equalityKey(sourceId);
	return isSame ? undefined : {origin: source, sourceId};
}

/** A user belongs to one system only. */
function findOtherSource({origin}: User, source: Origin): readonly Problem[] {
	if (!originTable[origin].isSynchronised || origin === source) return [];
	return [
		{
			severity: 'error',
			code: 'other-source',
			message: `This user is ${originTable[origin].label}.`,
			short: 'Belongs to another system',
			fix: 'Delete the user first, or leave the row out.',
		},
	];
}

const anotherPerson: Problem = {
	severity: 'warning',
	code: 'another-person',
	message: 'Last name and e-mail address both differ from the stored user. Is it another person?',
	short: 'Another person?',
};
const idsOfOthers = 'IDs are only valid in the system that gave them.';

/** Whether an update may be about another person (rules.md 3.8). */
function isAnotherPerson(before: User, after: User): boolean {
	return !(['lastName', 'email'] as const).some(
		(key) => equalityKey(before[key]) === equalityKey(after[key]),
	);
}

/** Data of a synchronised user belongs to the service (rules.md 3.6). */
function findReadOnly(before: User, after: User, changes: ReadonlyMap<FieldKey, string>): readonly Problem[] {
	const changed = [...changes.keys()].map(storedField).filter((field) => isReadOnly(field, before.origin));
	return changed.map((field) => ({
		severity: 'error',
		code: 'read-only',
		column: field.header,
		value: showValue(field, after[field.key]),
		message: `It is read-only here: this user is ${originTable[before.origin].label}.`,
		short: 'Read-only: synchronised user',
		fix: 'Change it there. Only Profile and Deployment PIN may change here.',
		...(isMasked(field) ? {} : {fixed: before[field.key]}),
	}));
}
