import {describe, expect, it} from 'vitest';
import {keymaps} from '../../source/app/keymap/keymaps.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

function openVim(): ModelSession {
	return openSession(makeSheet(30), {keymap: keymaps.vim});
}

const firstNameOf = (session: ModelSession) => session.stored().users[0]?.firstName;
const topName = (session: ModelSession) => session.model().screens.at(-1)?.name;
const remembered = (session: ModelSession) =>
	session.effects.flatMap((effect) => (effect.type === 'keymap/remember' ? [effect.name] : []));

describe('Vim keys', () => {
	it.each([
		['j', {row: 1}],
		['jjk', {row: 1}],
		['G', {row: 29}],
		['Ggg', {row: 0}],
		['5j', {row: 5}],
		['12G', {row: 11}],
		['ll', {column: 3}],
		['$', {column: 15}],
		['$0', {column: 0}],
	])('%s moves the cursor', (keys, place) => {
		const session = openVim();
		const {column} = session.model().grid.cursor;
		session.press(...keys);
		const {cursor} = session.model().grid;
		if ('row' in place) expect(cursor.row).toBe(place.row);
		else if (keys === 'll') expect(cursor.column).toBe(column + 2);
		else if (keys === '$0') expect(cursor.column).toBe(0);
		else expect(cursor.column).toBeGreaterThan(column + 5);
	});

	it('go a page down and up', () => {
		const session = openVim();
		session.press('ctrl+d');
		expect(session.model().grid.cursor.row).toBeGreaterThan(10);
		session.press('ctrl+u');
		expect(session.model().grid.cursor.row).toBe(0);
	});

	it('edit, replace, clear, undo and redo', () => {
		const session = openVim();
		const before = firstNameOf(session);
		session.press('i', 'Zoe', 'enter');
		expect(firstNameOf(session)).toBe(`${before}Zoe`);
		session.press('k', 'c', 'jkl', 'enter');
		expect(firstNameOf(session)).toBe('jkl');
		session.press('u', 'u');
		expect(firstNameOf(session)).toBe(before);
		session.press('ctrl+r', 'ctrl+r');
		expect(firstNameOf(session)).toBe('jkl');
		session.press('k', 'x');
		expect(firstNameOf(session)).toBe('');
	});

	it('show PINs with a key of their own, as that of the sheet is taken', () => {
		const session = openVim();
		session.press('f3');
		expect(session.model().revealed).toBe(true);
		expect(session.model().notice?.text).toContain('F3');
	});

	it('are named by every text', () => {
		const session = openVim();
		session.press('ctrl+k');
		const screen = session.model().screens.at(-1);
		expect(screen?.name === 'confirm' && screen.details.at(-1)).toBe('u takes this back.');
	});

	it('work in the history', () => {
		const session = openVim();
		for (const name of ['a', 'b', 'c']) session.press('c', name, 'enter');
		session.press('f9', 'G', 'g', 'g', '2', 'j', 'enter');
		const screen = session.model().screens.at(-1);
		expect(screen?.name === 'history' && screen.opened?.summary.revision).toBe(session.history[2]?.revision);
		session.press('escape', 'escape');
		expect(topName(session)).toBeUndefined();
	});
});

describe('a switch of keys', () => {
	it('works at once, both ways, and is remembered', () => {
		const session = openSession(makeSheet(3));
		session.press(':', 'vim keys', 'enter', 'j');
		expect(session.model().grid.cursor.row).toBe(1);
		session.press(':', 'sheet keys', 'enter', 'j');
		expect(session.model().grid.editor?.field.text).toBe('j');
		expect(remembered(session)).toEqual(['vim', 'sheet']);
	});
});

describe('somebody who types only h, j, k or l into a cell', () => {
	const open = () => openSession(makeSheet(3), {offersVim: true});

	it.each([
		['and leaves it', 'escape'],
		['and keeps it', 'enter'],
		['and goes on', 'down'],
	])('is asked whether to have Vim keys: %s', (_, key) => {
		const session = open();
		session.press('jj', key);
		expect(topName(session)).toBe('confirm');
		session.press('y', 'j');
		expect(session.model().keymap).toBe(keymaps.vim);
		expect(session.model().grid.editor).toBeUndefined();
		expect(remembered(session)).toEqual(['vim']);
	});

	it('is asked once', () => {
		const session = open();
		session.press('j', 'escape', 'n', 'k', 'escape');
		expect(topName(session)).toBeUndefined();
		expect(remembered(session)).toEqual(['sheet']);
	});

	it.each([
		['another letter', ['jill', 'escape']],
		['an old value', ['f2', 'j', 'escape']],
	])('is not asked for %s', (_, keys) => {
		const session = open();
		session.press(...keys);
		expect(topName(session)).toBeUndefined();
	});

	it('is not asked where keys were chosen before', () => {
		const session = openSession(makeSheet(3));
		session.press('jj', 'escape');
		expect(topName(session)).toBeUndefined();
	});
});
