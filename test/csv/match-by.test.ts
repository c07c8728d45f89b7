import {describe, expect, test} from 'vitest';
import type {ImportOptions} from '../../source/csv/import-plan.ts';
import type {MatchKey} from '../../source/csv/match-by.ts';
import {countsOf, findProblem, listProblems, makeUser, planLines, refuseLines, sheetOf} from './plan-csv.ts';

const sheet = sheetOf(
	makeUser(1, {
		firstName: 'Ann',
		lastName: 'Archer',
		email: 'Ann@example.com',
		directoryNumber: '2001',
		serviceUser: 'aarcher',
	}),
	makeUser(2, {lastName: 'Bäcker', email: 'ben@example.com', directoryNumber: '2002', serviceUser: 'bb'}),
	makeUser(5, {lastName: 'Costa', email: 'team@example.com', directoryNumber: '2005', serviceUser: 'BÄR'}),
	makeUser(6, {lastName: 'Dahl', email: 'team@example.com', directoryNumber: '', serviceUser: ''}),
);

function match(matchBy: MatchKey, more: Partial<ImportOptions> = {}): Partial<ImportOptions> {
	return {matchBy, overwrite: true, profile: {from: 'keep', name: 'Default'}, ...more};
}

const header = 'First name,Last name,Email address,Number,Login ID';
const ann = {email: 'ann@example.com', number: '2001', 'service-user': 'aarcher'} as const;

describe('rules.md 3.25: how rows find users', () => {
	test.each([
		['email', 'Anna,Archer,ann@example.com,2001,aarcher', 1],
		['email', 'Anna,Archer, ANN@EXAMPLE.COM ,2001,aarcher', 1],
		['number', 'Ben,Bäcker,ben@example.com,2002,bb', 2],
		['number', "Ben,Bäcker,ben@example.com,'2002,bb", 2],
		['service-user', 'Carl,Costa,team@example.com,2005,BÄR', 5],
		['service-user', `Carl,Costa,team@example.com,2005,${'bär'.normalize('NFD')}`, 5],
	] as const)('by %s: %s updates user %i', (key, row, id) => {
		const plan = planLines([header, row], match(key), sheet);
		expect(countsOf(plan)).toEqual([0, 1, 0, 0, 0]);
		expect(plan.change.updated.map((update) => [update.id, Object.keys(update.cells)])).toEqual([
			[id, ['firstName']],
		]);
	});

	test.each([
		['email', ',,,2001,aarcher', ['2 error missing-key Email address', '2 error required Last name']],
		['number', 'A,Dahl,team@example.com,,x1', ['2 error missing-key Directory Number']],
		['email', 'A,Dahl,TEAM@example.com,,x1', ['2 error several-users-fit Email address']],
	] as const)('by %s, a row that is told: %s', (key, row, problems) => {
		const plan = planLines([header, row], match(key), sheet);
		expect(countsOf(plan)).toEqual([0, 0, 0, 1, 0]);
		expect(listProblems(plan).filter((problem) => problem.includes('error'))).toEqual(problems);
	});

	test('several users are named', () => {
		const plan = planLines([header, 'A,Dahl,team@example.com,,x1'], match('email'), sheet);
		expect(findProblem(plan, 'several-users-fit')).toMatchObject({
			line: 2,
			message: 'Several users have it: ID 5, Costa, and ID 6, Dahl.',
			short: 'Fits 2 users',
			who: 'A Dahl',
		});
	});

	test.each(Object.entries(ann))('by %s, the same user twice rejects both rows, with the lines', (key) => {
		const rows = ['Ann,Archer,Ann@example.com,2001,aarcher', 'Eve,Archer,Ann@example.com,2001,aarcher'];
		const plan = planLines([header, ...rows], match(key as MatchKey), sheet);
		expect(countsOf(plan)).toEqual([0, 0, 0, 2, 0]);
		const onRows = plan.problems.filter(({line}) => line !== undefined);
		expect(onRows.map(({line, code, id, short}) => [line, code, id, short])).toEqual([
			[2, 'repeated-key', '1', 'Also on line 3'],
			[3, 'repeated-key', '1', 'Also on line 2'],
		]);
	});

	test('what found the user is not changed where it is equal as names are compared', () => {
		const plan = planLines(['Email,First name', 'ANN@EXAMPLE.COM,Ann'], match('email'), sheet);
		expect(countsOf(plan)).toEqual([0, 0, 1, 0, 0]);
	});

	test('the IDs of another system are ignored, and that is said', () => {
		const plan = planLines(
			['ID,Email,First name', '2,ann@example.com,Eve'],
			match('email', {unknownRows: 'skip'}),
			sheet,
		);
		expect(plan.change.updated.map(({id}) => id)).toEqual([1]);
		expect(listProblems(plan)).toEqual(['file notice id-ignored ID']);
	});

	test.each([
		['email', 'Number,First name', 'Email address'],
		['number', 'Email,First name', 'Directory Number'],
		['service-user', 'Email,First name', 'MiCollab Client Service user name'],
	] as const)('by %s, a file without that column is refused', (key, columns, column) => {
		const more = {code: 'no-match-column', column};
		expect(refuseLines([columns, 'a,b'], match(key), sheet)).toMatchObject(more);
		expect(refuseLines([columns, 'a,b'], match(key, {overwrite: false}), sheet)).toMatchObject(more);
	});

	test('another person is told without a word on IDs', () => {
		const plan = planLines([header, 'Ann,Other,other@example.com,2001,aarcher'], match('number'), sheet);
		expect(findProblem(plan, 'another-person').message).not.toContain('ID');
	});
});

describe('rules.md 3.25: rows that fit no user', () => {
	const rows = [header, 'Ann,Archer,Ann@example.com,2001,aarcher', 'New,Person,new@example.com,2009,np'];

	test.each([
		['undecided', [1, 0, 1, 0, 0], ['unknownRows']],
		['create', [1, 0, 1, 0, 0], []],
		['skip', [0, 0, 1, 0, 1], []],
	] as const)('%s', (unknownRows, counts, open) => {
		for (const key of ['email', 'number', 'service-user'] as const) {
			const plan = planLines(rows, match(key, {unknownRows}), sheet);
			expect(countsOf(plan)).toEqual(counts);
			expect(plan.open).toEqual(open);
			expect([...plan.concerned.unknownRows.values()]).toEqual([1]);
			expect(plan.change.added).toHaveLength(unknownRows === 'create' ? 1 : 0);
		}
	});

	test('new users get the chosen profile, and updated ones keep theirs', () => {
		const remote = sheetOf(makeUser(1, {email: 'a@example.com', profile: 'Remote workers'}));
		const lines = ['Email,Last name,First name', 'a@example.com,Archer1,Ann', 'b@example.com,B,Ben'];
		const plan = planLines(lines, match('email', {unknownRows: 'create'}), remote);
		expect(plan.updated.map(({after}) => after.profile)).toEqual(['Remote workers']);
		expect(plan.created.map(({user}) => user.profile)).toEqual(['Default']);
	});

	test('a new user who looks like one by another value is asked about', () => {
		const lines = [header, 'Ann,Archer,ann.archer@example.com,2001,aarcher'];
		const plan = planLines(lines, match('email', {duplicates: 'undecided'}), sheet);
		expect(plan.open).toEqual(['duplicates']);
	});

	test('a user is changed by one row only', () => {
		const lines = [
			header,
			'Anna,Archer,new@example.com,2001,aarcher',
			'Anne,Archer,ann@example.com,2001,aarcher',
		];
		const options = match('email', {duplicates: 'update', unknownRows: 'create'});
		const plan = planLines(lines, options, sheet);
		expect(countsOf(plan)).toEqual([0, 1, 0, 1, 0]);
		expect(findProblem(plan, 'repeated-user')).toMatchObject({line: 3});
	});
});

describe('rules.md 3.25: without overwrite', () => {
	const lines = ['Last name,Email,Number', 'New,new@example.com,2001'];
	const off = match('number', {overwrite: false});

	test.each([
		['undecided', [1, 0, 0, 0, 0]],
		['create', [1, 0, 0, 0, 0]],
		['skip', [0, 0, 0, 0, 1]],
		['update', [0, 1, 0, 0, 0]],
	] as const)('a row with the value of a user is a possible duplicate: %s', (duplicates, counts) => {
		const plan = planLines(lines, {...off, duplicates}, sheet);
		expect(countsOf(plan)).toEqual(counts);
		expect([...plan.concerned.duplicates]).toEqual([['same directory number', 1]]);
	});
});
