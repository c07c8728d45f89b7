import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {
	cutText,
	fitText,
	shownGraphemes,
	textWidth,
	wrapText,
	wrapToHeight,
} from '../../../source/terminal/text/text-width.ts';

const pieces = fc.constantFrom(
	...[
		'a',
		'Z',
		' ',
		'é',
		'e\u0301',
		'中',
		'文',
		'👍',
		'👍🏽',
		'👩‍👩‍👧',
		'🇩🇪',
		'❤️',
		'1️⃣',
		'\n',
		'\t',
		'\u001b[31m',
	],
	...[
		'\u202e',
		'\u200d',
		'\u0301',
		'\ufe0f',
		'ﾞ',
		'क्षि',
		'กำ',
		'각',
		'\u0007',
		'\ud800',
		'\u{1f3fb}',
		'\u0604',
		'\u0d4e',
		'\u{11a84}',
	],
);
const anyText = fc.oneof(
	fc.array(pieces).map((list) => list.join('')),
	fc.string({unit: 'binary'}),
	fc.string(),
);
const anyWidth = fc.integer({min: 0, max: 30});

describe('textWidth', () => {
	it.each([
		['', 0],
		['abc', 3],
		['Zoë', 3],
		['e\u0301', 1],
		['中文', 4],
		['👩‍👩‍👧', 2],
		['🇩🇪', 2],
		['\u001b[31mx', 6],
		['a\u202eb', 10],
		['\u0301', 1],
	])('%j takes %i cells', (text, width) => {
		expect(textWidth(text)).toBe(width);
	});

	it('shows nothing in no cells', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				for (const grapheme of shownGraphemes(text)) expect(grapheme.width).toBeGreaterThan(0);
			}),
		);
	});
});

describe('fitText', () => {
	it.each([
		['abc', 5, 'abc  '],
		['abcdef', 5, 'abcd…'],
		['abcde', 5, 'abcde'],
		['中文字', 5, '中文…'],
		['中文字', 4, '中 …'],
		['a中', 2, 'a…'],
		['中', 1, '…'],
		['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
		['👩‍👩‍👧👩‍👩‍👧', 3, '👩‍👩‍👧…'],
		['\u0301x', 4, '\u25cc\u0301x  '],
		['a\nb', 4, 'a␊b '],
		['abc', 0, ''],
		['abc', -1, ''],
		['abc', Number.NaN, ''],
	])('%j in %i cells is %j', (text, width, fitted) => {
		expect(fitText(text, width)).toBe(fitted);
	});

	it('pads at the left where it is asked to', () => {
		expect(fitText('12', 5, 'right')).toBe('   12');
		expect(fitText('中', 5, 'right')).toBe('   中');
		expect(fitText('12', 5)).toBe('12   ');
	});

	it('is exactly as wide as asked, whatever the text', () => {
		fc.assert(
			fc.property(anyText, anyWidth, (text, width) => {
				const fitted = fitText(text, width);
				// Where terminals differ, room is left for the one that takes most.
				expect(stringWidth(fitted)).toBeLessThanOrEqual(width);
				expect(textWidth(fitted)).toBe(width);
				expect(fitted).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
			}),
			{numRuns: 1000},
		);
	});

	it('changes nothing when done twice', () => {
		fc.assert(
			fc.property(anyText, anyWidth, (text, width) => {
				expect(fitText(fitText(text, width), width)).toBe(fitText(text, width));
			}),
		);
	});

	it('does not forget a width when it remembers a text', () => {
		expect(fitText('中文字', 4)).toBe('中 …');
		expect(fitText('中文字', 5)).toBe('中文…');
		expect(fitText('中文字', 4)).toBe('中 …');
		expect(fitText('4中文字', 1)).toBe('…');
	});
});

describe('cutText', () => {
	it.each([
		['abc', 5, 'abc'],
		['abcdef', 5, 'abcd…'],
		['中文字', 4, '中…'],
		['a\tb', 5, 'a␉b'],
		['abc', 0, ''],
	])('%j in at most %i cells is %j', (text, width, cut) => {
		expect(cutText(text, width)).toBe(cut);
	});

	it('is never wider than asked', () => {
		fc.assert(
			fc.property(anyText, anyWidth, (text, width) => {
				expect(textWidth(cutText(text, width))).toBeLessThanOrEqual(width);
			}),
		);
	});
});

describe('wrapText', () => {
	it.each([
		['one two three', 8, ['one two', 'three']],
		['onetwothree', 4, ['onet', 'woth', 'ree']],
		['a onetwothree b', 4, ['a', 'onet', 'woth', 'ree', 'b']],
		['中文字 ab', 5, ['中文', '字 ab']],
		['one\ntwo', 20, ['one', 'two']],
		['one\n\ntwo', 20, ['one', '', 'two']],
		['', 20, ['']],
		['a\u001bb', 20, ['a␛b']],
		['中', 1, ['中']],
		['\u0604\u0301', 10, ['‹U+0604›', '‹U+0301›']],
	])('%j in lines of %i', (text, width, lines) => {
		expect(wrapText(text, width)).toEqual(lines);
	});

	it('loses no word and makes no line too long', () => {
		fc.assert(
			fc.property(anyText, fc.integer({min: 10, max: 30}), (text, width) => {
				const lines = wrapText(text, width);
				for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
			}),
		);
		fc.assert(
			fc.property(
				fc.array(fc.stringMatching(/^[a-z]{1,12}$/)),
				fc.integer({min: 1, max: 20}),
				(words, width) => {
					expect(wrapText(words.join(' '), width).join('').replaceAll(' ', '')).toBe(words.join(''));
				},
			),
		);
	});
});

describe('a text without measure', () => {
	const accents = `e${'\u0301'.repeat(100_000)}x`;

	it('shows few of the accents that are piled up, and how many more there are', () => {
		expect(fitText(accents, 20)).toMatch(/^e\u0301{1,16}‹\+[\d,]+›/u);
		expect(fitText(accents, 20).length).toBeLessThan(100);
		expect(cutText(accents, 20).length).toBeLessThan(100);
		expect(wrapText(accents, 20).join('').length).toBeLessThan(100);
		expect(shownGraphemes('👨🏻‍👩🏽‍👧🏾‍👦🏿')).toHaveLength(1);
	});

	it.each([
		['one word', 'a'.repeat(3_000_000)],
		['many words', 'ab '.repeat(1_000_000)],
		['wide letters', '中'.repeat(2_000_000)],
		['control characters', '\u001b'.repeat(1_000_000)],
	])('is cut with a mark, and looked at only as far as it is shown: %s', (_, text) => {
		expect(fitText(text, 12)).toMatch(/…$/u);
		expect(stringWidth(fitText(text, 12))).toBe(12);
		expect(stringWidth(cutText(text, 12))).toBeLessThanOrEqual(12);
		expect(wrapToHeight(text, 40, 3)).toHaveLength(3);
		expect(wrapToHeight(text, 40, 3).at(-1)).toMatch(/…$/u);
	});

	it('is broken in time that grows with its length, and no faster', () => {
		expect(wrapText('中'.repeat(50_000), 11)).toHaveLength(10_000);
	});
});
