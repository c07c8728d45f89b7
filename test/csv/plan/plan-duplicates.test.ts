import {describe, expect, test} from 'vitest';
import {countsOf, findProblem, listProblems, makeUser, planLines, sheetOf} from '../plan-csv.ts';

const header = 'ID,Last name,Email address';
const sheet = sheetOf(
	makeUser(1, {lastName: 'Archer', email: 'ann@example.com', directoryNumber: '2001'}),
	makeUser(2, {
		lastName: 'Baker',
		email: 'ben@example.com',
		directoryNumber: '2002',
		profile: 'Remote workers',
	}),
	makeUser(5, {lastName: 'Costa', email: 'team@example.com', directoryNumber: '2005'}),
	makeUser(6, {lastName: 'Dahl', email: 'team@example.com', directoryNumber: '2006'}),
);
const undecided = {duplicates: 'undecided'} as const;
const skip = {duplicates: 'skip'} as const;
const update = {duplicates: 'update', profile: {from: 'keep', name: 'Default'}} as const;

describe('rules.md 3.9: who looks like somebody', () => {
	const columns = 'Last name,Email address,Number';

	test.each([
		['Other,ANN@Example.com,9', 'same e-mail address'],
		['archer,new@example.com,2001', 'same last name and number'],
		['Archer,ann@example.com,2001', 'same e-mail address'],
		['Archer,new@example.com,9', undefined],
		['Other,new@example.com,2001', undefined],
		['Archer,new@example.com,', undefined],
	])('%s: %s', (row, likeness) => {
		const plan = planLines([columns, row], undecided, sheet);
		expect(plan.open).toEqual(likeness === undefined ? [] : ['duplicates']);
		expect([...plan.concerned.duplicates]).toEqual(likeness === undefined ? [] : [[likeness, 1]]);
	});

	test('blank values make nobody alike', () => {
		const blank = sheetOf(makeUser(1, {email: '', lastName: '', directoryNumber: '9'}));
		expect(planLines([columns, 'A,a@example.com,9'], undecided, blank).open).toEqual([]);
	});

	test('one name is one name however its letters are composed', () => {
		const rows = ['Zürich,a@example.com,7', `${'ZÜRICH'.normalize('NFD')},b@example.com,7`];
		expect(listProblems(planLines([columns, ...rows]))).toEqual([
			'2 warning shared-directory-number Directory Number',
			'3 warning possible-duplicate Directory Number',
		]);
	});

	test('an earlier row of the file is named by its line, a user by the ID', () => {
		const rows = [',Other,ann@example.com', ',New,n@example.com', ',Newer,N@example.com'];
		const plan = planLines([header, ...rows], undecided, sheet);
		expect(plan.problems.map(({line, message, short}) => [line, message, short])).toEqual([
			[2, 'ID 1 has the same e-mail address.', 'Duplicate of ID 1?'],
			[4, 'Line 3 has the same e-mail address.', 'Duplicate of line 3?'],
		]);
		expect(plan.open).toEqual(['duplicates']);
	});

	test('two who fit are both named', () => {
		const plan = planLines([columns, 'Archer,ben@example.com,2001'], undecided, sheet);
		expect(findProblem(plan, 'possible-duplicate').message).toBe(
			'ID 2 has the same e-mail address, and ID 1 has the same last name and number.',
		);
	});

	test('a rejected row is nobody to be a duplicate of', () => {
		const plan = planLines([`${header},PIN`, ',A,a@example.com,1', ',A,a@example.com,4825']);
		expect(listProblems(plan)).toEqual(['2 error pin-length Deployment PIN']);
	});

	test('with overwrite nobody is created, and nobody looks like somebody', () => {
		const plan = planLines([header, '1,Archer,ben@example.com'], {...undecided, overwrite: true}, sheet);
		expect(plan.open).toEqual([]);
	});
});

describe('rules.md 3.9: what was decided', () => {
	const lines = [header, ',Archer,ann@example.com', ',New,n@example.com', ',New,n@example.com'];

	test('undecided: nothing is written, and the rows count as created', () => {
		const plan = planLines(lines, undecided, sheet);
		expect(countsOf(plan)).toEqual([3, 0, 0, 0, 0]);
		expect(plan.change.added).toEqual([]);
	});

	test('create: again', () => {
		const plan = planLines(lines, {duplicates: 'create'}, sheet);
		expect(plan.open).toEqual([]);
		expect(plan.change.added.map(({id, lastName}) => [id, lastName])).toEqual([
			[7, 'Archer'],
			[8, 'New'],
			[9, 'New'],
		]);
	});

	test('skip: left out, of each likeness, and counted all the same', () => {
		const plan = planLines(lines, skip, sheet);
		expect(countsOf(plan)).toEqual([1, 0, 0, 0, 2]);
		expect(plan.skipped.map(({row, user}) => [row.line, user?.lastName])).toEqual([
			[2, 'Archer'],
			[4, 'New'],
		]);
		expect([...plan.concerned.duplicates]).toEqual([['same e-mail address', 2]]);
	});

	test('skip: somebody who is there already is not judged', () => {
		const plan = planLines(['Last name,Number', 'Archer,2001', 'New,9'], skip, sheet);
		expect(countsOf(plan)).toEqual([0, 0, 0, 1, 1]);
	});
});

describe('rules.md 3.9: update the user that a row looks like', () => {
	test('by e-mail or by last name and number, as the merged user: the profile is kept, a missing column too', () => {
		const rows = ['Baker-Jones,ben@example.com,2002', 'Archer,ann.archer@example.com,2001'];
		const plan = planLines(['Last name,Email address,Number', ...rows], update, sheet);
		expect(plan.updated.map(({before, after}) => [before.id, after])).toEqual([
			[2, {...sheet.users[1], lastName: 'Baker-Jones'}],
			[1, {...sheet.users[0], email: 'ann.archer@example.com'}],
		]);
		expect(plan.moved).toBe(0);
		expect(
			findProblem(planLines([header, ',B,ben@example.com'], update, sheet), 'possible-duplicate'),
		).toMatchObject({
			line: 2,
			who: 'Baker',
			severity: 'warning',
		});
	});

	test('a mandatory column may be missing, as with every update', () => {
		const plan = planLines(['Last name,Number,PIN', 'Baker,2002,4711'], update, sheet);
		expect(plan.updated[0]?.after).toMatchObject({
			id: 2,
			email: 'ben@example.com',
			deploymentPin: '4711',
		});
	});

	test('a row that changes nothing is unchanged, and one that looks like nobody is created', () => {
		const rows = [',Archer,ann@example.com', ',New,n@example.com'];
		expect(countsOf(planLines([header, ...rows], update, sheet))).toEqual([1, 0, 1, 0, 0]);
	});

	test('blank cells are asked about (rules.md 3.10), and a blank mandatory one rejects (rules.md 3.4)', () => {
		const columns = 'Last name,Email address,Number';
		const blank = planLines(
			[columns, 'Archer,ann@example.com,'],
			{...update, blankColumns: 'undecided'},
			sheet,
		);
		expect(blank.open).toEqual(['blankColumns']);
		const mandatory = planLines([columns, 'Archer,,2001'], update, sheet);
		expect(findProblem(mandatory, 'required').column).toBe('Email address');
	});

	test('read-only data of a synchronised user rejects the row (rules.md 3.6)', () => {
		const service = sheetOf(makeUser(1, {origin: 'client-service', email: 'ann@example.com'}));
		const plan = planLines([header, ',Baker,ann@example.com'], update, service);
		expect(listProblems(plan)).toContain('2 error read-only Last name');
		expect(countsOf(plan)).toEqual([0, 0, 0, 1, 0]);
	});

	test.each([
		[',Eder,team@example.com', 'ID 5 and ID 6 have the same e-mail address.'],
		[
			',Archer,ben@example.com',
			'ID 2 has the same e-mail address, and ID 1 has the same last name and number.',
		],
	])('two users fit: rejected with both IDs: %s', (row, message) => {
		const plan = planLines([`${header},Number`, `${row},2001`], update, sheet);
		expect(countsOf(plan)).toEqual([0, 0, 0, 1, 0]);
		expect(findProblem(plan, 'several-users-fit')).toMatchObject({severity: 'error', message});
	});

	test('one user is updated, or created, by one row', () => {
		const rows = [',B,ben@example.com', ',C,ben@example.com', ',New,n@example.com', ',Newer,n@example.com'];
		const plan = planLines([header, ...rows], update, sheet);
		expect(countsOf(plan)).toEqual([1, 1, 0, 2, 0]);
		const repeated = plan.problems.filter(({code}) => code === 'repeated-user');
		expect(repeated.map(({line, short}) => [line, short])).toEqual([
			[3, 'Also on line 2'],
			[5, 'Also on line 4'],
		]);
	});

	test('a row may look like a user as an earlier row has changed them', () => {
		const lines = [
			'Last name,Email address,Number',
			'Archer,new@example.com,2001',
			'Other,new@example.com,9',
		];
		expect(countsOf(planLines(lines, update, sheet))).toEqual([0, 1, 0, 1, 0]);
	});

	test('a profile that is chosen for new users moves nobody', () => {
		const choice = {...update, profile: {from: 'choice', name: 'Default'}} as const;
		const plan = planLines([header, ',B,ben@example.com', ',New,n@example.com'], choice, sheet);
		expect(plan.updated.map(({after}) => after.profile)).toEqual(['Remote workers']);
		expect(plan.created.map(({user}) => user.profile)).toEqual(['Default']);
	});

	test('From CSV, the row says which profile', () => {
		const lines = [`${header},Profile`, ',Baker,ben@example.com,Default'];
		const plan = planLines(lines, {...update, profile: {from: 'csv'}}, sheet);
		expect(plan.updated[0]?.after.profile).toBe('Default');
		expect(plan.moved).toBe(1);
	});
});
