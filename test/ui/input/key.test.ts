import {describe, expect, it} from 'vitest';
import {functionKeyOfDigit, keyFromKeypress, keyFromText} from '../../../source/ui/input/key.ts';
import {readKeys} from './read-keys.ts';

/** What terminals send, as their terminfo entries and key tables have it. */
const terminals: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
	[
		'every terminal',
		'',
		{
			a: 'a',
			Z: 'Z',
			'/': '/',
			é: 'é',
			中: '中',
			'👍': '👍',
			' ': 'space',
			'\r': 'enter',
			'\n': 'enter',
			'\t': 'tab',
			'\u001b[Z': 'shift+tab',
			'\u007f': 'backspace',
			'\b': 'backspace',
			'\u0001': 'ctrl+a',
			'\u0003': 'ctrl+c',
			'\u0011': 'ctrl+q',
			'\u0013': 'ctrl+s',
			'\u001a': 'ctrl+z',
			'\u0000': 'ctrl+space',
			'\u001c': 'ctrl+\\',
			'\u001d': 'ctrl+]',
			'\u001e': 'ctrl+^',
			'\u001f': 'ctrl+_',
		},
	],
	[
		'xterm',
		'\u001b',
		{
			'[A': 'up',
			'[B': 'down',
			'[C': 'right',
			'[D': 'left',
			OA: 'up',
			OD: 'left',
			'[H': 'home',
			'[F': 'end',
			OH: 'home',
			OF: 'end',
			'[2~': 'insert',
			'[3~': 'delete',
			'[5~': 'pageup',
			'[6~': 'pagedown',
			OP: 'f1',
			OQ: 'f2',
			OR: 'f3',
			OS: 'f4',
			'[15~': 'f5',
			'[17~': 'f6',
			'[18~': 'f7',
			'[19~': 'f8',
			'[20~': 'f9',
			'[21~': 'f10',
			'[23~': 'f11',
			'[24~': 'f12',
			'[1;2A': 'shift+up',
			'[1;2B': 'shift+down',
			'[1;2C': 'shift+right',
			'[1;2D': 'shift+left',
			'[1;5A': 'ctrl+up',
			'[1;5C': 'ctrl+right',
			'[1;5D': 'ctrl+left',
			'[1;6D': 'ctrl+shift+left',
			'[1;5H': 'ctrl+home',
			'[1;5F': 'ctrl+end',
			'[1;2H': 'shift+home',
			'[3;5~': 'ctrl+delete',
			'[3;2~': 'shift+delete',
			'[5;5~': 'ctrl+pageup',
			'[1;2P': 'shift+f1',
			'[15;2~': 'shift+f5',
			'[15;5~': 'ctrl+f5',
			'[1;3D': 'alt+left',
		},
	],
	[
		'tmux and screen',
		'\u001b',
		{'[1~': 'home', '[4~': 'end', '[1;5D': 'ctrl+left', OP: 'f1', '[Z': 'shift+tab'},
	],
	[
		'PuTTY',
		'\u001b',
		{
			'[1~': 'home',
			'[4~': 'end',
			'[11~': 'f1',
			'[12~': 'f2',
			'[13~': 'f3',
			'[14~': 'f4',
			'[15~': 'f5',
			'[24~': 'f12',
			OC: 'right',
			OM: 'enter',
			Op: '0',
			Oy: '9',
			Ok: '+',
			Oo: '/',
			On: '.',
		},
	],
	[
		'Linux console',
		'\u001b',
		{
			'[[A': 'f1',
			'[[B': 'f2',
			'[[C': 'f3',
			'[[D': 'f4',
			'[[E': 'f5',
			'[17~': 'f6',
			'[1~': 'home',
			'\t': 'shift+tab',
		},
	],
	[
		'rxvt',
		'\u001b',
		{
			'[7~': 'home',
			'[8~': 'end',
			'[7$': 'shift+home',
			'[8^': 'ctrl+end',
			'[7^': 'ctrl+home',
			'[a': 'shift+up',
			'[d': 'shift+left',
			Oa: 'ctrl+up',
			Od: 'ctrl+left',
			'[3$': 'shift+delete',
			'[3^': 'ctrl+delete',
			'[5^': 'ctrl+pageup',
			'[11~': 'f1',
		},
	],
	['Esc and a digit', '\u001b', {'1': 'f1', '2': 'f2', '5': 'f5', '9': 'f9', '0': 'f10'}],
	[
		'line-editing habits',
		'\u001b',
		{b: 'alt+b', f: 'alt+f', d: 'alt+d', '\u007f': 'alt+backspace', '\b': 'alt+backspace'},
	],
];

describe.each(terminals)('keys of %s', (_, prefix, keys) => {
	it.each(Object.entries(keys))('%j is %s', (bytes, chord) => {
		expect(readKeys(prefix + bytes)).toEqual([chord]);
		expect(readKeys(`${prefix}${bytes}x`)).toEqual([chord, 'x']);
	});
});

describe('what is no key', () => {
	it.each([
		['a mouse report', '\u001b[<0;10;5M'],
		['an old mouse report', '\u001b[M !!'],
		['focus in', '\u001b[I'],
		['focus out', '\u001b[O'],
		['device attributes', '\u001b[?62;22c'],
		['secondary device attributes', '\u001b[>41;330;0c'],
		['a cursor position', '\u001b[24;80R'],
		['Ctrl+Enter of xterm', '\u001b[27;5;13~'],
		['a key of the kitty protocol', '\u001b[97;5u'],
		['a modifier of two digits', '\u001b[1;10A'],
		['the answer about a colour', '\u001b]11;rgb:1e1e/1e1e/1e1e\u0007'],
		['the same, ended as the standard has it', '\u001b]11;rgb:1e1e/1e1e/1e1e\u001b\\'],
		['a status string', '\u001bP1$r0m\u001b\\'],
		['keypad 5', '\u001b[E'],
		['window size', '\u001b[8;24;80t'],
	])('%s types nothing', (_, bytes) => {
		expect(readKeys(`a${bytes}b`)).toEqual(['a', 'b']);
		expect(readKeys(bytes, 'b')).toEqual(['b']);
	});

	it('types nothing for a control character of the second set', () => {
		expect(keyFromKeypress('\u009b', {sequence: '\u009b'})).toBeUndefined();
		expect(keyFromKeypress(undefined, {})).toBeUndefined();
	});
});

describe('keyFromText', () => {
	it('gives the text with the chord', () => {
		expect(keyFromText('?')).toEqual({chord: '?', text: '?'});
		expect(keyFromText(' ')).toEqual({chord: 'space', text: ' '});
	});
});

describe('functionKeyOfDigit', () => {
	it('knows digits only', () => {
		expect(functionKeyOfDigit('0')).toEqual({chord: 'f10'});
		expect(functionKeyOfDigit('7')).toEqual({chord: 'f7'});
		expect(functionKeyOfDigit('x')).toBeUndefined();
	});
});
