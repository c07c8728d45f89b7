import {describe, expect, test} from 'vitest';
import {updateOf} from '../../../source/domain/change.ts';
import {countsOf, findProblem, listProblems, makeUser, planLines, refuseLines, sheetOf} from '../plan-csv.ts';

const header = 'ID,Last name,Email address';
const overwrite = {overwrite: true} as const;
const sheet = sheetOf(makeUser(1), makeUser(2), makeUser(5));

describe('rules.md 3.1: overwrite on', () => {
	test('ID known: update', () => {
		const plan = planLines([header, '2,Baker,user2@example.com'], overwrite, sheet);
		expect(countsOf(plan)).toEqual([0, 1, 0, 0, 0]);
		expect(plan.updated).toMatchObject([
			{row: {line: 2}, before: makeUser(2), after: makeUser(2, {lastName: 'Baker'})},
		]);
		expect(plan.change.updated).toEqual([updateOf(makeUser(2), makeUser(2, {lastName: 'Baker'}))]);
	});

	test.each([
		['3', 'unknown-id', /another system/],
		['99999999999999999999', 'unknown-id', /another system/],
		['A7', 'unknown-id', /another system/],
		['-1', 'unknown-id', /another system/],
		['', 'missing-id', /blank/],
	])('ID %j: reject', (id, code, message) => {
		const plan = planLines([header, `${id},Baker,user3@example.com`], overwrite, sheet);
		expect(countsOf(plan)).toEqual([0, 0, 0, 1, 0]);
		expect(findProblem(plan, code)).toMatchObject({line: 2, column: 'ID', value: id, severity: 'error'});
		expect(findProblem(plan, code).message).toMatch(message);
	});

	test('the file has no ID column: the file is refused', () => {
		expect(refuseLines(['Last name,Email address'], overwrite, sheet)).toMatchObject({code: 'no-id-column'});
	});

	test('a BOM does not hide the first header, and an ID may have zeros before it', () => {
		const plan = planLines([`\ufeff${header}`, '0002,Baker,user2@example.com'], overwrite, sheet);
		expect(countsOf(plan)).toEqual([0, 1, 0, 0, 0]);
	});
});

describe('rules.md 3.2: overwrite off', () => {
	test('ID known: reject with the advice to turn overwrite on', () => {
		const plan = planLines([header, '2,Baker,b@example.com'], {}, sheet);
		expect(countsOf(plan)).toEqual([0, 0, 0, 1, 0]);
		expect(findProblem(plan, 'known-id')).toMatchObject({id: '2', fix: expect.stringMatching(/overwrite/)});
	});

	test.each([
		[['1,Archer1,user1@example.com', '2,B,b@example.com'], true],
		[['1,A,a@', '5,,'], true],
		[['1,A,a@example.com', ',B,b@example.com'], false],
		[['1,A,a@example.com', '3,B,b@example.com'], false],
		[['3,B,b@example.com'], false],
		[[], false],
	])('all IDs known: overwrite is suggested: %j, %s', (rows, suggested) => {
		expect(planLines([header, ...rows], {}, sheet).suggestsOverwrite).toBe(suggested);
		expect(planLines([header, ...rows], overwrite, sheet).suggestsOverwrite).toBe(false);
	});

	test.each(['', '3', '700', 'A7'])('ID %j: create with a new ID', (id) => {
		const plan = planLines([header, `${id},Baker,b@example.com`], {}, sheet);
		expect(plan.change.added.map((user) => user.id)).toEqual([6]);
	});

	test('rejected rows use up no ID', () => {
		const plan = planLines([header, ',A,a@example.com', ',B,', ',C,c@example.com'], {}, sheet);
		expect(plan.change.added.map((user) => [user.id, user.lastName])).toEqual([
			[6, 'A'],
			[7, 'C'],
		]);
	});
});

describe('rules.md 3.3: the same ID twice rejects every row that bears it', () => {
	test.each([true, false])('overwrite %s: each names the other lines', (on) => {
		const rows = ['900,A,a@example.com', '1,B,b@example.com', '0900,C,c@example.com', '900,D,d@example.com'];
		const plan = planLines([header, ...rows], {overwrite: on}, sheet);
		const repeated = plan.problems.filter(({code}) => code === 'repeated-id');
		expect(repeated.map(({line, message}) => [line, message])).toEqual([
			[2, 'It is also on lines 4 and 5.'],
			[4, 'It is also on lines 2 and 5.'],
			[5, 'It is also on lines 2 and 4.'],
		]);
		expect(plan.created).toHaveLength(0);
	});

	test('also when the rows would change nothing', () => {
		const row = '1,Archer1,user1@example.com';
		expect(countsOf(planLines([header, row, row], overwrite, sheet))).toEqual([0, 0, 0, 2, 0]);
	});

	test('not every line of a large file is named', () => {
		const rows = Array.from({length: 500}, (_, index) => `900,A${index},a${index}@example.com`);
		const [first] = planLines([header, ...rows], {}, sheet).problems;
		expect(first?.message).toBe('It is also on lines 3, 4, 5, 6, 7, 8, 9, 10 and 491 more.');
	});
});

describe('rules.md 3.4 and 2.5: the merged user', () => {
	test('a missing mandatory column is fine', () => {
		const plan = planLines(['ID,First name', '1,Ann'], overwrite, sheet);
		expect(plan.updated[0]?.after).toEqual(makeUser(1, {firstName: 'Ann'}));
	});

	test.each(['clear', 'keep', 'undecided'] as const)(
		'a blank mandatory cell is not, with blank columns %s',
		(blankColumns) => {
			const plan = planLines([header, '1,,user1@example.com'], {...overwrite, blankColumns}, sheet);
			expect(countsOf(plan)).toEqual([0, 0, 0, 1, 0]);
			expect(findProblem(plan, 'required')).toMatchObject({line: 2, id: '1', column: 'Last name'});
			expect(plan.concerned.blankColumns.size).toBe(0);
		},
	);

	test('a fault of the stored user rejects a change of another field', () => {
		const faulty = sheetOf(makeUser(1, {email: 'ann@'}));
		const plan = planLines(['ID,First name', '1,Ann'], overwrite, faulty);
		expect(listProblems(plan)).toEqual(['2 error email-address Email address']);
	});

	test.each(['Last name', 'Email address'])('a creation needs %s', (column) => {
		const row = column === 'Last name' ? ',,a@example.com' : ',Archer,\u00a0 ';
		expect(findProblem(planLines([header, row]), 'required').column).toBe(column);
	});
});

describe('rules.md 3.6: service users', () => {
	const service = sheetOf(makeUser(1, {origin: 'client-service', firstName: 'Ann', deploymentPin: '4826'}));

	test('a change of read-only data rejects the row, each field for itself', () => {
		const plan = planLines(['ID,First name,Last name,PIN', '1,Anna,Baker,4827'], overwrite, service);
		expect(listProblems(plan)).toEqual(['2 error read-only First name', '2 error read-only Last name']);
	});

	test('so does clearing it; leaving it alone does not', () => {
		expect(countsOf(planLines(['ID,First name', '1,'], overwrite, service))).toEqual([0, 0, 0, 1, 0]);
		const kept = planLines(['ID,First name', '1,'], {...overwrite, blankColumns: 'keep'}, service);
		expect(countsOf(kept)).toEqual([0, 0, 1, 0, 0]);
	});

	test('profile and PIN may change, next to data that stays the same', () => {
		const lines = ['ID,First name,Profile,PIN', '1,Ann,Remote workers,0000'];
		const plan = planLines(lines, {...overwrite, profile: {from: 'csv'}}, service);
		expect(plan.updated[0]?.after).toMatchObject({
			profile: 'Remote workers',
			deploymentPin: '0000',
			origin: 'client-service',
		});
	});

	test('the value of a secret is not shown', () => {
		const plan = planLines(['ID,PBX SIP password', '1,s3cret!'], overwrite, service);
		expect(findProblem(plan, 'read-only').value).toBe('••••');
		expect(JSON.stringify(plan.problems)).not.toContain('s3cret');
	});
});

describe('rules.md 3.7: unchanged', () => {
	test('outer space makes no difference, and an unchanged user is not judged', () => {
		const faulty = sheetOf(makeUser(1, {email: 'ann@', profile: 'Gone'}));
		const plan = planLines(
			['ID,Last name,Email,Profile', '1, Archer1 ,ann@\u00a0,Gone'],
			{...overwrite, profile: {from: 'csv'}},
			faulty,
		);
		expect(countsOf(plan)).toEqual([0, 0, 1, 0, 0]);
		expect(plan.change.updated).toEqual([]);
		expect(plan.unchanged).toMatchObject([{row: {line: 2}, user: faulty.users[0]}]);
	});
});

describe('rules.md 3.8: another person', () => {
	test.each([
		['Baker,ben@example.com', true],
		['Baker,user1@example.com', false],
		['Archer1,ben@example.com', false],
		['ARCHER1,USER1@example.com', false],
	])('%s', (cells, warned) => {
		const plan = planLines([header, `1,${cells}`], overwrite, sheet);
		expect(countsOf(plan)).toEqual([0, 1, 0, 0, 0]);
		expect(listProblems(plan)).toEqual(warned ? ['2 warning another-person'] : []);
	});
});
