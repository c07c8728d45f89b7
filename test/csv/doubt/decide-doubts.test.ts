import {describe, expect, test} from 'vitest';
import type {ImportOptions} from '../../../source/csv/import-plan.ts';
import {defaultProfile} from '../../../source/domain/profile.ts';
import {countsOf, listProblems, makeUser, planLines, sheetOf} from '../plan-csv.ts';

const stored = makeUser(1, {
	firstName: 'Jürgen',
	directoryNumber: '0042',
	deploymentPin: '0825',
	pbxSipPassword: '0042',
});
const sheet = sheetOf(stored, makeUser(2, {directoryNumber: '2002'}));
const values = ['undecided', 'fix', 'keep', 'take'] as const;

function planOver(lines: readonly string[], doubtful: ImportOptions['doubtful']) {
	return planLines(lines, {overwrite: true, doubtful}, sheet);
}

describe('rules.md 4.7: doubtful cells', () => {
	test.each([
		['undecided', ['JÃ¼rgen', '42.0'], ['doubtful']],
		['fix', ['Jürgen', '0042'], []],
		['keep', ['Jürgen', '0042'], []],
		['take', ['JÃ¼rgen', '42.0'], []],
	] as const)('that would overwrite: %s', (doubtful, becomes, open) => {
		const plan = planOver(['ID,First name,Directory number,Last name', '1,JÃ¼rgen,42.0,New'], doubtful);
		const [update] = plan.updated;
		expect([update?.after.firstName, update?.after.directoryNumber]).toEqual(becomes);
		expect(plan.open).toEqual(open);
		expect(plan.change.updated).toHaveLength(open.length === 0 ? 1 : 0);
		expect([...plan.concerned.doubtful]).toEqual([
			['First name', 1],
			['Directory Number', 1],
		]);
		const severity = becomes[0] === 'Jürgen' ? 'notice' : 'warning';
		expect(listProblems(plan)).toEqual([
			`2 ${severity} misread-letters First name`,
			`2 ${severity} number-as-decimal Directory Number`,
		]);
	});

	test.each([
		['undecided', 'Doe', '########'],
		['fix', 'Doe', '2002'],
		['keep', 'Doe', '2002'],
		['take', 'Doe', '########'],
	] as const)('without a likely value: %s', (doubtful, lastName, number) => {
		const plan = planOver(['ID,Last name,Directory number', '2,Doe,########'], doubtful);
		expect(plan.updated[0]?.after).toMatchObject({lastName, directoryNumber: number});
	});

	test.each([
		['undecided', 'JÃ¼rgen', '#######'],
		['fix', 'Jürgen', '#######'],
		['keep', 'JÃ¼rgen', '#######'],
		['take', 'JÃ¼rgen', '#######'],
	] as const)('of a new user: %s', (doubtful, firstName, number) => {
		const lines = [
			'First name,Last name,Email address,Directory number',
			'JÃ¼rgen,Doe,j@example.com,#######',
		];
		const plan = planLines(lines, {doubtful});
		expect(plan.created[0]?.user).toMatchObject({firstName, directoryNumber: number});
		// Only the cell with a likely value is asked about.
		expect([...plan.concerned.doubtful]).toEqual([['First name', 1]]);
		expect(plan.open).toEqual(doubtful === 'undecided' ? ['doubtful'] : []);
	});

	test('a new user with nothing likelier is not asked about', () => {
		const plan = planLines(['Last name,Email address,Number', 'Doe,d@example.com,2-Jan'], {
			doubtful: 'undecided',
		});
		expect(plan.open).toEqual([]);
		expect(listProblems(plan)).toEqual(['2 warning number-as-date Directory Number']);
	});

	test('a row that comes to what is stored is unchanged, and says why', () => {
		const plan = planOver(['ID,First name', '1,JÃ¼rgen'], 'fix');
		expect(countsOf(plan)).toEqual([0, 0, 1, 0, 0]);
		expect(plan.problems).toMatchObject([{line: 2, severity: 'notice', fix: '"Jürgen" stays.'}]);
	});

	test('what is stored already is not doubted', () => {
		const damaged = sheetOf(makeUser(1, {firstName: 'JÃ¼rgen'}));
		const plan = planLines(['ID,First name', '1,JÃ¼rgen'], {overwrite: true, doubtful: 'undecided'}, damaged);
		expect(listProblems(plan)).toEqual([]);
		expect(plan.open).toEqual([]);
	});

	test('the profile is found by its likely name', () => {
		const lines = ['Last name,Email address,Profile', 'Doe,d@example.com,RÃ©mote'];
		const withProfile = {...sheetOf(), profiles: [defaultProfile, {...defaultProfile, name: 'Rémote'}]};
		const options = {profile: {from: 'csv'}} as const;
		expect(planLines(lines, {...options, doubtful: 'take'}, withProfile).rejected).toHaveLength(1);
		const plan = planLines(lines, {...options, doubtful: 'fix'}, withProfile);
		expect(plan.created[0]?.user.profile).toBe('Rémote');
	});
});

describe('rules.md 4.7: cells that break a rule by their damage', () => {
	const lines = ['ID,Directory number', '2,2\u00a0003'];

	test('say what damaged them, and are asked about, as the likely value may pass', () => {
		const plan = planOver(lines, 'undecided');
		expect(listProblems(plan)).toEqual(['2 error number-with-separators Directory Number']);
		expect([...plan.concerned.doubtful]).toEqual([['Directory Number', 1]]);
		expect(planOver(lines, 'fix').updated[0]?.after.directoryNumber).toBe('2003');
	});

	test('say it in place of the warning that its characters are unusual', () => {
		const plan = planOver(['ID,Directory number', '2,"2,003"'], 'take');
		expect(listProblems(plan)).toEqual(['2 warning number-with-separators Directory Number']);
		expect(plan.updated[0]?.after.directoryNumber).toBe('2,003');
	});

	test('are not asked about where the row has another error', () => {
		const plan = planOver(['ID,Directory number,Email address', '2,"2,003",nobody'], 'undecided');
		expect([...plan.concerned.doubtful]).toEqual([]);
		expect(plan.rejected).toHaveLength(1);
	});

	test('keep the error that says more', () => {
		const plan = planOver(['ID,PIN', '1,"1,23457E+19"'], 'undecided');
		expect(listProblems(plan)).toEqual(['2 error pin-as-number Deployment PIN']);
	});
});

describe('rules.md 4.6: an ID with a fraction', () => {
	const lines = ['ID,First name', '1.0,Georg'];

	test.each(values)('is that ID, and rejected unless it is put right: %s', (doubtful) => {
		const plan = planOver(lines, doubtful);
		const isFixed = doubtful === 'fix';
		expect(countsOf(plan)).toEqual(isFixed ? [0, 1, 0, 0, 0] : [0, 0, 0, 1, 0]);
		expect(listProblems(plan)).toEqual([`2 ${isFixed ? 'notice' : 'error'} id-as-decimal ID`]);
		expect([...plan.concerned.doubtful]).toEqual([['ID', 1]]);
		expect(plan.problems[0]).toMatchObject({id: '1', value: '1.0', who: 'Jürgen Archer1'});
	});

	test('is the same as the ID without', () => {
		const plan = planOver([...lines, '1,Georg'], 'fix');
		expect(plan.problems.filter(({code}) => code === 'repeated-id')).toHaveLength(2);
	});

	test('of nobody is an ID of nobody', () => {
		expect(listProblems(planOver(['ID,First name', '99.0,Georg'], 'fix'))).toEqual(['2 error unknown-id ID']);
	});

	test('of somebody is known without overwrite, too', () => {
		const plan = planLines(['ID,Last name,Email address', '1.0,Doe,d@example.com'], {}, sheet);
		expect(listProblems(plan)).toEqual(['2 error known-id ID']);
	});
});

test('no secret and no PIN is said', () => {
	const lines = ['ID,PIN,PBX SIP password,Voicemail PIN', '1,42,42,1234.0'];
	for (const doubtful of values) {
		const said = JSON.stringify(
			planOver(lines, doubtful).problems.map(({line: _, id: __, ...problem}) => problem),
		);
		expect(said).not.toMatch(/42|1234/);
	}
});

describe('words of programs for no value', () => {
	test('are told of new users, whose name Null is none', () => {
		const rows = [
			'nan,One,a@x.example',
			'Bea,NULL,b@x.example',
			'Cy,Null,c@x.example',
			'Nan,Nil,d@x.example',
		];
		const plan = planLines(['First name,Last name,Email address', ...rows], {doubtful: 'undecided'});
		expect(listProblems(plan)).toEqual([
			'2 warning word-for-nothing First name',
			'3 warning word-for-nothing Last name',
		]);
		expect(plan.open).toEqual([]);
	});
});

describe('letters that were read wrongly', () => {
	test('are told once, though some of them cannot be seen', () => {
		const rows = ['J\u0081rgen,M\u0081ller,a@x.example', 'Ann,\u001bBaker,b@x.example'];
		const plan = planLines(['First name,Last name,Email address', ...rows], {doubtful: 'undecided'});
		expect(listProblems(plan)).toEqual([
			'2 warning misread-letters First name',
			'2 warning misread-letters Last name',
			'3 warning control-character Last name',
		]);
	});
});
