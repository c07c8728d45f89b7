import {describe, expect, test} from 'vitest';
import {describeChanges} from '../../source/csv/count-changes.ts';
import {findMassChange, parseMostChanges, refuseChanges} from '../../source/csv/import-guards.ts';
import {makeUser, planLines, sheetOf} from './plan-csv.ts';

const counts = {users: 0, fields: new Map(), cleared: 0, pins: 0, isOnePinForAll: false} as const;

describe('rules.md 3.26: when the number must be typed', () => {
	test.each([
		[{users: 100}, 1000, undefined],
		[{users: 101}, 1000, '101'],
		[{users: 101}, 100_000, '101'],
		[{users: 20}, 100, undefined],
		[{users: 21}, 100, '21'],
		[{users: 9}, 9, undefined],
		[{users: 10}, 10, '10'],
		[{users: 20, cleared: 10}, 100, undefined],
		[{users: 20, cleared: 11}, 100, '20'],
		[{users: 30, pins: 21}, 1000, '30'],
		[{users: 30, pins: 20}, 1000, undefined],
		[{}, 0, undefined],
	])('%o of %i users: %s', (more, all, number) => {
		expect(findMassChange({...counts, ...more}, all)?.number).toBe(number);
	});

	test('all reasons are said, with their part of all users', () => {
		expect(findMassChange({...counts, users: 30, cleared: 21, pins: 30}, 60)?.reasons).toEqual([
			'30 users change: 50% of all.',
			'21 users lose a stored value: 35% of all.',
			'30 users lose the PIN that is stored: 50% of all.',
		]);
	});
});

describe('rules.md 3.26: how many may change unattended', () => {
	test.each([
		['50', {amount: 50, isPercent: false}],
		['0', {amount: 0, isPercent: false}],
		['5%', {amount: 5, isPercent: true}],
		['2.5%', {amount: 2.5, isPercent: true}],
		['2.5', undefined],
		['101%', undefined],
		['-1', undefined],
		['many', undefined],
		['', undefined],
	])('"%s"', (text, most) => {
		expect(parseMostChanges(text)).toEqual(most);
	});

	test.each([
		[5, 100, '5', undefined],
		[6, 100, '5', '6 users would change, but at most 5 users may change.'],
		[5, 100, '5%', undefined],
		[6, 100, '5%', '6 users would change, but at most 5% of all (5 users) may change.'],
		[1, 10, '5%', '1 user would change, but at most 5% of all (0 users) may change.'],
	])('%i of %i with %s', (users, all, text, reason) => {
		const most = parseMostChanges(text);
		expect(most && refuseChanges({...counts, users}, all, most)).toBe(reason);
	});
});

describe('rules.md 3.8: IDs of another system', () => {
	const sheet = sheetOf(...Array.from({length: 30}, (_, index) => makeUser(index + 1)));
	const header = 'ID,Last name,Email address,First name';
	const foreign = (id: number): string => `${id},Other${id},other${id}@example.com,Eve`;
	const own = (id: number): string => `${id},Archer${id},user${id}@example.com,Ann`;
	const linesOf = (strangers: number, others: number): readonly string[] => [
		header,
		...Array.from({length: strangers}, (_, index) => foreign(index + 1)),
		...Array.from({length: others}, (_, index) => own(strangers + index + 1)),
	];
	const options = {overwrite: true, profile: {from: 'keep', name: 'Default'}} as const;

	test.each([
		[3, 0, 3],
		[3, 11, 3],
		[3, 12, 0],
		[2, 0, 0],
		[6, 23, 6],
	])('%i of them, and %i that fit: %i are asked about', (strangers, others, asked) => {
		const plan = planLines(linesOf(strangers, others), {...options, otherPerson: 'undecided'}, sheet);
		expect([...plan.concerned.otherPerson.values()]).toEqual(asked === 0 ? [] : [asked]);
		expect(plan.open).toEqual(asked === 0 ? [] : ['otherPerson']);
		expect(plan.problems.filter(({code}) => code === 'another-person')).toHaveLength(strangers);
	});

	test.each([
		['take', 5, 0],
		['skip', 2, 3],
	] as const)('%s: %i are updated and %i left out', (otherPerson, updated, skipped) => {
		const plan = planLines(linesOf(3, 2), {...options, otherPerson}, sheet);
		expect(plan.open).toEqual([]);
		expect(plan.concerned.otherPerson.size).toBe(1);
		expect([plan.updated.length, plan.skipped.length]).toEqual([updated, skipped]);
	});
});

describe('rules.md 3.26: what a question says of the columns', () => {
	const sheet = sheetOf(
		makeUser(1, {firstName: 'Ann', deploymentPin: '4825'}),
		makeUser(2, {firstName: 'Ben'}),
		makeUser(3, {firstName: 'Eve'}),
	);
	const options = {overwrite: true, profile: {from: 'keep', name: 'Default'}} as const;

	test.each([
		[['ID,PIN', '1,7391', '2,7391', '3,7391'], 'Deployment PIN of 3 users changes.', true, 1, 0],
		[['ID,PIN', '1,7391', '2,8264'], 'Deployment PIN of 2 users changes.', false, 1, 0],
		[['ID,PIN', '1,7391'], 'Deployment PIN of 1 user changes.', false, 1, 0],
		[['ID,PIN', '1,', '2,'], 'Deployment PIN of 1 user changes.', false, 1, 1],
		[
			['ID,PIN,First name', '1,7391,Anna', '2,7391,Ben'],
			'First name of 1 user and Deployment PIN of 2 users change.',
			false,
			1,
			0,
		],
		[['ID,First name', '1,', '2,', '3,Eve'], 'First name of 2 users changes.', false, 0, 2],
		[['ID,First name', '1,Ann'], undefined, false, 0, 0],
	])('%o', (lines, words, isOnePinForAll, pins, cleared) => {
		const {changes} = planLines(lines, options, sheet);
		expect(describeChanges(changes)).toBe(words);
		expect(changes).toMatchObject({isOnePinForAll, pins, cleared});
	});
});
