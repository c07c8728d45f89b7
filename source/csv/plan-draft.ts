import type {FieldKey} from '../domain/field.ts';
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
		known: 0,
	};
}

/** What becomes of a row is part of the plan from now on, and rows after it may look like the user that it makes. */
export function addOutcome(draft: PlanDraft, row: CsvRow, outcome: RowOutcome): void {
	const {line} = row;
	const {likeness, problems, cleared = [], doubts = []} = outcome;
	draft.found += problems.length;
	if (likeness !== undefined) countConcern(draft, 'duplicates', likeness.name);
	for (const {column, isOpen} of doubts) {
		const example = problems.find((problem) => problem.column === column);
		if (isOpen) countConcern(draft, 'doubtful', column, example);
	}
	switch (outcome.kind) {
		case 'create':
			draft.rows.push({kind: 'create', row, problems, user: outcome.user});
			addPerson(draft.people, outcome.user, line);
			draft.nextId += 1;
			return;
		case 'update': {
			const {before, after} = outcome;
			draft.rows.push({kind: 'update', row, problems, before, after});
			if (before.profile !== after.profile) draft.moved += 1;
			if (likeness !== undefined) addPerson(draft.people, after, line);
			countCleared(draft, cleared);
			return;
		}
		case 'unchanged':
			draft.rows.push({kind: 'unchanged', row, problems, user: outcome.user});
			if (likeness !== undefined) addPerson(draft.people, outcome.user, line);
			countCleared(draft, cleared);
			return;
		case 'skip':
			draft.rows.push({kind: 'skip', row, problems, user: outcome.user});
			return;
		case 'reject':
			draft.rows.push({kind: 'reject', row, problems});
			if (problems.some(({code}) => code === 'known-id')) draft.known += 1;
	}
}

function countCleared(draft: PlanDraft, keys: readonly FieldKey[]): void {
	for (const key of keys) countConcern(draft, 'blankColumns', storedField(key).header);
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
