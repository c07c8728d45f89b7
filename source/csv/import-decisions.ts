import {count} from '../domain/problem.ts';

type Choice = {
	/** A verb: as flags and options have it. */
	readonly value: string;
	/** What becomes of them, as one sentence: "2 stored values stay as they are." */
	readonly result: (what: string) => string;
};

/** For one of them, and for more. */
type Unit = {readonly one: string; readonly many: string};

/** Something that must be decided before anything is written, where a file raises it. */
type DecisionRow = {
	/** Key of the option, which is the flag in camel case. */
	readonly key: string;
	/** At most 22 terminal cells. */
	readonly label: string;
	/** At most two lines of 58 cells. */
	readonly explanation: string;
	/** What is counted, in short and in full. */
	readonly unit: Unit;
	readonly fullUnit: Unit;
	/** Said where the file raises nothing to decide. */
	readonly none: string;
	/** Why it must be decided, as one sentence. */
	readonly reason: (what: string) => string;
	readonly flag: `--${string}`;
	/** What the flag is for, as the help of the command line says it. */
	readonly flagHelp: string;
	/** The first one is the first choice: it loses nothing. */
	readonly choices: readonly [Choice, ...Choice[]];
};

const rows = [
	{
		key: 'blankColumns',
		label: 'Blank cells',
		explanation:
			'An empty cell leaves what is stored alone, or overwrites it with nothing. A missing column always leaves it alone.',
		unit: {one: 'value', many: 'values'},
		fullUnit: {one: 'stored value', many: 'stored values'},
		none: 'no stored value would be cleared',
		reason: (what) => `Blank cells would clear ${what}.`,
		flag: '--blank-columns',
		flagHelp: 'what blank cells do to stored values',
		choices: [
			{value: 'keep', result: (what) => `Blank cells leave ${what} alone.`},
			{value: 'clear', result: (what) => `Blank cells clear ${what}.`},
		],
	},
	{
		key: 'duplicates',
		label: 'Possible duplicates',
		explanation:
			'The same e-mail, or last name and number, as a user or row before: skip it, create a user again, or update that user.',
		unit: {one: 'row', many: 'rows'},
		fullUnit: {one: 'possible duplicate', many: 'possible duplicates'},
		none: 'no row looks like another user',
		reason: (what) => `The file has ${what}.`,
		flag: '--duplicates',
		flagHelp: 'what becomes of rows that look like users already there',
		choices: [
			{value: 'skip', result: (what) => `Left out: ${what}.`},
			{value: 'create', result: (what) => `Created again: ${what}.`},
			{value: 'update', result: (what) => `Updating the users they look like: ${what}.`},
		],
	},
	{
		key: 'unknownRows',
		label: 'Rows without a user',
		explanation:
			'No user has the value of such a row: leave it out, or create a user. With IDs, such a row is rejected.',
		unit: {one: 'row', many: 'rows'},
		fullUnit: {one: 'row that fits no user', many: 'rows that fit no user'},
		none: 'no row is without one',
		reason: (what) => `The file has ${what}.`,
		flag: '--unknown-rows',
		flagHelp: 'what becomes of rows that fit no user, with --match',
		choices: [
			{value: 'skip', result: (what) => `Left out: ${what}.`},
			{value: 'create', result: (what) => `Created as new users: ${what}.`},
		],
	},
	{
		key: 'otherPerson',
		label: 'Other people',
		explanation:
			'Last name and e-mail address both differ from the user that was found: leave such rows out, or take them.',
		unit: {one: 'row', many: 'rows'},
		fullUnit: {
			one: 'row that seems to be about another person',
			many: 'rows that seem to be about other people than the users found',
		},
		none: 'no rows look like those of another system',
		reason: (what) => `The file has ${what}.`,
		flag: '--other-person',
		flagHelp: 'what becomes of rows that seem to be about other people',
		choices: [
			{value: 'skip', result: (what) => `Left out: ${what}.`},
			{value: 'take', result: (what) => `Taken: ${what}.`},
		],
	},
	{
		key: 'doubtful',
		label: 'Doubtful cells',
		explanation:
			'Misread letters, rounded numbers, dates: take the likely value, keep what is stored, or take the cells as they are.',
		unit: {one: 'cell', many: 'cells'},
		fullUnit: {one: 'doubtful cell', many: 'doubtful cells'},
		none: 'no cell looks damaged',
		reason: (what) => `The file has ${what}.`,
		flag: '--doubtful',
		flagHelp: 'what becomes of cells that look damaged',
		choices: [
			{value: 'fix', result: (what) => `Likely values are taken, or stored ones kept: ${what}.`},
			{value: 'keep', result: (what) => `Stored values are kept for ${what}.`},
			{value: 'take', result: (what) => `Taken as they are: ${what}.`},
		],
	},
] as const satisfies readonly DecisionRow[];

export type DecisionKey = (typeof rows)[number]['key'];

/** What was chosen for each decision. */
export type Decisions = {
	readonly [Row in (typeof rows)[number] as Row['key']]: 'undecided' | Row['choices'][number]['value'];
};

/** A decision, and how the screen, the command line and its JSON name it. */
export type ImportDecision = DecisionRow & {readonly key: DecisionKey};

/** How many values or rows each decision concerns, by column or kind. */
export type Concerned = Readonly<Record<DecisionKey, ReadonlyMap<string, number>>>;

/**
 * The table of all decisions (rules.md 3.9 and 3.10): options, questions, refusals, flags and JSON are made from it. A new
 * one is a row here, and what the plan counts for it.
 */
export const importDecisions: readonly ImportDecision[] = rows;

/** The table's row for an option. */
export function decisionOf(key: DecisionKey): ImportDecision {
	const found = importDecisions.find((decision) => decision.key === key);
	if (found === undefined) throw new Error(`No decision ${key}`);
	return found;
}

/** Nothing is decided. */
export const undecided = Object.fromEntries(rows.map(({key}) => [key, 'undecided'])) as Decisions;

/** Nothing is raised: what a plan begins to count with. */
export function nothingConcerned(): Readonly<Record<DecisionKey, Map<string, number>>> {
	return Object.fromEntries(rows.map(({key}) => [key, new Map()])) as Record<
		DecisionKey,
		Map<string, number>
	>;
}

/** Whether a value holds one of the choices, or none yet, for each decision. */
export function areDecisions(value: unknown): value is Decisions {
	const values: ReadonlyMap<string, unknown> = new Map(Object.entries(value ?? {}));
	return importDecisions.every(({key, choices}) => {
		const chosen = values.get(key);
		return chosen === 'undecided' || choices.some((choice) => choice.value === chosen);
	});
}

/** The options with another choice; as they were where there is no such choice. */
export function decide<Options extends Decisions>(
	options: Options,
	key: DecisionKey,
	value: string,
): Options {
	const decided = {...options, [key]: value};
	return areDecisions(decided) ? decided : options;
}

/** How many values or rows a decision is about. */
export function countConcerned(concerned: Concerned, key: DecisionKey): number {
	return [...concerned[key].values()].reduce((sum, amount) => sum + amount, 0);
}

/** "8 stored values". */
export function nameConcerned({key, fullUnit}: ImportDecision, concerned: Concerned): string {
	return count(countConcerned(concerned, key), fullUnit.one, fullUnit.many);
}

/** What became of a decision, as one sentence: why it must be made, or the result of the choice. */
export function describeDecision(
	decision: ImportDecision,
	decisions: Decisions,
	concerned: Concerned,
): string {
	const chosen = decision.choices.find(({value}) => value === decisions[decision.key]);
	return (chosen?.result ?? decision.reason)(nameConcerned(decision, concerned));
}

/** The decisions that a file raises. */
export function findRaised(concerned: Concerned): readonly ImportDecision[] {
	return importDecisions.filter(({key}) => concerned[key].size > 0);
}

/** "keep or clear", "skip, create or update". */
export function listChoices({choices}: ImportDecision, before = ''): string {
	const values = choices.map(({value}) => `${before}${value}`);
	return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
