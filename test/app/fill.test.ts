import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import type {User} from '../../source/domain/user.ts';
import {createAnswers} from '../helpers/answer-effect.ts';
import {goTo} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

const five = (change: (user: User) => Partial<User> = () => ({})) => ({
	...makeSheet(5),
	profiles: [...makeSheet(5).profiles, ...makeSheet(5).profiles.map((one) => ({...one, name: 'Remote'}))],
	users: makeSheet(5).users.map((user) => ({
		...user,
		firstName: `Ann${user.id}`,
		voicemailNumber: '',
		...change(user),
	})),
});
const values = (session: ModelSession, key: keyof User) => session.stored().users.map((user) => user[key]);
const question = (session: ModelSession) => {
	const screen = topScreen(session.model());
	return screen?.name === 'confirm' ? [screen.question, ...screen.details].join('\n') : '';
};
const open = (...args: Parameters<typeof five>) => openSession(five(...args), {answer: createAnswers()});

describe('fill down', () => {
	it.each([
		[
			'a range from its first row',
			['down', 'shift+down', 'shift+down'],
			['Ann1', 'Ann2', 'Ann2', 'Ann2', 'Ann5'],
		],
		['upwards as well', ['down', 'down', 'shift+up'], ['Ann1', 'Ann2', 'Ann2', 'Ann4', 'Ann5']],
		['the whole column', ['ctrl+u'], ['Ann1', 'Ann1', 'Ann1', 'Ann1', 'Ann1']],
		['to the last row', ['ctrl+shift+end'], ['Ann1', 'Ann1', 'Ann1', 'Ann1', 'Ann1']],
		[
			'marked ones',
			['down', 'space', 'down', 'down', 'space', 'up'],
			['Ann1', 'Ann2', 'Ann3', 'Ann2', 'Ann5'],
		],
		['one cell from the one above', ['down'], ['Ann1', 'Ann1', 'Ann3', 'Ann4', 'Ann5']],
	])('%s', (_, keys, expected) => {
		const session = open();
		session.press(...keys, 'ctrl+d');
		if (topScreen(session.model()) !== undefined) session.press('y');
		expect(values(session, 'firstName')).toEqual(expected);
		session.press('ctrl+z');
		expect(values(session, 'firstName')).toEqual(['Ann1', 'Ann2', 'Ann3', 'Ann4', 'Ann5']);
	});

	it('asks with counts before more than the user under the cursor changes', () => {
		const session = open();
		session.press('ctrl+u', 'ctrl+d');
		expect(question(session)).toMatch(
			/^Fill First name of 5 users of the range with "Ann1"\?\n4 users change; 4 values are replaced\./,
		);
		session.press('enter', 'ctrl+d', 'n');
		expect(values(session, 'firstName')).toEqual(['Ann1', 'Ann2', 'Ann3', 'Ann4', 'Ann5']);
	});

	it('is one change with a name', () => {
		const session = open();
		session.press('ctrl+u', 'ctrl+d', 'y');
		expect(session.history[0]?.change.label).toBe('Fill First name of 4 users');
		session.press('escape', 'ctrl+home', 'down', 'A', 'enter', 'ctrl+d');
		expect(session.history[0]?.change.label).toBe('Fill First name of Ann1 Lopez');
	});

	it('has nothing to fill the first row with', () => {
		const session = open();
		session.press('ctrl+d');
		expect(session.model().notice).toEqual({tone: 'bad', text: 'There is nothing above to fill with.'});
	});
});

describe('a value for many', () => {
	it('is asked for once, judged as in a cell, and leaves the others alone', () => {
		const session = open();
		session.press(goTo('email'), 'shift+down', 'f3', 'ann@', 'enter');
		expect(topScreen(session.model())).toMatchObject({name: 'fill', problem: expect.any(String)});
		session.press('example.com', 'enter', 'y');
		expect(session.model().screens).toEqual([]);
		const [first, second, third] = values(session, 'email');
		expect([first, second]).toEqual(['ann@example.com', 'ann@example.com']);
		expect(third).not.toBe(first);
		expect(session.history[0]?.change.label).toBe('Fill Email address of 2 users');
	});

	it('is written at once where it is only for the user under the cursor', () => {
		const session = open();
		session.press('down', 'f3', 'Zoe', 'enter');
		expect(session.model().screens).toEqual([]);
		expect(values(session, 'firstName')).toEqual(['Ann1', 'Zoe', 'Ann3', 'Ann4', 'Ann5']);
	});

	it('tells of equal addresses before they are written', () => {
		const session = open();
		session.press(goTo('email'), 'shift+down', 'f3', 'ann@example.com', 'enter');
		expect(question(session)).toMatch(/2 values deserve a look: .*also has it/);
	});

	it('skips and counts what is read-only', () => {
		const session = open(({id}) => (id === 2 ? {origin: 'mbg'} : {}));
		session.press('ctrl+a', 'f3', 'Zoe', 'enter');
		expect(question(session)).toContain('1 cell is read-only, and stays as before.');
		session.press('y');
		expect(values(session, 'firstName')).toEqual(['Zoe', 'Ann2', 'Zoe', 'Zoe', 'Zoe']);
	});

	it('is a profile from the list, from any column', () => {
		const session = open();
		session.press('ctrl+a', ':', 'profile', 'enter', 'r', 'enter', 'y');
		expect(values(session, 'profile')).toEqual(Array.from({length: 5}, () => 'Remote'));
		expect(session.history[0]?.change.label).toBe('Set Profile of 5 users');
	});

	it('is a profile from the list in its column, and a PIN in that of PINs', () => {
		const session = open();
		session.press(goTo('profile'), 'shift+down', 'f3');
		expect(topScreen(session.model())?.name).toBe('choice');
		session.press('escape', goTo('deploymentPin'), 'shift+up', 'f3');
		expect(topScreen(session.model())?.name).toBe('pin');
	});

	it('is refused in the column of IDs', () => {
		const session = open();
		session.press('home', 'shift+down', 'f3');
		expect(session.model().notice?.tone).toBe('bad');
		expect(session.model().screens).toEqual([]);
	});

	it('is not shown in a question where it is a secret', () => {
		const session = open();
		session.press(goTo('servicePassword'), 'shift+down', 'f3', 'hunter22', 'enter');
		expect(question(session)).not.toContain('hunter22');
		session.press('y');
		expect(session.history[0]?.change.label).not.toContain('hunter22');
		expect(values(session, 'servicePassword').slice(0, 2)).toEqual(['hunter22', 'hunter22']);
	});
});

describe('Delete', () => {
	it('clears the range after a question', () => {
		const session = open();
		session.press('shift+down', 'delete');
		expect(question(session)).toMatch(/^Clear First name of 2 users of the range\?/);
		session.press('y');
		expect(values(session, 'firstName')).toEqual(['', '', 'Ann3', 'Ann4', 'Ann5']);
		expect(session.history[0]?.change.label).toBe('Clear First name of 2 users');
	});

	it('names and counts what is required, and clears the rest', () => {
		const session = open();
		session.press('shift+right', 'delete');
		expect(session.model().notice?.text).toMatch(
			/1 value is not possible and not written: Ann1 .*, Last name: Required\./,
		);
		expect(values(session, 'firstName')[0]).toBe('');
		expect(values(session, 'lastName')[0]).not.toBe('');
	});

	it('says so where nothing can be cleared', () => {
		const session = open();
		session.press(goTo('lastName'), 'shift+down', 'delete');
		expect(session.model().screens).toEqual([]);
		expect(session.model().notice?.text).toMatch(/^Nothing was changed\. 2 values are not possible/);
	});
});

describe('many users', () => {
	it('are worked out by the shell, while keys wait', () => {
		const session = openSession(makeSheet(1200));
		session.press('ctrl+u', 'ctrl+d', 'y');
		const effect = session.effects.at(-1);
		if (effect?.type !== 'fill/plan') throw new Error('No plan was asked for');
		const answer = createAnswers()(effect);
		if (answer !== undefined) session.send(answer);
		expect(new Set(values(session, 'firstName')).size).toBe(1);
	});
});
