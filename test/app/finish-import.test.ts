import {describe, expect, it} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';
import {goToOption} from '../helpers/go-to.ts';
import {type ImportSession, openImportSession} from '../helpers/import-session.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {withSlowStore} from '../helpers/slow-store.ts';

const sheet = sheetOf(
	makeUser(1, {lastName: 'Archer', email: 'a@example.com'}),
	makeUser(2, {lastName: 'Baker', email: 'b@example.com'}),
	makeUser(3, {lastName: 'Carter', email: 'c@example.com'}),
);
const files = {
	'new.csv':
		'Last name,Email address,Profile\nNew,new@example.com,Default\nNewer,newer@example.com,Default\n',
	'changed.csv': 'ID,Last name\n2,Butcher\n3,Carter\n',
};

/** Imports a file, up to the result. */
function importFile(
	name: keyof typeof files,
	overwrite: boolean,
	mark: readonly string[] = [],
	users = sheet,
): ImportSession {
	const session = openImportSession(users, files);
	session.press(...mark);
	session.read(name);
	if (overwrite) {
		session.press(goToOption('overwrite'), 'space');
		session.answer();
	}
	session.press('enter', 'enter', 'y');
	return session;
}

describe('rules.md 3.31: when the result is left', () => {
	it.each([
		['new.csv', false, [], [4, 5], [4, 5], '2 users of the import are shown and marked. Esc shows all.'],
		['changed.csv', true, [], [2], [2], '1 user of the import is shown and marked. Esc shows all.'],
		[
			'changed.csv',
			true,
			['space'],
			[1],
			[2],
			'1 user of the import is shown; 1 mark of before is kept. Esc',
		],
		[
			'changed.csv',
			true,
			['down', 'space'],
			[2],
			[2],
			'1 user of the import is shown and marked. Esc shows all.',
		],
		['new.csv', false, ['ctrl+a'], [1, 2, 3], [4, 5], 'are shown; 3 marks of before are kept.'],
	] as const)(
		'%s (overwrite %s, after %j) marks %j and shows %j',
		(name, overwrite, mark, marks, rows, said) => {
			const session = importFile(name, overwrite, mark);
			expect(session.wizard().step).toBe('result');
			session.press('enter');
			const {grid, notice, screens} = session.model();
			expect(screens).toEqual([]);
			expect([...grid.marks].sort()).toEqual(marks);
			expect(grid.rows).toEqual(rows);
			expect(notice?.text).toContain(said);
		},
	);

	it('takes marks of the import before for no choice of a person', () => {
		const session = importFile('new.csv', false);
		session.press('enter', 'escape');
		session.read('changed.csv');
		session.press(goToOption('overwrite'), 'space');
		session.answer();
		session.press('enter', 'enter', 'y', 'enter');
		expect([...session.model().grid.marks]).toEqual([2]);
	});

	it('needs no filter where the sheet has no other users', () => {
		const session = importFile('new.csv', false, [], makeSheet(0));
		session.press('enter');
		const {grid, notice} = session.model();
		expect([grid.filter, grid.marks.size]).toEqual(['', 2]);
		expect(notice?.text).toBe('2 users of the import are shown and marked.');
	});

	it('lets Esc show all again, and one undo take the import back with its marks', () => {
		const session = importFile('new.csv', false);
		session.press('enter', 'escape');
		expect(session.model().grid.rows).toEqual([1, 2, 3, 4, 5]);
		expect(session.model().grid.marks.size).toBe(2);
		session.press('ctrl+z');
		expect(session.model().grid.marks.size).toBe(0);
		expect(session.model().grid.rows).toEqual([1, 2, 3]);
	});

	it('marks nothing when the import is taken back on its result', () => {
		const session = importFile('changed.csv', true, ['space']);
		session.press('ctrl+z');
		expect([...session.model().grid.marks]).toEqual([1]);
		expect(session.model().sheet.users).toEqual(sheet.users);
	});

	it('finds the users by the IDs that the store has given', () => {
		const session = withSlowStore(openImportSession(sheet, files), sheet);
		session.read('new.csv');
		session.press('enter', 'enter');
		session.press('y');
		session.writeAsOther({...emptyChange('by another'), added: [makeUser(4, {lastName: 'Stranger'})]});
		session.answerAll();
		session.press('enter');
		expect(session.model().grid.rows).toEqual([5, 6]);
		expect([...session.model().grid.marks]).toEqual([5, 6]);
	});
});
