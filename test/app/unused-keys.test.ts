import {expect, it} from 'vitest';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';

it.each([
	['in the grid', [], 'f12', 'F12 does nothing here. ? shows all keys.'],
	['in the grid', [], 'ctrl+b', 'Ctrl+B does nothing here. ? shows all keys.'],
	['in a cell', ['f2'], 'ctrl+v', 'Ctrl+V does nothing here. F1 shows all keys.'],
	['in the form', ['f4'], 'f8', 'F8 does nothing here. F1 shows all keys.'],
	['in the history', ['f9'], 'x', 'x does nothing here. ? shows all keys.'],
	['at a question', ['ctrl+k'], 'x', 'x does nothing here. F1 shows all keys.'],
	['in help', ['?'], 'f5', 'F5 does nothing here.'],
])('%s: %j, then %s', (_, way, key, text) => {
	const session = openSession(makeSheet(3));
	session.press(...way, key);
	expect(session.model().notice?.text).toBe(text);
});

it('is not said of text where text is typed', () => {
	const session = openSession(makeSheet(3));
	session.press('x', 'y');
	expect(session.model().notice).toBeUndefined();
	session.press('escape', '/', 'z');
	expect(session.model().notice).toBeUndefined();
});

it('is said of a paste where nothing takes text', () => {
	const session = openSession(makeSheet(3));
	session.press('ctrl+k');
	session.send({type: 'input/paste', text: 'y'});
	expect(session.model().notice?.text).toBe('Pasted text does nothing here. F1 shows all keys.');
	expect(session.model().screens).toHaveLength(1);
});

it('refuses a paste that is too long', () => {
	const session = openSession(makeSheet(3));
	session.press('f2');
	session.send({type: 'input/refuse-paste'});
	expect(session.model().notice?.tone).toBe('bad');
	expect(session.model().grid.editor).toBeDefined();
});
