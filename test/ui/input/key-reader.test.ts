import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readKeys} from './read-keys.ts';

const pasteStart = '\u001b[200~';
const pasteEnd = '\u001b[201~';

describe('createKeyReader', () => {
	it.each<[string, readonly string[], readonly string[]]>([
		['type-ahead key by key', ['abc\rd'], ['a', 'b', 'c', 'enter', 'd']],
		['type-ahead of lines without bracketed paste', ['a\tb\r\nc'], ['a', 'tab', 'b', 'enter', 'enter', 'c']],
		['arrows and letters', ['x\u001b[B\u001b[By'], ['x', 'down', 'down', 'y']],
		['a family as one key', ['👩‍👩‍👧x'], ['👩‍👩‍👧', 'x']],
		['a letter and its accent as one key', ['e\u0301x'], ['e\u0301', 'x']],
		['a flag as one key', ['🇩🇪🇫🇷'], ['🇩🇪', '🇫🇷']],
		['Chinese', ['中文'], ['中', '文']],
		['a sequence that comes in two chunks', ['\u001b[', 'A', 'x'], ['up', 'x']],
		['a mouse report that comes in two chunks', ['\u001b[<0;1', '0;5Mx'], ['x']],
		['a paste whole', [`${pasteStart}one\r\ntwo\tx${pasteEnd}`], ['"one\\r\\ntwo\\tx"']],
		['a paste in its place', [`a${pasteStart}b${pasteEnd}c\r`], ['a', '"b"', 'c', 'enter']],
		['a paste in many chunks', [`${pasteStart}on`, 'e', `${pasteEnd}x`], ['"one"', 'x']],
		['an empty paste', [`${pasteStart}${pasteEnd}x`], ['""', 'x']],
		[
			'escape sequences in a paste',
			[`${pasteStart}\u001b[31mred\u001b[A${pasteEnd}`],
			[JSON.stringify('\u001b[31mred\u001b[A')],
		],
		['Esc and a letter in one chunk', ['\u001b:q\r'], ['escape', ':', 'q', 'enter']],
		['Esc and Enter in one chunk', ['\u001b\r'], ['escape', 'enter']],
		['Esc and an arrow in one chunk', ['\u001b\u001b[B'], ['escape', 'down']],
		['Esc and a control key in one chunk', ['\u001b\u0013'], ['escape', 'ctrl+s']],
		[
			'Esc and a name that looks like an answer',
			['\u001bPeter\r'],
			['escape', 'P', 'e', 't', 'e', 'r', 'enter'],
		],
	])('reads %s', (_, chunks, keys) => {
		expect(readKeys(...chunks)).toEqual(keys);
	});

	it('loses no printable character, however the chunks are cut', () => {
		const printable = fc.string({unit: fc.constantFrom('a', 'Z', '1', ' ', '中', 'é', '?', '\r', '\t')});
		fc.assert(
			fc.property(fc.array(printable), (chunks) => {
				const typed = readKeys(...chunks).map((key) => ({space: ' ', enter: '\r', tab: '\t'})[key] ?? key);
				expect(typed.join('')).toBe(chunks.join(''));
			}),
		);
	});

	it('gives back a paste as it was', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme'}), (text) => {
				fc.pre(!text.includes('\u001b'));
				expect(readKeys(`${pasteStart}${text}${pasteEnd}`)).toEqual([JSON.stringify(text)]);
			}),
		);
	});

	it('takes a large paste in reasonable time', () => {
		const text = '1234,Ann,Lee\r\n'.repeat(5000);
		expect(readKeys(`${pasteStart}${text}${pasteEnd}`)).toEqual([JSON.stringify(text)]);
	}, 5000);
});
