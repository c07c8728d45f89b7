import {describe, expect, test} from 'vitest';
import {emptyChange, updateOf} from '../../source/domain/change.ts';
import {checkInSheet, findProblems} from '../../source/domain/check-in-sheet.ts';
import {describeConsequences, findConsequences} from '../../source/domain/consequences.ts';
import {describeShortfall} from '../../source/domain/stand-alone.ts';
import {finishWork} from '../../source/domain/work.ts';
import {makeUser, sheetOf} from './make-sheet.ts';

const good = (id: number, values = {}) =>
	makeUser(id, {lastName: `A${id}`, email: `a${id}@example.com`, ...values});

describe('a user among the others', () => {
	test('is judged by the rules for one user and by those for all, in the order of the fields', () => {
		const user = good(1, {directoryNumber: '1 2', email: 'team@example.com', serviceUser: 'ann'});
		const sheet = sheetOf(
			user,
			good(2, {email: 'Team@example.com', serviceUser: 'Ann', directoryNumber: '1 2'}),
		);
		expect(checkInSheet(user, sheet).map(({severity, code}) => `${severity} ${code}`)).toEqual([
			'error directory-number',
			'warning shared-directory-number',
			'warning shared-email',
			'warning shared-service-user',
		]);
	});
});

describe('the list of problems', () => {
	const sheet = sheetOf(
		good(1),
		good(2, {email: 'x'}),
		good(3, {directoryNumber: '7'}),
		good(4, {lastName: '', directoryNumber: '7'}),
	);

	test('has all problems of all users, with ID and name', () => {
		const found = finishWork(findProblems(sheet, [1, 2, 3, 4]));
		expect(found.map(({problem: {id, who, code}}) => [id, who, code])).toEqual([
			['2', 'A2', 'email-address'],
			['3', 'A3', 'shared-directory-number'],
			['4', 'a4@example.com', 'required'],
			['4', 'a4@example.com', 'shared-directory-number'],
		]);
	});

	test('goes in the order that is asked for, and stops at the first user with one', () => {
		const found = finishWork(findProblems(sheet, [1, 4, 3, 2], 1));
		expect(found.map(({user}) => user.id)).toEqual([4, 4]);
		expect(finishWork(findProblems(sheet, [1, 99]))).toEqual([]);
	});

	test('tells of a PIN for all only once, of the first who has it', () => {
		const users = Array.from({length: 9}, (_, place) =>
			good(place + 1, {deploymentPin: place > 1 ? '472951' : ''}),
		);
		const ids = [8, 7, 6, 5, 4, 3, 2, 1];
		expect(finishWork(findProblems(sheetOf(...users), ids)).map(({user}) => user.id)).toEqual([3]);
	});

	test('is made in steps', () => {
		const users = Array.from({length: 20_000}, (_, place) => good(place + 1));
		const work = findProblems(
			sheetOf(...users),
			users.map(({id}) => id),
		);
		expect([...work].length).toBeGreaterThan(80);
	});
});

describe('a service user name that changes (rules.md 3.16)', () => {
	test.each([
		['is told', 'ann', 'anna', 1],
		['is told when only its case changes', 'ann', 'Ann', 1],
		['is told when it is cleared', 'ann', '', 1],
		['makes no work where there was none', '', 'ann', 0],
		['makes no work where it stays', 'ann', 'ann', 0],
	])('%s', (_, before, after, amount) => {
		const pair = [good(1, {serviceUser: before}), good(1, {serviceUser: after, firstName: 'New'})] as const;
		expect(findConsequences(...pair).map(({code}) => code)).toEqual(
			amount === 0 ? [] : ['service-user-changed'],
		);
		expect(describeConsequences({...emptyChange(''), updated: [updateOf(...pair)]})).toBe(
			amount === 0 ? undefined : '1 client now needs a factory reset, then Deploy again.',
		);
	});

	test('is counted for many users', () => {
		const updated = [1, 2, 3].map((id) =>
			updateOf(good(id, {serviceUser: 'a'}), good(id, {serviceUser: `b${id}`})),
		);
		expect(describeConsequences({...emptyChange(''), updated})).toBe(
			'3 clients now need a factory reset, then Deploy again.',
		);
	});
});

describe('a stand-alone deployment (rules.md 1.4)', () => {
	const pbx = {pbxSipHost: 'pbx', pbxSipUser: '1', pbxSipPassword: 'x'};

	test.each([
		['nobody', [], undefined],
		['all that it needs', [good(1, pbx)], undefined],
		['one value that is missing', [good(1, {...pbx, pbxSipPassword: ''}), good(2, pbx)], '1 user lacks'],
		['several', [good(1), good(2, {pbxSipHost: 'pbx'})], '2 users lack'],
	])('with %s', (_, users, said) => {
		expect(describeShortfall(users)?.slice(0, said?.length)).toBe(said);
	});
});
