import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {createAnswers} from '../helpers/answer-effect.ts';
import {goTo} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

const open = (amount = 4) => {
	const sheet = makeSheet(amount);
	const users = sheet.users.map((user) => ({...user, email: `ann${user.id}@old.example`}));
	return openSession({...sheet, users}, {answer: createAnswers()});
};
const emails = (session: ModelSession) =>
	session.stored().users.map(({email}) => email.slice(email.indexOf('@')));
const screenOf = (session: ModelSession) => {
	const screen = topScreen(session.model());
	return screen?.name === 'replace' ? screen : undefined;
};
const domain = ['ctrl+f', '@old', 'tab', '@new', 'enter'];

describe('find and replace', () => {
	it('looks through all shown where nothing is chosen, in the column under the cursor', () => {
		const session = open();
		session.press(goTo('email'), ...domain);
		expect(screenOf(session)?.found?.plan.lines).toHaveLength(4);
		session.press('y');
		expect(emails(session)).toEqual(['@new.example', '@new.example', '@new.example', '@new.example']);
		expect(session.history[0]?.change.label).toBe('Replace "@old" with "@new" in Email address of 4 users');
		session.press('ctrl+z');
		expect(new Set(emails(session))).toEqual(new Set(['@old.example']));
	});

	it.each([
		['the marked ones', ['down', 'space'], [2]],
		['the range', ['down', 'shift+down'], [2, 3]],
		['what the filter shows', ['/', 'ann4@', 'enter'], [4]],
	])('looks through %s', (_, keys, ids) => {
		const session = open();
		session.press(goTo('email'), ...keys, ...domain);
		expect(screenOf(session)?.found?.plan.lines.map(({user}) => user.id)).toEqual(ids);
	});

	it('leaves out lines that Space takes out', () => {
		const session = open();
		session.press(goTo('email'), ...domain, 'down', 'space', 'y');
		expect(emails(session)).toEqual(['@new.example', '@old.example', '@new.example', '@new.example']);
	});

	it('looks through all columns of text when that is switched on', () => {
		const session = open();
		session.press('ctrl+f', '@old', 'enter');
		expect(screenOf(session)?.problem).toBeDefined();
		session.press('up', 'space', 'down', 'tab', '@new', 'enter');
		expect(screenOf(session)?.found?.plan.lines).toHaveLength(4);
	});

	it('takes a regular expression, and says what is wrong with one', () => {
		const session = open();
		session.press(goTo('email'), 'ctrl+f', '^ann[12', 'tab', 'eve', 'tab', 'space', 'enter');
		expect(screenOf(session)?.problem).toContain(']');
		session.press('up', 'up', 'end', ']', 'enter', 'y');
		expect(session.stored().users.map(({email}) => email.slice(0, 3))).toEqual(['eve', 'eve', 'ann', 'ann']);
	});

	it('goes back to the form with what was typed, and from there to the grid', () => {
		const session = open();
		session.press(goTo('email'), ...domain, '/', 'ann1', 'enter', 'escape');
		expect(screenOf(session)?.found).toBeDefined();
		session.press('escape');
		expect(screenOf(session)).toMatchObject({
			find: {text: '@old'},
			replacement: {text: '@new'},
			found: undefined,
		});
		session.press('escape');
		expect(session.model().screens).toEqual([]);
	});

	it('writes nothing where no line is marked', () => {
		const session = open();
		session.press(goTo('email'), ...domain, 'ctrl+a', 'y');
		expect(session.model().notice?.tone).toBe('bad');
		expect(new Set(emails(session))).toEqual(new Set(['@old.example']));
	});

	it('is worked out by the shell for many users', () => {
		const session = open(400);
		session.press(goTo('email'), ...domain, 'y');
		expect(new Set(emails(session))).toEqual(new Set(['@new.example']));
	});
});
