import {describe, expect, it, test} from 'vitest';
import {
	areDecisions,
	countConcerned,
	decide,
	describeDecision,
	findRaised,
	type ImportDecision,
	importDecisions,
	listChoices,
	nothingConcerned,
	undecided,
} from '../../source/csv/import-decisions.ts';
import {wrapText} from '../../source/terminal/text/text-width.ts';

const each = importDecisions.map((decision) => [decision.key, decision] as const);

describe('the table of decisions', () => {
	it('raises nothing, and decides nothing, by itself', () => {
		expect(findRaised(nothingConcerned())).toEqual([]);
		expect(areDecisions(undecided)).toBe(true);
	});

	it.each(each)('%s: the flag is the option, and label and explanation fit 60 columns', (key, decision) => {
		const camelCase = decision.flag.slice(2).replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
		expect(camelCase).toBe(key);
		expect(decision.label.length).toBeLessThanOrEqual(22);
		expect(wrapText(decision.explanation, 58).length).toBeLessThanOrEqual(2);
	});

	it.each(each)('%s: is decided by each of its choices, and by no other word', (key, {choices}) => {
		for (const {value} of choices) expect(decide(undecided, key, value)[key]).toBe(value);
		expect(decide(undecided, key, 'perhaps')).toBe(undecided);
		expect(decide(decide(undecided, key, choices[0].value), key, 'undecided')).toEqual(undecided);
	});

	it.each(each)('%s: says why it must be decided, and what becomes of what it concerns', (key, decision) => {
		const concerned = {
			...nothingConcerned(),
			[key]: new Map([
				['Voicemail number', 2],
				['First name', 3],
			]),
		};
		expect(countConcerned(concerned, key)).toBe(5);
		expect(findRaised(concerned)).toEqual([decision]);
		const sentences = [undecided, ...decision.choices.map(({value}) => decide(undecided, key, value))].map(
			(decisions) => describeDecision(decision, decisions, concerned),
		);
		expect(new Set(sentences).size).toBe(decision.choices.length + 1);
		for (const sentence of sentences) expect(sentence).toContain(`5 ${decision.fullUnit.many}`);
	});
});

test.each([
	[['keep', 'clear'], 'keep or clear'],
	[['skip', 'create', 'update'], 'skip, create or update'],
])('choices are listed as a sentence has them: %j', (values, text) => {
	const [first, ...others] = values.map((value) => ({value, result: () => ''}));
	if (first === undefined) throw new Error('no choice');
	const decision: ImportDecision = {...(importDecisions[0] as ImportDecision), choices: [first, ...others]};
	expect(listChoices(decision)).toBe(text);
});

test('what a draft or another version holds is no decision', () => {
	expect(areDecisions(undefined)).toBe(false);
	expect(areDecisions({})).toBe(false);
	expect(areDecisions({...undecided, blankColumns: 'perhaps'})).toBe(false);
});
