import {describe, expect, test} from 'vitest';
import {findMissing, refuseMissing} from '../../source/csv/find-missing.ts';
import type {ImportOptions} from '../../source/csv/import-plan.ts';
import {applyChange} from '../../source/domain/apply-change.ts';
import {finishWork} from '../../source/domain/work.ts';
import {makeUser, parseTable, plainOptions, planLines, sheetOf} from './plan-csv.ts';

const sheet = sheetOf(
	makeUser(1, {lastName: 'Archer', email: 'ann@example.com', directoryNumber: '2001'}),
	makeUser(2, {
		lastName: 'Baker',
		email: 'ben@example.com',
		directoryNumber: '2002',
		profile: 'Remote workers',
	}),
	makeUser(3, {lastName: 'Costa', email: 'team@example.com', directoryNumber: ''}),
	makeUser(4, {lastName: 'Dahl', email: 'team@example.com', directoryNumber: '2004'}),
);

function missingOf(lines: readonly string[], options: Partial<ImportOptions>, scope = sheet.users) {
	const keep = {profile: {from: 'keep', name: 'Default'}} as const;
	return finishWork(
		findMissing(parseTable(lines.join('\n')), planLines(lines, {...keep, ...options}, sheet), scope),
	);
}

const byEmail = {overwrite: true, matchBy: 'email'} as const;
const byNumber = {overwrite: true, matchBy: 'number'} as const;

describe('rules.md 3.27: who is missing from a file', () => {
	test.each([
		['by ID', ['ID,First name', '1,Ann', '04,Dora'], {overwrite: true}, [2, 3]],
		[
			'by ID, of rows that are rejected',
			['ID,Email', '1,no', '2,ben@example.com'],
			{overwrite: true},
			[3, 4],
		],
		['by e-mail', ['Email', 'ANN@example.com', 'ben@example.com'], byEmail, [3, 4]],
		['a value of several users finds them all', ['Email', 'Team@example.com'], byEmail, [1, 2]],
		[
			'a value that is twice in the file',
			['Email', 'ann@example.com', 'ann@example.com'],
			byEmail,
			[2, 3, 4],
		],
		['by number', ['Number', '2001'], byNumber, [2, 4]],
		[
			'a row that updates a possible duplicate',
			['Email,Last name,Number', 'other@example.com,Baker,2002'],
			{...byEmail, unknownRows: 'create', duplicates: 'update'},
			[1, 3, 4],
		],
		[
			'a row that is left out as one',
			['Email,Last name', 'ann@example.com,Archer'],
			{matchBy: 'email', duplicates: 'skip'},
			[2, 3, 4],
		],
		['an empty file', ['ID'], {overwrite: true}, [1, 2, 3, 4]],
	] as const)('%s', (_, lines, options, missing) => {
		expect(missingOf(lines, options).users.map(({id}) => id)).toEqual(missing);
	});

	test('of a scope only', () => {
		const remote = sheet.users.filter(({profile}) => profile === 'Remote workers');
		expect(missingOf(['Email', 'ann@example.com'], byEmail, remote)).toMatchObject({of: 1, users: [{id: 2}]});
	});

	test('nothing is said of users who have no such value', () => {
		expect(missingOf(['Number', '2001', '2002', '2004'], byNumber)).toEqual({
			users: [],
			of: 3,
			unfindable: 1,
			isMuch: false,
		});
	});

	test('a user that the import has made is not missing afterwards', () => {
		const lines = ['ID,Last name,Email', ',,no', ',New,new@example.com'];
		const plan = planLines(lines, {}, sheet);
		const after = applyChange(sheet, plan.change).users;
		const missing = finishWork(findMissing(parseTable(lines.join('\n')), plan, after));
		expect(missing.users.map(({id}) => id)).toEqual([1, 2, 3, 4]);
	});

	test.each([
		[1, 5, false],
		[2, 9, true],
		[2, 10, false],
		[3, 14, true],
		[0, 0, false],
	])('%i of %i: probably not whole is %s', (missing, of, isMuch) => {
		const scope = Array.from({length: of}, (_, index) => makeUser(index + 1));
		const lines = ['ID,First name', ...scope.slice(missing).map(({id}) => `${id},Ann`)];
		const plan = planLines(lines, {overwrite: true}, sheetOf(...scope));
		expect(finishWork(findMissing(parseTable(lines.join('\n')), plan, scope)).isMuch).toBe(isMuch);
	});

	test.each([
		['id', 'Email', false],
		['id', 'ID', true],
		['email', 'ID', false],
		['email', 'Email', true],
	] as const)('by %s in a file with %s', (matchBy, header, isPossible) => {
		const refused = refuseMissing(parseTable(`${header}\n1`), {...plainOptions, matchBy});
		expect(refused === undefined).toBe(isPossible);
	});
});
