import type {Change, Update} from '../change.ts';
import type {FieldKey, UserValues} from '../field.ts';
import {storedField, storedFields} from '../field-lists.ts';
import {type Finding, type Problem, quote} from '../problem.ts';
import {compileFinder, escapePattern} from '../query/pattern/find-pattern.ts';
import {type Sheet, userFinder, usersWithIds} from '../sheet.ts';
import type {User} from '../user.ts';
import {eachInSteps, type Work} from '../work.ts';
import {type CellsPlan, nameChange, planCells} from './plan-cells.ts';

/** What is looked for in which columns, and what is put in its place. */
export type Replacement = {
	readonly find: string;
	/** Taken as it is: nothing in it stands for a part of what was found. */
	readonly replacement: string;
	readonly isPattern: boolean;
	/** Whether capitals and small letters differ. */
	readonly isCased: boolean;
	readonly keys: readonly FieldKey[];
};

/** A cell in which something was found. */
export type ReplaceLine = {
	/** As before. */
	readonly user: User;
	readonly key: FieldKey;
	readonly before: string;
	readonly after: string;
	/** What is wrong with the new value, or deserves a look. */
	readonly problem: Problem | undefined;
};

/** What a replacement would do: the cells that change, then those whose new values break a rule. */
export type ReplacePlan = CellsPlan & {readonly lines: readonly ReplaceLine[]};

/** Users whose values are looked through in a step: a pattern may take its time. */
const usersPerStep = 25;

/** The columns in which things are found: never a secret, a PIN or a profile. */
export const replacedKeys: readonly FieldKey[] = storedFields
	.filter(({kind}) => kind === 'text')
	.map(({key}) => key);

/** Puts the replacement into a value; undefined where nothing is found. Or what is wrong with the pattern. */
export function compileReplacement(given: Replacement): ((value: string) => string | undefined) | Finding {
	if (given.find === '')
		return {code: 'nothing-to-find', message: 'Type what to find.', short: 'Nothing to find'};
	const findAll = compileFinder(given.isPattern ? given.find : escapePattern(given.find), given.isCased);
	if (typeof findAll !== 'function') return findAll;
	return (value) => {
		const spans = findAll(value);
		if (spans.length === 0) return undefined;
		let [text, done] = ['', 0];
		for (const {start, end} of spans) {
			text += value.slice(done, start) + given.replacement;
			done = end;
		}
		return text + value.slice(done);
	};
}

/** "Replace "@old" with "@new" in Email address": the beginning of the name of the change. */
export function describeReplacement({find, replacement, keys}: Replacement): string {
	const [first, ...others] = keys.map((key) => storedField(key).header);
	const where = others.length === 0 ? first : `${keys.length} columns`;
	return `Replace ${quote(find)} with ${quote(replacement)} in ${where}`;
}

/** What is wrong with what is to be found; undefined where it can be looked for. */
export function checkReplacement(given: Replacement): Finding | undefined {
	const replace = compileReplacement(given);
	return typeof replace === 'function' ? undefined : replace;
}

/** Plans a replacement in the values of these users; each new value is judged as one that is typed. */
export function* planReplace(ids: readonly number[], given: Replacement, sheet: Sheet): Work<ReplacePlan> {
	const users = usersWithIds(sheet, ids);
	const compiled = compileReplacement(given);
	const replace = typeof compiled === 'function' ? compiled : () => undefined;
	const found = new Map<User, Partial<UserValues>>();
	for (const [place, user] of users.entries()) {
		if (place % usersPerStep === 0) yield {done: place, total: users.length};
		const values: {[Key in FieldKey]?: string} = {};
		for (const key of given.keys) {
			// What is too long to be edited is replaced as a whole only.
			const after = user[key].length > storedField(key).longest ? undefined : replace(user[key]);
			if (after !== undefined && after !== user[key]) values[key] = after;
		}
		if (Object.keys(values).length > 0) found.set(user, values);
	}
	const plan = yield* planCells(
		[...found.keys()],
		(user) => found.get(user) ?? {},
		sheet,
		describeReplacement(given),
	);
	return {...plan, lines: yield* listLines(plan, sheet)};
}

function* listLines({change, said, refused}: CellsPlan, sheet: Sheet): Work<readonly ReplaceLine[]> {
	const doubts = new Map(said.map((problem) => [`${problem.id} ${problem.column}`, problem]));
	const find = userFinder(sheet.users);
	const lines: ReplaceLine[] = [];
	yield* eachInSteps(change.updated, (update) => {
		const user = find(update.id);
		if (user === undefined) return;
		for (const key of editedKeys(update)) {
			const {before = '', after = ''} = update.cells[key] ?? {};
			const problem = doubts.size === 0 ? undefined : doubts.get(`${user.id} ${storedField(key).header}`);
			lines.push({user, key, before, after, problem});
		}
	});
	for (const problem of refused) {
		const {key, value: after = ''} = problem;
		const user = find(Number(problem.id));
		if (user !== undefined) lines.push({user, key, before: user[key], after, problem});
	}
	return lines;
}

/** The change with those of its cells only whose lines, by their places, are kept; the lines of a change come in its order. */
export function keepLines(change: Change, isKept: (place: number) => boolean, what: string): Change {
	let next = 0;
	let isWhole = true;
	const updated: Update[] = [];
	for (const update of change.updated) {
		const keys = editedKeys(update);
		const first = next;
		next += keys.length;
		const kept = keys.filter((_, index) => isKept(first + index));
		if (kept.length === keys.length) updated.push(update);
		else isWhole = false;
		if (kept.length === 0 || kept.length === keys.length) continue;
		updated.push({...update, cells: Object.fromEntries(kept.map((key) => [key, update.cells[key]]))});
	}
	return isWhole ? change : {...change, updated, label: nameChange(what, updated)};
}

function editedKeys({cells}: Update): readonly FieldKey[] {
	return replacedKeys.filter((key) => cells[key] !== undefined);
}
