import {describe, expect, it} from 'vitest';
import {updateChange} from '../../source/domain/change.ts';
import {findUser} from '../../source/domain/sheet.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';
import {userOf} from '../helpers/slow-store.ts';

const sheet = makeSheet(1001);

/** Everybody was deleted, and that is being taken back. */
function openUndoing(): ModelSession {
	const session = openSession(sheet);
	session.press('ctrl+a', 'ctrl+k', 'y');
	expect(session.stored().users).toEqual([]);
	session.press('ctrl+z');
	return session;
}

describe('an undo of many users', () => {
	it('says what is done, and keys typed meanwhile are pressed when it is', () => {
		const session = openUndoing();
		session.press('x', 'enter');
		expect(session.model().notice?.text).toBe('Undoing: Delete 1,001 users …');
		expect(session.model().sheet.users).toEqual([]);
		session.answerUndo();
		expect(session.stored().users.slice(1)).toEqual(sheet.users.slice(1));
		expect(session.stored().users[0]?.firstName).toBe('x');
	});

	it('and doing it again', () => {
		const session = openUndoing();
		session.answerUndo();
		expect(session.stored().users).toEqual(sheet.users);
		session.press('ctrl+y');
		expect(session.model().notice?.text).toBe('Doing again: Delete 1,001 users …');
		session.answerUndo();
		expect(session.stored().users).toEqual([]);
		session.press('ctrl+z');
		session.answerUndo();
		expect(session.stored().users).toEqual(sheet.users);
		expect(session.model().redo.length).toBe(1);
	});

	it.each(['escape', 'ctrl+c'])('is left with %s, and what was typed with it', (key) => {
		const session = openUndoing();
		session.press('ctrl+y', key);
		expect(session.model()).toMatchObject({notice: {text: 'Everything was left as it is.'}, typedAhead: []});
		session.answerUndo();
		expect(session.stored().users).toEqual([]);
		session.press('ctrl+z');
		session.answerUndo();
		expect(session.stored().users).toEqual(sheet.users);
	});

	it('is planned again where somebody else has changed the sheet meanwhile', () => {
		const session = openSession(sheet);
		session.press('ctrl+a', 'f6', '270451', 'enter');
		const plan = session.effects.findLast((effect) => effect.type === 'pin/plan');
		if (plan === undefined) throw new Error('No PINs were asked for');
		const updated = plan.users.map((user) => [user, {...user, deploymentPin: '270451'}] as const);
		session.send({
			type: 'pin/planned',
			change: {label: 'Set the PIN of 1,001 users', added: [], updated, removed: []},
		});
		session.press('y', 'ctrl+z');
		const theirs = userOf(session.stored(), 7);
		session.commitByOther(updateChange('Edit', theirs, {...theirs, deploymentPin: '314159'}));
		session.answerUndo();
		expect(findUser(session.model().sheet, 1)?.deploymentPin).toBe('270451');
		session.answerUndo();
		expect(session.stored().users.filter(({deploymentPin}) => deploymentPin === '270451')).toEqual([]);
		expect(findUser(session.stored(), 7)?.deploymentPin).toBe('314159');
		expect(session.model().notice?.text).toContain('1 thing is left as it is');
	});
});
