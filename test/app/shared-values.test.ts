import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {findProblems} from '../../source/domain/check-in-sheet.ts';
import type {FieldKey, UserValues} from '../../source/domain/field.ts';
import {findUser, type Sheet} from '../../source/domain/sheet.ts';
import {finishWork} from '../../source/domain/work.ts';
import {describeCell} from '../../source/ui/users/describe-cell.ts';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';
import {goTo as goToColumn, goToField} from '../helpers/go-to.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

/** A sheet with users who are all right by themselves, and have these values. */
function sheetWith(...users: readonly Partial<UserValues>[]): Sheet {
	return sheetOf(
		...users.map((values, place) =>
			makeUser(place + 1, {lastName: `A${place + 1}`, email: `a${place + 1}@example.com`, ...values}),
		),
	);
}

/** Moves the cursor to a user and a column. */
function goTo(session: ModelSession, row: number, key: FieldKey): void {
	session.press(goToColumn(key));
	session.send({type: 'table/move-cursor', rows: row - session.model().grid.cursor.row, columns: 0});
}

const notice = (session: ModelSession) => session.model().notice?.text;
const question = (session: ModelSession) => {
	const screen = topScreen(session.model());
	return screen?.name === 'confirm' ? [screen.question, ...screen.details].join(' ') : undefined;
};

describe('a value that others have (rules.md 3.15)', () => {
	it('is saved in a cell, with a warning that names who has it', () => {
		const session = openSession(sheetWith({}, {directoryNumber: '2001'}));
		goTo(session, 0, 'directoryNumber');
		session.press('2001', 'enter');
		expect(notice(session)).toBe('ID 2, A2, also has it. Give each user one of their own.');
		expect(findUser(session.stored(), 1)?.directoryNumber).toBe('2001');
	});

	it('is told in the line under the grid for as long as it is so, of both users', () => {
		const session = openSession(sheetWith({serviceUser: 'ann'}, {serviceUser: 'Ann'}));
		const detail = (row: number) => {
			goTo(session, row, 'serviceUser');
			const {notice: _, ...model} = session.model();
			return describeCell(model).text;
		};
		expect(detail(0)).toContain('ID 2, A2, also has it.');
		expect(detail(1)).toContain('ID 1, A1, also has it.');
		session.press('ben', 'enter');
		expect(detail(0)).not.toContain('also');
		session.press('ctrl+z');
		expect(detail(0)).toContain('also');
	});

	it('is told in the form when the field is left, and keeps nobody from saving', () => {
		const session = openSession(sheetWith({email: 'team@example.com'}));
		session.press('f4', goToField('lastName'), 'Archer', goToField('email'), 'Team@example.com', 'tab');
		const form = topScreen(session.model());
		expect(form?.name === 'form' && [...form.problems].map(([key, {code}]) => `${key} ${code}`)).toEqual([
			'email shared-email',
		]);
		session.press('ctrl+s');
		expect(session.stored().users).toHaveLength(2);
		expect(notice(session)).toContain('ID 1, A1, also has it.');
	});

	it('is shown in the form beside what must be corrected', () => {
		const session = openSession(sheetWith({email: 'team@example.com'}));
		session.press('f4', goToField('email'), 'team@example.com', 'ctrl+s');
		const form = topScreen(session.model());
		expect(form?.name === 'form' && [...form.problems.values()].map(({code}) => code)).toEqual([
			'required',
			'shared-email',
		]);
		expect(notice(session)).toContain('1 field needs a look');
	});
});

describe('the next problem', () => {
	it('is also a value that others have, and the worst of a user', () => {
		const session = openSession(
			sheetWith({}, {email: 'x', directoryNumber: '7'}, {directoryNumber: '7'}, {}),
		);
		session.press('f7');
		expect(notice(session)).toContain('Email address "x"');
		session.press('f7');
		expect(notice(session)).toContain('ID 2, A2, also has it.');
		session.press('f7');
		expect(notice(session)).toContain('Email address "x"');
	});

	const many = sheetWith(
		...Array.from({length: 1500}, (_, place) => ({directoryNumber: place > 1490 ? '7' : ''})),
	);

	/** What the shell answers. */
	function answer(session: ModelSession): void {
		const effect = session.effects.at(-1);
		if (effect?.type !== 'problem/find') throw new Error('No problem was looked for');
		const found = finishWork(findProblems(effect.sheet, effect.ids, 1));
		session.send({type: 'users/problem-found', ids: effect.ids, found});
	}

	it('is looked for by the shell among many users, and keys wait for it', () => {
		const session = openSession(many);
		session.press('f7', 'X', 'enter');
		answer(session);
		expect(session.stored().users.filter(({directoryNumber}) => directoryNumber === 'X')).toHaveLength(1);
		expect(findUser(session.stored(), 1492)?.directoryNumber).toBe('X');
	});

	it('is left by Esc, and comes too late then', () => {
		const session = openSession(many);
		session.press('f7', 'down', 'escape');
		const {grid} = session.model();
		answer(session);
		expect(session.model().grid).toBe(grid);
	});
});

describe('a service user name that changes (rules.md 3.16)', () => {
	it('is told in the cell, by undo and by redo, and not where there was none', () => {
		const session = openSession(sheetWith({serviceUser: 'ann'}, {}));
		goTo(session, 0, 'serviceUser');
		session.press('anna', 'enter');
		expect(notice(session)).toContain('factory reset');
		session.press('ctrl+z');
		expect(notice(session)).toContain('1 client now needs a factory reset');
		session.press('ctrl+y');
		expect(notice(session)).toContain('1 client now needs a factory reset');
		goTo(session, 1, 'serviceUser');
		session.press('ben', 'enter');
		expect(notice(session)).toBeUndefined();
	});
});

describe('switching stand-alone (rules.md 1.4)', () => {
	it('asks, with the number of users that would fall short, and does nothing before', () => {
		const session = openSession(sheetWith({}, {}, {pbxSipHost: 'p', pbxSipUser: '1', pbxSipPassword: 'x'}));
		session.send({type: 'settings/ask-stand-alone'});
		expect(question(session)).toMatch(/^Switch stand-alone deployment on\? 2 users lack at least one of PBX/);
		session.press('n');
		expect(session.stored().settings.standAlone).toBe(false);
		session.send({type: 'settings/ask-stand-alone'});
		session.press('y');
		expect(session.stored().settings.standAlone).toBe(true);
		session.send({type: 'settings/ask-stand-alone'});
		expect(question(session)).toMatch(/^Switch stand-alone deployment off\?/);
	});
});
