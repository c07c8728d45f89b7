import {describe, expect, test} from 'vitest';
import {planImport} from '../../../source/csv/plan/plan-import.ts';
import {listProblems, makeUser, parseTable, plainOptions, planLines, sheetOf} from '../plan-csv.ts';

const overwrite = {overwrite: true} as const;

describe('values that others have, in an import (rules.md 3.15)', () => {
	const header = 'Last name,Email address,MiCollab Client Service Account';

	test('in the file or in the sheet: a warning for every row that gives one', () => {
		const sheet = sheetOf(makeUser(1, {serviceUser: 'ann'}), makeUser(2, {serviceUser: 'ben'}));
		const rows = ['A,a@example.com,ANN', 'C,c@example.com,cy', 'D,d@example.com,cy', 'E,e@example.com,'];
		const plan = planLines([header, ...rows], {}, sheet);
		expect(plan.problems.map(({line, code, who, message}) => [line, code, who, message])).toEqual([
			[2, 'shared-service-user', 'A', 'ID 1, Archer1, also has it.'],
			[3, 'shared-service-user', 'C', 'Line 4, D, also has it.'],
			[4, 'shared-service-user', 'D', 'Line 3, C, also has it.'],
		]);
	});

	test('users who swap their values share none', () => {
		const sheet = sheetOf(
			makeUser(1, {serviceUser: 'ann', directoryNumber: '1'}),
			makeUser(2, {serviceUser: 'ben', directoryNumber: '2'}),
		);
		const lines = ['ID,MiCollab Client Service user name,Directory Number', '1,ben,2', '2,ann,1'];
		const {problems} = planLines(lines, overwrite, sheet);
		expect(problems.filter(({code}) => code.startsWith('shared'))).toEqual([]);
	});

	test('a row that leaves a value as it is, is not told of it', () => {
		const sheet = sheetOf(
			makeUser(1, {email: 'team@example.com', directoryNumber: '1'}),
			makeUser(2, {email: 'TEAM@example.com', directoryNumber: '2'}),
			makeUser(3, {directoryNumber: '3'}),
		);
		const lines = ['ID,Email address,Directory Number', '1,team@example.com,3', '2,TEAM@example.com,2'];
		const [problem, ...others] = planLines(lines, overwrite, sheet).problems;
		expect(problem).toMatchObject({line: 2, id: '1', who: 'Archer1', code: 'shared-directory-number'});
		expect(others).toEqual([]);
	});

	test('of a user whom another row moves away, nothing is said', () => {
		const sheet = sheetOf(makeUser(1, {pbxSipUser: 'x'}), makeUser(2));
		const lines = ['ID,Device number', '1,y', '2,x'];
		expect(listProblems(planLines(lines, overwrite, sheet))).toEqual([]);
	});

	test('a login that is the number of somebody in another row', () => {
		const lines = [`${header},Number`, 'A,a@example.com,4711,1', 'B,b@example.com,bb,4711'];
		expect(listProblems(planLines(lines))).toEqual([
			'2 warning service-user-is-number MiCollab Client Service user name',
			'3 warning number-is-service-user Directory Number',
		]);
	});

	test('one PIN for all is told once for each PIN, of the whole sheet as it would be', () => {
		const users = [1, 2, 3, 4].map((id) => makeUser(id, {deploymentPin: '472951'}));
		const rows = Array.from(
			{length: 20},
			(_, row) => `A${row},a${row}@x.example,${row < 14 ? '472951' : '830174'}`,
		);
		const plan = planLines(['Last name,Email address,PIN', ...rows], {}, sheetOf(...users));
		const common = plan.problems.filter(({code}) => code === 'common-pin');
		expect(common.map(({line, value, message}) => [line, value, message])).toEqual([
			[2, '••••', '18 of 24 users have this PIN.'],
			[16, '••••', '6 of 24 users have this PIN.'],
		]);
		expect(JSON.stringify(plan.problems)).not.toMatch(/472951|830174/);
	});

	test('rows that look like somebody in the sheet count only once it is decided that they are others', () => {
		const sheet = sheetOf(makeUser(1, {directoryNumber: '1'}));
		const lines = ['Last name,Email address,Number', 'Archer1,user1@example.com,1'];
		const codes = (duplicates: 'undecided' | 'create') =>
			planLines(lines, {duplicates}, sheet).problems.map(({code}) => code);
		expect(codes('undecided')).toEqual(['possible-duplicate']);
		expect(codes('create')).toEqual(['possible-duplicate', 'shared-directory-number']);
	});

	test('are looked for in steps, also in a large sheet', () => {
		const sheet = sheetOf(...Array.from({length: 20_000}, (_, place) => makeUser(place + 1)));
		const work = planImport(
			parseTable('ID,Number\n1,1\n2,1'),
			{...plainOptions, ...overwrite},
			sheet,
			'a.csv',
		);
		expect([...work].length).toBeGreaterThan(15);
	});
});
