import {describe, expect, it} from 'vitest';
import {keyName} from '../../source/app/keymap/keymap.ts';
import {keymaps} from '../../source/app/keymap/keymaps.ts';
import {remapKeys, type WantedKeys} from '../../source/app/loop/remap-keys.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';

const remap = (wanted: WantedKeys) => remapKeys(keymaps.sheet, wanted);

describe('own keys', () => {
	it.each([
		['ctrl+b', 'Ctrl+B'],
		['Ctrl+B', 'Ctrl+B'],
		['Alt+Shift+PgUp', 'Alt+Shift+PgUp'],
		['F12', 'F12'],
		['g U', 'gU'],
		['é', 'é'],
	])('are written as footers do, or as chords: %s', (text, label) => {
		const keymap = remap({'change.undo': [text]});
		expect(keymap.problem).toBeUndefined();
		expect(keyName({keymap}, 'change.undo')).toBe(label);
	});

	it('run their commands, and the old ones none', () => {
		const keymap = remap({'user.add': ['ctrl+b'], 'change.undo': []});
		const session = openSession(makeSheet(2), {keymap});
		session.press('f4', 'ctrl+z');
		expect(session.model().screens).toEqual([]);
		session.press('ctrl+b');
		expect(session.model().screens.at(-1)?.name).toBe('form');
	});

	it('may be exchanged', () => {
		const keymap = remap({'user.add': ['F5'], 'import.open': ['F4']});
		expect(keymap.problem).toBeUndefined();
		expect(keyName({keymap}, 'import.open')).toBe('F4');
	});

	it('are said to be missing by a switch to a keymap that cannot have them', () => {
		const wanted = {'pin.reveal': ['F3'], 'user.add': ['g n']};
		const remapped = {
			sheet: remapKeys(keymaps.sheet, wanted),
			vim: remapKeys(keymaps.vim, {...wanted, 'table.sort': ['u']}),
		};
		const session = openSession(makeSheet(2), {keymaps: remapped});
		session.send({type: 'keymap/choose', name: 'vim'});
		expect(session.model().notice?.text).toMatch(/"change.undo" and "table.sort"/);
	});

	it('may be kept in part', () => {
		expect(remap({})).toEqual(keymaps.sheet);
	});

	it.each([
		[{'change.undo': ['Ctrl+Y']}, /Ctrl\+Y is for both "change.undo" and "change.redo"/],
		[{'change.undo': ['g'], 'change.redo': ['g r']}, /"change.undo" and "change.redo"/],
		[{'cell.cancel': ['x']}, /x is text, and cannot be for "cell.cancel"/],
		[{'export.cancel': ['space']}, /Space is text/],
		[{'change.repeat': ['F5']}, /no command "change.repeat"/],
		[{toString: ['F5']}, /no command "toString"/],
		[{'change.undo': ['Ctrl+Sysrq']}, /"Ctrl\+Sysrq" of "change.undo" is no key/],
		[{'change.undo': ['']}, /is no key/],
	])('are all left out where one cannot be had: %j', (wanted, problem) => {
		const remapped = remap(wanted);
		expect(remapped.problem).toMatch(problem);
		expect(remapped.keys).toBe(keymaps.sheet.keys);
	});
});
