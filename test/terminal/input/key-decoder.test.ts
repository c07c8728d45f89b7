import {describe, expect, it} from 'vitest';
import {createKeyDecoder} from '../../../source/terminal/input/key-decoder.ts';
import {longestPaste} from '../../../source/terminal/input/paste-collector.ts';
import {type Chunk, readKeys} from './read-keys.ts';

const pasteStart = '\u001b[200~';
const pasteEnd = '\u001b[201~';
const answer = '\u001b]11;rgb:1e1e/1e1e/1e1e';

describe('what comes at once', () => {
	it.each<[string, readonly Chunk[], readonly string[]]>([
		['type-ahead key by key', ['abc\rd'], ['a', 'b', 'c', 'enter', 'd']],
		['type-ahead of lines without bracketed paste', ['a\tb\r\nc'], ['a', 'tab', 'b', 'enter', 'enter', 'c']],
		['arrows and letters', ['x\u001b[B\u001b[By'], ['x', 'down', 'down', 'y']],
		['a family as one key', ['👩‍👩‍👧x'], ['👩‍👩‍👧', 'x']],
		['a letter and its accent as one key', ['e\u0301x'], ['e\u0301', 'x']],
		['a flag as one key', ['🇩🇪🇫🇷'], ['🇩🇪', '🇫🇷']],
		['Chinese', ['中文'], ['中', '文']],
		['Esc and a letter', ['\u001b:q\r'], ['escape', ':', 'q', 'enter']],
		['Esc and Enter', ['\u001b\r'], ['escape', 'enter']],
		['Esc and an arrow', ['\u001b\u001b[B'], ['escape', 'down']],
		['Esc and a control key', ['\u001b\u0013'], ['escape', 'ctrl+s']],
		['Esc and a letter beyond ASCII', ['\u001bé'], ['escape', 'é']],
		['Esc and a name that looks like an answer', ['\u001bPeter\r'], [...'\u001bPeter\r'].map(nameOf)],
		['Esc and a name that looks like a key', ['\u001bOz\r'], ['escape', 'O', 'z', 'enter']],
		[
			'an old mouse report with bytes that are no characters',
			[Buffer.from([27, 91, 77, 32, 200, 160, 120])],
			['x'],
		],
		['a byte that is no character', [Buffer.from([97, 0xff, 98])], ['a', '\ufffd', 'b']],
		['half a sequence and a key', ['\u001b[1;5\rx'], ['enter', 'x']],
		['half an answer and a key', [`${answer}\rx`], ['enter', 'x']],
		['half an answer and an arrow', [`${answer}\u001b[A`], ['up']],
		['half a mouse report and an arrow', ['\u001b[M \u001b[A'], ['up']],
	])('reads %s', (_, chunks, keys) => {
		expect(readKeys(...chunks)).toEqual(keys);
	});
});

describe('what the line splits', () => {
	it.each<[string, readonly Chunk[], readonly string[]]>([
		['a sequence behind its Esc', ['\u001b', 40, '[B', 'x'], ['down', 'x']],
		['a sequence, late', ['\u001b', 60, '[B', 'x'], ['escape', 'no down', 'x']],
		[
			'each byte of a sequence',
			['\u001b', 900, '[', 900, '1', 900, ';5', 900, 'B'],
			['escape', 'no ctrl+down'],
		],
		['a sequence in its middle', ['\u001b[', 900, 'A', 'x'], ['up', 'x']],
		['F1 in each place', ['\u001b', 900, 'O', 900, 'P', 'x'], ['escape', 'no f1', 'x']],
		['a mouse report', ['\u001b[<0;1', 900, '0;5Mx'], ['press left 4,9', 'x']],
		['an old mouse report', ['\u001b', 900, '[M', 900, ' ', 900, '!!x'], ['escape', 'no', 'x']],
		['a report of focus', ['\u001b', 900, '[Ix'], ['escape', 'no', 'x']],
		['an answer', [answer, 900, '\u001b', 900, '\\x'], ['x']],
		['an answer behind its Esc', ['\u001b', 900, answer.slice(1), 900, '\u0007x'], ['escape', 'no', 'x']],
		['a character', [Buffer.from([0xe4, 0xb8]), 900, Buffer.from([0xad]), 'x'], ['中', 'x']],
		['an emoji behind its joiner', ['a👩\u200d', 900, '💻x'], ['a', '👩\u200d💻', 'x']],
		['an emoji before its joiner', ['👩', 900, '\u200d', 900, '💻x'], ['👩', '\u200d💻', 'x']],
		['an emoji that stays half', ['👩\u200d', 1000, 'x'], ['👩\u200d', 'x']],
		['a character and a key', [Buffer.from([0xe4, 0xb8]), 900, '\r'], ['\ufffd', 'enter']],
		[
			'the beginning of a paste',
			['\u001b', 900, '[200', 900, `~a${pasteEnd}x`],
			['escape', 'no', '"a"', 'x'],
		],
		['the end of a paste', [`${pasteStart}a\u001b`, 900, '[20', 900, '1', 900, '~x'], ['"a"', 'x']],
		[
			'something like the end of a paste',
			[`${pasteStart}a\u001b[20`, 900, `0~${pasteEnd}x`],
			['"a\\u001b[200~"', 'x'],
		],
	])('reads %s', (_, chunks, keys) => {
		expect(readKeys(...chunks)).toEqual(keys);
	});
});

describe('what a person types after Esc', () => {
	it.each<[string, readonly Chunk[], readonly string[]]>([
		['nothing', ['\u001b'], ['escape']],
		['Esc', ['\u001b', 300, '\u001b', 300, '\u001b'], ['escape', 'escape', 'escape']],
		['a name with P', ['\u001b', 300, 'P', 200, 'eter'], ['escape', 'P', 'e', 't', 'e', 'r']],
		['O, and no more', ['\u001b', 300, 'O'], ['escape', 'O']],
		['O and Enter', ['\u001b', 300, 'O', 200, '\r'], ['escape', 'O', 'enter']],
		['a bracket, and no more', ['\u001b', 300, '['], ['escape', '[']],
		['a name with O, a second later', ['\u001b', 1000, 'O', 200, 'liver'], ['escape', ...'Oliver']],
		['a name with O', ['\u001b', 300, 'O', 200, 'l', 900, 'iver'], ['escape', ...'Oliver']],
		['a name with O, in one', ['\u001bOliver\r'], ['escape', ...'Oliver', 'enter']],
		['a name with O, of which some is late', ['\u001b', 60, 'Ol', 40, 'ga'], ['escape', ...'Olga']],
		['a key of the numeric keypad, and one more', ['\u001bOp\u001bOq'], ['0', '1']],
		['a key of the numeric keypad, and then a letter', ['\u001bOp', 60, 'x'], ['0', 'x']],
		['the same, late', ['\u001b', 60, 'Op', 1000, 'x'], ['escape', 'no 0', 'x']],
		['a digit', ['\u001b', 300, '5'], ['escape', '5']],
		['another letter', ['\u001b', 300, 'b'], ['escape', 'b']],
	])('keeps %s', (_, chunks, keys) => {
		expect(readKeys(...chunks)).toEqual(keys);
	});

	it('waits for Esc not longer than a person does, and then for what may belong to it', () => {
		const decoder = createKeyDecoder();
		expect(decoder.patience()).toBeUndefined();
		decoder.feed(Buffer.from('\u001b'));
		expect(decoder.patience()).toBe(50);
		decoder.timeOut();
		expect(decoder.patience()).toBe(950);
		decoder.timeOut();
		expect(decoder.patience()).toBeUndefined();
	});
});

describe('a paste', () => {
	const long = 'x'.repeat(longestPaste + 1);

	it.each<[string, readonly Chunk[], readonly string[]]>([
		['whole', [`${pasteStart}one\r\ntwo\tx${pasteEnd}`], ['"one\\r\\ntwo\\tx"']],
		['in its place', [`a${pasteStart}b${pasteEnd}c\r`], ['a', '"b"', 'c', 'enter']],
		['in many chunks', [`${pasteStart}on`, 'e', `${pasteEnd}x`], ['"one"', 'x']],
		['that is empty', [`${pasteStart}${pasteEnd}x`], ['""', 'x']],
		[
			'with escape sequences',
			[`${pasteStart}\u001b[31mred\u001b[A${pasteEnd}`],
			[JSON.stringify('\u001b[31mred\u001b[A')],
		],
		['with Ctrl+C in it', [`${pasteStart}a\u0003b${pasteEnd}`], [JSON.stringify('a\u0003b')]],
		[
			'without its end',
			[`${pasteStart}abc`, 1900, 'd', 1900, 'e', 2000, '\u001b', 2000, 'f'],
			['"abcde"', 'escape', 'f'],
		],
		['whose end is cut off', [`${pasteStart}abc\u001b[20`, 2000, 'x'], ['"abc"', 'x']],
		['that Ctrl+C ends', [`${pasteStart}abc`, '\u0003', 'x'], ['ctrl+c', 'x']],
		['that Ctrl+Q ends', [`${pasteStart}abc`, '\u0011'], ['ctrl+q']],
		[
			'that goes on after Ctrl+C',
			[`${pasteStart}abc`, '\u0003', `${long}y`, `y${pasteEnd}x`],
			['ctrl+c', 'x'],
		],
		['of which the end comes after Ctrl+C', [`${pasteStart}abc`, '\u0003', `y${pasteEnd}x`], ['ctrl+c', 'x']],
		['that goes on after a pause', [`${pasteStart}a`, 3000, `b${pasteEnd}y`], ['"a"', '"b"', 'y']],
		[
			'and the next one after a pause',
			[`${pasteStart}a`, 3000, `${pasteStart}b${pasteEnd}y`],
			['"a"', '"b"', 'y'],
		],
		['and keys after a pause', [`${pasteStart}a`, 3000, 'y', '\u001b[A', pasteEnd], ['"a"', 'y', 'up', '""']],
		['that is too long', [`${pasteStart}${long}`, `${long}${pasteEnd}x`], ['refused', 'x']],
		['that is too long and has no end', [`${pasteStart}${long}`, 5000, 'x'], ['refused', 'x']],
		[
			'that is too long, after a pause',
			[`${pasteStart}${long}`, 5000, `${long}`, `y${pasteEnd}x`],
			['refused', 'x'],
		],
	])('%s', (_, chunks, keys) => {
		expect(readKeys(...chunks)).toEqual(keys);
	});

	it('is refused before its end, and takes neither memory nor time', () => {
		const decoder = createKeyDecoder();
		decoder.feed(Buffer.from(pasteStart));
		const chunk = Buffer.alloc(longestPaste / 4, 'x');
		for (let index = 0; index < 4; index += 1) expect(decoder.feed(chunk)).toEqual([]);
		expect(decoder.feed(chunk)).toEqual([{type: 'refused-paste'}]);
		const before = process.memoryUsage();
		for (let index = 0; index < 250; index += 1) expect(decoder.feed(chunk)).toEqual([]);
		const after = process.memoryUsage();
		expect(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers).toBeLessThan(
			8_000_000,
		);
	}, 5000);
});

function nameOf(character: string): string {
	return {'\u001b': 'escape', '\r': 'enter'}[character] ?? character;
}
