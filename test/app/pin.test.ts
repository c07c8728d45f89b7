import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {emptyChange, updateChange} from '../../source/domain/change.ts';
import {planPins} from '../../source/domain/pins/plan-pins.ts';
import {finishWork} from '../../source/domain/work.ts';
import {makeSheet, makeUsers} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';
import {openSlowSession, userOf} from '../helpers/slow-store.ts';

/** What the shell answers when it is asked to plan one PIN for the users. */
function plan(session: ModelSession, pin: string): void {
	const effect = session.effects.at(-1);
	if (effect?.type !== 'pin/plan') throw new Error('No plan was asked for');
	const made = finishWork(planPins(effect.users, {kind: 'typed', pin}, () => 0));
	session.send({type: 'pin/planned', ...made, users: effect.users});
}

const question = (session: ModelSession) => {
	const screen = topScreen(session.model());
	return screen?.name === 'confirm' ? [screen.question, ...screen.details].join('\n') : '';
};

const withPins = (...pins: readonly string[]) => ({
	...makeSheet(pins.length),
	users: makeUsers(pins.length).map((user, index) => ({...user, deploymentPin: pins[index] ?? ''})),
});

describe('setting one PIN for many', () => {
	it('sets one PIN, and not that of everybody, where nothing is marked', () => {
		const session = openSession(withPins('4711', '4712', '4713'));
		session.press('down', 'f6', '0042', 'enter');
		plan(session, '0042');
		expect(question(session)).toMatch(
			/\(ID 2\) the PIN that was typed\?\nThere is a PIN already, which is replaced/,
		);
		session.press('y');
		expect(session.stored().users.map((user) => user.deploymentPin)).toEqual(['4711', '0042', '4713']);
	});

	it('has two choices for one user, and three for several', () => {
		const session = openSession(withPins('', ''));
		session.press('f6', 'down', 'down');
		expect(topScreen(session.model())).toMatchObject({mode: 'typed'});
		session.press('escape', 'ctrl+a', 'f6', 'down', 'down');
		expect(topScreen(session.model())).toMatchObject({mode: 'generated-each'});
	});

	it('tells who is affected before anything is set (rules.md 2.7)', () => {
		const session = openSession(withPins('4711', '', '8080'));
		session.press('ctrl+a', 'f6', '0042', 'enter');
		expect(session.effects.at(-1)).toMatchObject({type: 'pin/plan', choice: {kind: 'typed', pin: '0042'}});
		plan(session, '0042');
		expect(question(session)).toMatch(/^Give 3 marked users the PIN that was typed\?\n2 of them have a PIN/);
		session.press('enter', 'f6', 'n');
		expect(session.stored().users.map((user) => user.deploymentPin)).toEqual(['4711', '', '8080']);
		session.press('enter');
		plan(session, '0042');
		session.press('y');
		expect(session.stored().users.map((user) => user.deploymentPin)).toEqual(['0042', '0042', '0042']);
		expect(session.model().notice?.text).not.toContain('0042');
		session.press('ctrl+z');
		expect(session.stored().users.map((user) => user.deploymentPin)).toEqual(['4711', '', '8080']);
	});

	it('says how many would have the PIN, where they are many (rules.md 3.15)', () => {
		const session = openSession(withPins('', '', '', '', '8080', '0042'));
		session.press('ctrl+a', 'f6', '0042', 'enter');
		plan(session, '0042');
		expect(question(session)).toContain('Then 6 of 6 users have this PIN.');
		session.press('n', 'escape', 'escape', 'f6', '0042', 'enter');
		plan(session, '0042');
		expect(question(session)).not.toContain('have this PIN');
	});

	it('says that a PIN is easy to guess, and lets it be', () => {
		const session = openSession(withPins(''));
		session.press('f6', '1234', 'enter');
		plan(session, '1234');
		expect(question(session)).toContain('easy to guess:');
	});

	it('says of how many it is a number of their own', () => {
		const sheet = {
			...makeSheet(3),
			users: makeUsers(3).map((user, index) => ({...user, directoryNumber: `482${index}`})),
		};
		const session = openSession(sheet);
		session.press('ctrl+a', 'f6', '4821', 'enter');
		plan(session, '4821');
		expect(question(session)).toContain('easy to guess for 1 of 3 users:');
	});

	it.each([
		['12', '4 to 20 digits'],
		['12a4', 'Only digits'],
		['1'.repeat(21), '4 to 20 digits'],
	])('refuses %s', (pin, reason) => {
		const session = openSession(withPins(''));
		session.press('f6', ...pin, 'enter');
		expect(session.effects).toEqual([]);
		expect(topScreen(session.model())).toMatchObject({name: 'pin', problem: expect.stringContaining(reason)});
		session.press('backspace');
		expect(topScreen(session.model())).not.toHaveProperty('problem');
	});

	it('asks for a PIN before it goes on', () => {
		const session = openSession(withPins(''));
		session.press('f6', 'enter');
		expect(session.model().notice?.text).toBe('Type the PIN first.');
	});

	it('says so where somebody else has deleted them all meanwhile', () => {
		const session = openSession(withPins('', ''));
		session.press('f6', '4711', 'enter');
		plan(session, '4711');
		session.commitByOther({...emptyChange('Delete'), removed: session.stored().users});
		session.press('y');
		expect(session.model().notice?.text).toBe('Another person has deleted them. Nothing was changed.');
		expect(session.model().undo).toEqual([]);
	});

	it('writes nothing when all have it already', () => {
		const sheet = withPins('4711', '4711');
		const session = openSession(sheet);
		session.press('ctrl+a', 'f6', 'down', 'down', 'enter');
		const asked = session.effects.at(-1);
		if (asked?.type !== 'pin/plan') throw new Error('No plan was asked for');
		session.send({
			type: 'pin/planned',
			change: emptyChange('Set the PIN of 2 users'),
			easy: 0,
			weakness: undefined,
			users: asked.users,
		});
		session.press('y');
		expect(session.stored()).toBe(sheet);
		expect(session.model().notice?.text).toContain('nothing was changed');
	});
});

describe('an answer that comes late', () => {
	it('is not taken for another question', () => {
		const session = openSession(withPins('', ''));
		session.press('f6', '4711', 'enter', 'escape', 'f6');
		plan(session, '4711');
		expect(topScreen(session.model())?.name).toBe('pin');
	});

	it('is not taken for the same question asked again, about other PINs or other users', () => {
		const session = openSession(withPins('', ''));
		session.press('ctrl+a', 'f6', 'down', 'enter');
		const asked = session.effects.at(-1);
		if (asked?.type !== 'pin/plan') throw new Error('No plan was asked for');
		session.press('escape', 'f6', 'down', 'down', 'enter');
		session.send({
			type: 'pin/planned',
			change: emptyChange('Set the PIN of 2 users'),
			easy: 0,
			weakness: undefined,
			users: asked.users,
		});
		expect(question(session)).toBe('');
		plan(session, '4711');
		expect(question(session)).toContain('a generated PIN each');
	});

	it('keeps the keys that were typed meanwhile', () => {
		const session = openSession(withPins('', ''));
		session.press('ctrl+a', 'f6', '4711', 'enter', 'y');
		plan(session, '4711');
		expect(session.stored().users.map((user) => user.deploymentPin)).toEqual(['4711', '4711']);
	});

	it('leaves alone what others changed between question and answer', () => {
		const session = openSlowSession(withPins('', ''));
		session.press('X', 'enter', 'ctrl+a', 'f6', '4711', 'enter');
		plan(session, '4711');
		const second = userOf(session.disk(), 2);
		session.writeAsOther(updateChange('by another', second, {...second, lastName: 'Theirs'}));
		session.answerAll();
		session.press('y');
		session.answerAll();
		expect(userOf(session.disk(), 2)).toMatchObject({lastName: 'Theirs', deploymentPin: '4711'});
		expect(userOf(session.disk(), 1)).toMatchObject({firstName: 'X', deploymentPin: '4711'});
	});
});
