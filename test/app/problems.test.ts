import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import type {ProblemsState} from '../../source/app/screens/problems/problems-state.ts';
import {updateChange} from '../../source/domain/change.ts';
import type {UserValues} from '../../source/domain/field.ts';
import {findUser, type Sheet} from '../../source/domain/sheet.ts';
import {createAnswers} from '../helpers/answer-effect.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

/** Five users, some of whom are given other values. */
function sheetWith(values: Readonly<Record<number, Partial<UserValues>>>): Sheet {
	const sheet = makeSheet(5);
	return {...sheet, users: sheet.users.map((user) => ({...user, ...values[user.id]}))};
}

const blanks = sheetWith({
	1: {directoryNumber: '20 01'},
	3: {directoryNumber: '20 03', email: 'ann@'},
	4: {directoryNumber: '20 04'},
});

function open(sheet: Sheet): ModelSession {
	const session = openSession(sheet, {answer: createAnswers()});
	session.press(':', 'problems', 'enter');
	return session;
}

function listOf(session: ModelSession): ProblemsState {
	const screen = topScreen(session.model());
	if (screen?.name !== 'problems') throw new Error('The list of problems is not open');
	return screen;
}

const shown = (session: ModelSession) => {
	const {listed = [], table} = listOf(session);
	return table.rows.map((place) => `${listed[place]?.user.id} ${listed[place]?.problem.code}`);
};

const numbers = (session: ModelSession) => session.stored().users.map((user) => user.directoryNumber);

describe('the list of problems', () => {
	it('has all of them by kind', () => {
		const session = open(blanks);
		expect(shown(session)).toEqual([
			'1 directory-number',
			'3 directory-number',
			'4 directory-number',
			'3 email-address',
		]);
		expect(listOf(session).summary).toBe('4 errors and 0 warnings of 3 users');
	});

	it('goes to the value in the grid, also of a user whom the filter hides', () => {
		const session = openSession(blanks, {answer: createAnswers()});
		session.press('/', 'nobody', 'enter', ':', 'problems', 'enter', 'end', 'ctrl+end', 'enter');
		const {grid, screens, notice} = session.model();
		expect(screens).toEqual([]);
		expect(grid.rows[grid.cursor.row]).toBe(3);
		expect(grid.filter).toBe('');
		session.press('enter');
		expect(session.model().grid.editor?.key).toBe('email');
		expect(notice?.text).toContain('e-mail');
	});

	it('puts in the right value of the one under the cursor, and is up to date', () => {
		const session = open(blanks);
		session.press('down', 'f');
		expect(numbers(session)[2]).toBe('2003');
		expect(shown(session)).toEqual(['1 directory-number', '4 directory-number', '3 email-address']);
		expect(listOf(session).table.cursor.row).toBe(1);
	});

	it('puts in those of all alike as one change, and one undo takes it back', () => {
		const session = open(blanks);
		session.press('e');
		expect(shown(session)).toEqual(['3 email-address']);
		expect(session.model().undo.map(({label}) => label)).toEqual(['Fix Directory Number of 3 users']);
		session.press('escape', 'ctrl+z');
		expect(session.stored().users).toEqual(blanks.users);
	});

	it('puts in those of the marked ones, and keeps other marks', () => {
		const session = open(blanks);
		session.press('space', 'down', 'down', 'space', 'f');
		expect(numbers(session).slice(0, 4)).toMatchObject({0: '2001', 2: '20 03', 3: '2004'});
		expect(listOf(session).table.marks.size).toBe(0);
	});

	it('puts in those of a range', () => {
		const session = open(blanks);
		session.press('shift+down', 'f');
		expect(numbers(session).slice(0, 4)).toMatchObject({0: '2001', 2: '2003', 3: '20 04'});
	});

	it('says where no right value is known', () => {
		const session = open(blanks);
		session.press('ctrl+end', 'f');
		expect(session.model().notice).toMatchObject({tone: 'bad'});
		expect(session.stored()).toBe(blanks);
	});

	it('filters and sorts as every list does, and Esc goes back step by step', () => {
		const session = open(blanks);
		session.press('/', 'e-mail', 'enter');
		expect(shown(session)).toEqual(['3 email-address']);
		session.press('escape');
		expect(shown(session).length).toBe(4);
		session.press('ctrl+o', 'ctrl+o');
		expect(shown(session)[0]).toBe('4 directory-number');
		session.press('escape');
		expect(topScreen(session.model())).toBeUndefined();
	});

	it('follows what others change, with the cursor on its problem', () => {
		const session = open(blanks);
		session.press('ctrl+end');
		const before = findUser(session.stored(), 1);
		if (before === undefined) throw new Error('No user 1');
		session.commitByOther(updateChange('Edit', before, {...before, directoryNumber: '2001'}));
		expect(shown(session).length).toBe(3);
		expect(listOf(session).table.cursor.row).toBe(2);
	});
});

describe('keys while problems are looked for', () => {
	it('wait, and Esc stops it', () => {
		const session = openSession(blanks);
		session.press(':', 'problems', 'enter', 'down');
		expect(session.effects.at(-1)?.type).toBe('problem/list');
		expect(session.model().typedAhead.length).toBe(1);
		session.press('escape');
		expect(session.effects.at(-1)?.type).toBe('problem/cancel');
		expect(topScreen(session.model())).toBeUndefined();
	});
});

describe('the user before with something wrong', () => {
	it('is found upwards, round the end', () => {
		const session = openSession(blanks);
		const ids: (number | undefined)[] = [];
		for (const key of ['f7', 'f7', 'f7', 'shift+f7', 'shift+f7', 'shift+f7']) {
			session.press(key);
			const {grid} = session.model();
			ids.push(grid.rows[grid.cursor.row]);
		}
		expect(ids).toEqual([3, 4, 1, 4, 3, 1]);
	});
});
