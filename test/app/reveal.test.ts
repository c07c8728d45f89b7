import {expect, it} from 'vitest';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';

const waits = ({effects}: ReturnType<typeof openSession>) =>
	effects.filter(({type}) => type === 'screen/hide-later').length;

it('masks PINs again by itself, a minute after the last key (rules.md 3.19)', () => {
	const session = openSession(makeSheet(2));
	session.press('down', 'ctrl+r');
	expect(session.model().revealed).toBe(true);
	expect(waits(session)).toBe(1);
	session.press('up');
	expect(waits(session)).toBe(2);
	session.send({type: 'screen/hide-secrets'});
	expect(session.model()).toMatchObject({revealed: false, notice: {text: 'PINs and secrets are hidden.'}});
});

it('says nothing where they are masked already', () => {
	const session = openSession(makeSheet(2));
	session.press('ctrl+r', 'ctrl+r', 'down');
	const before = session.model();
	session.send({type: 'screen/hide-secrets'});
	expect(session.model()).toBe(before);
	expect(waits(session)).toBe(1);
});

it('masks what is being typed, too, and leaves it there', () => {
	const session = openSession(makeSheet(1));
	session.press('f6', 'ctrl+r', ...'4711');
	session.send({type: 'screen/hide-secrets'});
	expect(session.model().revealed).toBe(false);
	expect(session.model().screens.at(-1)).toMatchObject({name: 'pin', field: {text: '4711'}});
});
