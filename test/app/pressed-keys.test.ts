import {describe, expect, it} from 'vitest';
import {type Keymap, keyName} from '../../source/app/keymap/keymap.ts';
import {keymaps} from '../../source/app/keymap/keymaps.ts';
import {pendingText} from '../../source/app/keymap/pressed-keys.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

const keymap: Keymap = {...keymaps.vim, keys: {...keymaps.vim.keys, 'table.sort': ['g ctrl+o']}};

function open(): ModelSession {
	const session = openSession(makeSheet(50), {keymap});
	session.holdEscape = true;
	return session;
}

const rowOf = (session: ModelSession) => session.model().grid.cursor.row;
const pendingOf = (session: ModelSession) => pendingText(session.model());

describe('counts and sequences', () => {
	it.each([
		[['j'], 1],
		[['1', '2', 'j'], 12],
		[['1', '0', 'j', 'k'], 9],
		[['9', '9', 'j'], 49],
		[['9', '9', '9', '9', '9', '9', '9', '9', '9', '9', 'j'], 49],
		[['G'], 49],
		[['G', 'g', 'g'], 0],
		[['1', '2', 'G'], 11],
		[['1', '2', 'g', 'g'], 11],
		[['1', '2', 'down'], 12],
		[['g', 'down'], 1],
		[['5', 'escape', 'j'], 1],
		[['5', 'ctrl+c', 'j'], 1],
		[['g', 'x', 'j'], 1],
		[['0', 'j'], 1],
	])('%j lead to row %i', (keys, row) => {
		const session = open();
		session.press(...keys);
		expect(rowOf(session)).toBe(row);
		expect(session.model().pressedKeys).toBeUndefined();
	});

	it('show what was pressed until the last key of them', () => {
		const session = open();
		session.press('1', '2');
		expect(pendingOf(session)).toBe('12-');
		session.press('g');
		expect(pendingOf(session)).toBe('12g-');
		session.press('g');
		expect(pendingOf(session)).toBeUndefined();
	});

	it('do nothing with a key that none goes on with, and say so', () => {
		const session = open();
		const before = session.stored();
		session.press('2', 'g', 'x');
		expect(session.stored()).toBe(before);
		expect(session.model().notice?.text).toMatch(/^2gx does nothing here\./);
	});

	it('are taken back by Esc at once, which does nothing else', () => {
		const session = open();
		session.press('space', 'g', 'escape');
		expect(session.model().grid.marks.size).toBe(1);
		expect(pendingOf(session)).toBe('Esc-');
		session.press('6');
		expect(session.model().screens.at(-1)?.name).toBe('pin');
	});

	it('mean nothing in another place', () => {
		const session = open();
		session.press('g', 'f4', 'g');
		const form = session.model().screens.at(-1);
		expect(form?.name === 'form' && form.values.firstName).toBe('g');
	});

	it('give no text to a cell where keys are commands only, but a paste does', () => {
		const session = open();
		session.press('z');
		expect(session.model().grid.editor).toBeUndefined();
		session.send({type: 'input/paste', text: '12'});
		expect(session.model().grid.editor?.field.text).toBe('12');
	});

	it('are text while a cell is edited', () => {
		const session = open();
		session.press('enter', '1', '2', 'g', 'g');
		expect(session.model().grid.editor?.field.text).toMatch(/12gg$/);
	});

	it('have names', () => {
		expect(keyName({keymap}, 'table.first')).toBe('gg');
		expect(keyName({keymap}, 'table.sort')).toBe('g Ctrl+O');
	});
});

describe('the keys of a spreadsheet', () => {
	it('have no counts: digits are text', () => {
		const session = openSession(makeSheet(3));
		session.press('1', '2');
		expect(session.model().grid.editor?.field.text).toBe('12');
	});
});
