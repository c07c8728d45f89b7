import {describe, expect, it} from 'vitest';
import {planFixes} from '../../source/domain/cells/plan-fixes.ts';
import type {UserValues} from '../../source/domain/field.ts';
import {listProblems} from '../../source/domain/list-problems.ts';
import {emptySheet, type Sheet} from '../../source/domain/sheet.ts';
import {emptyUser, type User} from '../../source/domain/user.ts';
import {finishWork} from '../../source/domain/work.ts';

function sheetOf(...given: readonly (Partial<UserValues> & Partial<Pick<User, 'origin'>>)[]): Sheet {
	const users = given.map((values, index) => ({
		...emptyUser,
		profile: 'Default',
		lastName: `Archer${index}`,
		email: `archer${index}@example.com`,
		...values,
		id: index + 1,
	}));
	return {...emptySheet, users, nextId: users.length + 1};
}

const list = (sheet: Sheet) => finishWork(listProblems(sheet));
const linesOf = (sheet: Sheet) =>
	list(sheet).map(({user, kind, problem}) => `${kind.count} ${kind.name}, ${problem.column}: ${user.id}`);

describe('the problems of a sheet', () => {
	it('come by kind: equal numbers first, then errors, then the most frequent, and equal values together', () => {
		const sheet = sheetOf(
			{directoryNumber: '2001', deploymentPin: '1234'},
			{directoryNumber: '2002', email: 'ann@'},
			{directoryNumber: '2001'},
			{directoryNumber: '2002'},
			{deploymentPin: '1111'},
			{lastName: ''},
			{lastName: ''},
		);
		expect(linesOf(sheet)).toEqual([
			'4 Same for several, Directory Number: 1',
			'4 Same for several, Directory Number: 3',
			'4 Same for several, Directory Number: 2',
			'4 Same for several, Directory Number: 4',
			'2 Required, Last name: 6',
			'2 Required, Last name: 7',
			'1 Not an e-mail address, Email address: 2',
			'2 Easy to guess, Deployment PIN: 1',
			'2 Easy to guess, Deployment PIN: 5',
		]);
	});

	it('say of each kind how many have a value that would be right', () => {
		const listed = list(sheetOf({directoryNumber: '20 01'}, {directoryNumber: '20 02'}, {lastName: ''}));
		expect(listed.map(({kind}) => [kind.count, kind.fixes])).toEqual([
			[2, 2],
			[2, 2],
			[1, 0],
		]);
	});
});

describe('the plan of fixes', () => {
	const plan = (sheet: Sheet, now = sheet) => finishWork(planFixes(list(sheet), now));

	it('puts in the values that would be right, as one change', () => {
		const {change, fixed, left} = plan(
			sheetOf({directoryNumber: '20 01', pbxSipUser: 'a b'}, {lastName: ''}),
		);
		expect(change.updated.map(({id, cells}) => [id, cells])).toEqual([
			[
				1,
				{
					directoryNumber: {before: '20 01', after: '2001'},
					pbxSipUser: {before: 'a b', after: 'ab'},
				},
			],
		]);
		expect({fixed, left, label: change.label}).toEqual({
			fixed: 2,
			left: 1,
			label: 'Fix Directory Number and PBX SIP user name/Device number of Archer0',
		});
	});

	it('is named after the one value that it changes', () => {
		const sheet = sheetOf({firstName: 'Ann', lastName: 'Archer', directoryNumber: '20 01'});
		expect(plan(sheet).change.label).toBe('Fix Directory Number of Ann Archer');
	});

	it('leaves what belongs to another system, and what has changed since', () => {
		const sheet = sheetOf({directoryNumber: '20 01', origin: 'mbg'}, {directoryNumber: '20 02'});
		const now = {
			...sheet,
			users: sheet.users.map((user) => (user.id === 2 ? {...user, directoryNumber: '3'} : user)),
		};
		expect(plan(sheet, now)).toMatchObject({fixed: 0, left: 1, readOnly: 1, change: {updated: []}});
	});
});
