import {storedField} from '../domain/field-lists.ts';
import type {Problem} from '../domain/problem.ts';
import {addPerson, type People} from './find-duplicates.ts';
import {type DecisionKey, nothingConcerned} from './import-decisions.ts';
import type {CsvRow, Examples, JudgedRow} from './import-plan.ts';
import type {RowOutcome} from './row-context.ts';

/** What the rows have come to so far. */
export type PlanDraft = {
	readonly rows: JudgedRow[];
	/** Problems of all rows. */
	found: number;
	readonly concerned: Readonly<Record<DecisionKey, Map<string, number>>>;
	readonly examples: {-readonly [Key in keyof Examples]: Examples[Key]};
	readonly people: People;
	nextId: number;
	/** Updates that change the profile. */
	moved: number;
	/** Rows that find a user, and those of them that seem to be about another person. */
	met: number;
	strangers: number;
	/** Rows whose ID is a user's although nothing may be overwritten. */
	known: number;
};

/** A plan before its first row. */
export function emptyDraft(people: People, nextId: number): PlanDraft {
	return {
		rows: [],
		found: 0,
		concerned: nothingConcerned(),
		examples: {},
		people,
		nextId,
		moved: 0,
		met: 0,
		strangers: 0,
		known: 0,
	};
}

/** What becomes of a row is part of the plan from now on, and rows after it may look like the user that it makes. */
export function addOutcome(draft: PlanDraft, row: CsvRow, read: CsvRow, outcome: RowOutcome): void {
	const {likeness, unknown, isStranger, problems, cleared = [], doubts = [], ...effect} = outcome;
	draft.rows.push({...effect, row, read, problems});
	draft.found += problems.length;
	if (likeness !== undefined) countConcern(draft, 'duplicates', likeness.name);
	for (const {column, isOpen} of doubts) {
		const example = problems.find((problem) => problem.column === column);
		if (isOpen) countConcern(draft, 'doubtful', column, example);
	}
	if (effect.kind !== 'reject' && unknown !== undefined) countConcern(draft, 'unknownRows', unknown);
	if (effect.kind !== 'reject')
		for (const key of cleared) countConcern(draft, 'blankColumns', storedField(key).header);
	if (isStranger) draft.strangers += 1;
	if (isStranger || effect.kind === 'update' || effect.kind === 'unchanged') draft.met += 1;
	switch (effect.kind) {
		case 'create':
			addPerson(draft.people, effect.user, row.line);
			draft.nextId += 1;
			return;
		case 'update':
			if (effect.before.profile !== effect.after.profile) draft.moved += 1;
			if (draft.people.areCompared) addPerson(draft.people, effect.after, row.line);
			return;
		case 'unchanged':
			if (draft.people.areCompared) addPerson(draft.people, effect.user, row.line);
			return;
		case 'skip':
		case 'left-out':
			return;
		case 'reject':
			if (problems.some(({code}) => code === 'known-id')) draft.known += 1;
	}
}

/** Fewer rows that seem to be about other people are told by line only. */
const fewStrangers = 3;

/** Where many rows seem to be about other people, one question is asked for the file (rules.md 3.8). */
export function raiseStrangers(draft: PlanDraft): void {
	const {concerned, strangers, met} = draft;
	if (strangers < fewStrangers || strangers * 5 <= met) return;
	concerned.otherPerson.set('last name and e-mail address', strangers);
}

function countConcern(
	{concerned, examples}: PlanDraft,
	key: DecisionKey,
	where: string,
	example?: Problem,
): void {
	if (example !== undefined) examples[key] ??= example;
	concerned[key].set(where, (concerned[key].get(where) ?? 0) + 1);
}
