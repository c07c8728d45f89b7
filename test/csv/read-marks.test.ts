import {describe, expect, test} from 'vitest';
import {matchHeaders} from '../../source/csv/match-headers.ts';
import {findMarkPlaces, readMarks} from '../../source/csv/read-marks.ts';
import {applyChange} from '../../source/domain/apply-change.ts';
import {userState} from '../../source/domain/life-cycle/user-state.ts';
import {planUndo} from '../../source/domain/plan-undo.ts';
import {type Sheet, surroundingsOf} from '../../source/domain/sheet.ts';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';
import {planLines} from './plan-csv.ts';

const today = '2026-11-26T20:00:00.000Z';
const noon = (date: string) => `${date}T12:00:00.000Z`;
const ann = makeUser(1, {lastName: 'Archer', email: 'ann@example.com', serviceUser: 'archera'});
const sent = {...ann, deployedOn: noon('2026-03-08'), deployedAs: 'x', setUpUser: 'archera'};

const read = (header: string, cell: string, user = ann) => {
	const {columns} = matchHeaders([header]);
	return readMarks({line: 2, cells: [cell]}, user, findMarkPlaces(columns), sheetOf(user), today);
};

describe('columns of what has happened to users (rules.md 5.17)', () => {
	test.each([
		['2026-03-08', noon('2026-03-08')],
		['2026-03-08 14:05', noon('2026-03-08')],
		['8.3.2026', noon('2026-03-08')],
		['08.03.2026 14:05:00', noon('2026-03-08')],
		['yes', noon('2026-11-26')],
		['X', noon('2026-11-26')],
		['Ja', noon('2026-11-26')],
		[' TRUE ', noon('2026-11-26')],
	])('take %s for a time', (cell, deployedOn) => {
		expect(read('Deployed', cell)).toMatchObject({values: {deployedOn, setUpUser: 'archera'}, problems: []});
	});

	test.each(['', ' ', 'no', 'nein', '0', 'False'])('take %j for not yet', (cell) => {
		expect(read('Deployed', cell)).toEqual({values: {}, problems: []});
	});

	test.each(['soon', '03/08/2026', '2026-02-30', '31.4.2026', '20260308'])('refuse %s', (cell) => {
		expect(read('Deployed', cell)).toMatchObject({values: {}, problems: [{code: 'not-a-date', value: cell}]});
	});

	test('say nothing new about a user who is deployed, and take a deployment away', () => {
		expect(read('Deployed', 'yes', sent).values).toEqual({});
		expect(read('Deployed', '2026-03-08', sent).values).toEqual({});
		expect(read('Deployed', '', sent).values).toEqual({});
		expect(read('Deployed', 'no', sent).values).toMatchObject({deployedOn: '', setUpUser: ''});
		expect(read('Bereitgestellt am', '1.4.2026', sent).values).toMatchObject({
			deployedOn: noon('2026-04-01'),
		});
	});

	test('say deployed, too, where they say downloaded', () => {
		expect(read('Downloaded', '2026-03-09').values).toMatchObject({
			deployedOn: noon('2026-03-09'),
			downloadedOn: noon('2026-03-09'),
		});
		expect(read('Heruntergeladen', 'ja', sent).values).toMatchObject({
			deployedOn: sent.deployedOn,
			downloadedOn: noon('2026-11-26'),
		});
	});
});

describe('an import with them', () => {
	const file = [
		'Last name,Email address,Deployed,Downloaded',
		'Baker,ben@example.com,2026-03-08,',
		'Carter,cy@example.com,2026-03-08,2026-03-09',
		'Dean,dee@example.com,,',
		'Evans,ed@example.com,soon,',
	];

	test('makes users who are deployed, and its undo leaves nobody to be withdrawn', () => {
		const sheet: Sheet = sheetOf();
		const plan = planLines(file, {partial: true}, sheet);
		expect(plan.rejected.map(({row}) => row.line)).toEqual([5]);
		const after = applyChange(sheet, plan.change);
		expect(after.users.map((user) => userState(user, surroundingsOf(after)))).toEqual([
			'sent',
			'downloaded',
			'no-link',
		]);
		const undone = applyChange(after, planUndo({change: plan.change}, after).change);
		expect(undone).toMatchObject({users: [], toWithdraw: []});
	});

	test('changes users, and nothing when it comes again', () => {
		const sheet = sheetOf(ann);
		const again = ['ID,Deployed,Downloaded', '1,2026-03-08,2026-03-09'];
		const plan = planLines(again, {overwrite: true, profile: {from: 'keep', name: 'Default'}}, sheet);
		expect(plan.updated).toHaveLength(1);
		const after = applyChange(sheet, plan.change);
		expect(userState(after.users[0] ?? ann, surroundingsOf(after))).toBe('downloaded');
		const second = planLines(again, {overwrite: true, profile: {from: 'keep', name: 'Default'}}, after);
		expect(second.unchanged).toHaveLength(1);
	});
});
