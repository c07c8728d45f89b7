import {storedField} from '../../domain/field-lists.ts';
import type {Problem} from '../../domain/problem.ts';
import {type DecisionKey, nothingConcerned} from '../import-decisions.ts';
import type {CsvRow, Examples, JudgedRow} from '../import-plan.ts';
import {addPerson, dropSought, type People, removePerson} from '../people/people.ts';
import type {RowOutcome} from './row-context.ts';

/** What a row raises for a decision: where, and for some the problem as an example. */
type Concern = {readonly key: DecisionKey; readonly where: string; readonly example: Problem | undefined};

/** What the rows have come to so far, but for what is found only when all of them are known. */
export type PlanDraft = {
	/** By place. */
	readonly rows: JudgedRow[];
	readonly people: People;
	/** Of the rows that raise any, by place. */
	readonly concerns: Map<number, readonly Concern[]>;
	readonly concerned: Readonly<Record<DecisionKey, Map<string, number>>>;
	/** Problems of all rows. */
	found: number;
	/** Updates that change the profile. */
	moved: number;
	/** Rows that find a user. */
	met: number;
	/** Rows that seem to be about another person than the user that they find, by place. */
	readonly strangers: Set<number>;
	/** Rows whose ID is a user's although nothing may be overwritten. */
	known: number;
};

/** A plan before its first row. */
export function emptyDraft(people: People): PlanDraft {
	return {
		rows: [],
		people,
		concerns: new Map(),
		concerned: nothingConcerned(),
		found: 0,
		moved: 0,
		met: 0,
		strangers: new Set(),
		known: 0,
	};
}

/** What becomes of the row at a place is part of the plan from now on, and rows after it may look like the user that it makes. */
export function addOutcome(
	draft: PlanDraft,
	at: number,
	row: CsvRow,
	read: CsvRow,
	outcome: RowOutcome,
): void {
	const judged = toJudged(outcome, row, read);
	draft.rows[at] = judged;
	const concerns = listConcerns(outcome);
	if (concerns.length > 0) draft.concerns.set(at, concerns);
	for (const {key, where} of concerns) countConcern(draft, key, where, 1);
	if (outcome.isStranger === true) draft.strangers.add(at);
	count(draft, at, judged, 1);
	const person = personOf(judged, draft.people);
	if (person !== undefined) addPerson(draft.people, person, at);
}

/** The row at a place is not part of the plan any more, until it is judged again. */
export function removeOutcome(draft: PlanDraft, at: number): void {
	const judged = draft.rows[at];
	if (judged === undefined) return;
	for (const {key, where} of draft.concerns.get(at) ?? []) countConcern(draft, key, where, -1);
	draft.concerns.delete(at);
	count(draft, at, judged, -1);
	draft.strangers.delete(at);
	removePerson(draft.people, at);
	dropSought(draft.people, at);
}

/** For a decision, the first cell or row that it concerns. */
export function findExamples({concerns}: PlanDraft): Examples {
	const found: {-readonly [Key in DecisionKey]?: {readonly at: number; readonly example: Problem}} = {};
	for (const [at, ofRow] of concerns)
		for (const {key, example} of ofRow)
			if (example !== undefined && at < (found[key]?.at ?? Number.POSITIVE_INFINITY))
				found[key] = {at, example};
	return Object.fromEntries(Object.entries(found).map(([key, {example}]) => [key, example]));
}

/** Fewer rows that seem to be about other people are told by line only. */
const fewStrangers = 3;

/** Where many rows seem to be about other people, one question is asked for the file (rules.md 3.8): about so many rows. */
export function countStrangers({strangers: {size}, met}: PlanDraft): number {
	return size < fewStrangers || size * 5 <= met ? 0 : size;
}

function toJudged(outcome: RowOutcome, row: CsvRow, read: CsvRow): JudgedRow {
	const {problems, likely} = outcome;
	const common = likely === undefined ? {row, read, problems} : {row, read, problems, likely};
	switch (outcome.kind) {
		case 'create':
			return {kind: 'create', user: outcome.user, ...common};
		case 'update':
			return {kind: 'update', before: outcome.before, after: outcome.after, ...common};
		case 'unchanged':
			return {kind: 'unchanged', user: outcome.user, ...common};
		case 'skip':
			return {kind: 'skip', user: outcome.user, ...common};
		case 'reject':
		case 'left-out':
			return {kind: outcome.kind, ...common};
	}
}

/** The user that rows after this one may look like. */
function personOf(judged: JudgedRow, {areCompared}: People) {
	switch (judged.kind) {
		case 'create':
			return judged.user;
		case 'update':
			return areCompared ? judged.after : undefined;
		case 'unchanged':
			return areCompared ? judged.user : undefined;
		case 'skip':
		case 'reject':
		case 'left-out':
			return undefined;
	}
}

const noConcerns: readonly Concern[] = [];

function listConcerns(outcome: RowOutcome): readonly Concern[] {
	const {kind, likeness, unknown, problems, cleared, doubts} = outcome;
	if (likeness === undefined && unknown === undefined && cleared === undefined && doubts === undefined)
		return noConcerns;
	const concerns: Concern[] = [];
	const raise = (key: DecisionKey, where: string, example?: Problem) => concerns.push({key, where, example});
	if (likeness !== undefined) raise('duplicates', likeness.name);
	for (const {column, isOpen} of doubts ?? [])
		if (isOpen)
			raise(
				'doubtful',
				column,
				problems.find((problem) => problem.column === column),
			);
	if (kind === 'reject') return concerns;
	if (unknown !== undefined) raise('unknownRows', unknown);
	for (const key of cleared ?? []) raise('blankColumns', storedField(key).header);
	return concerns;
}

function countConcern({concerned}: PlanDraft, key: DecisionKey, where: string, by: number): void {
	const amount = (concerned[key].get(where) ?? 0) + by;
	if (amount === 0) concerned[key].delete(where);
	else concerned[key].set(where, amount);
}

function count(draft: PlanDraft, at: number, judged: JudgedRow, by: number): void {
	const {kind, problems} = judged;
	draft.found += problems.length * by;
	if (kind === 'update' || kind === 'unchanged' || draft.strangers.has(at)) draft.met += by;
	if (kind === 'update' && judged.before.profile !== judged.after.profile) draft.moved += by;
	if (kind === 'reject' && problems.some(({code}) => code === 'known-id')) draft.known += by;
}
