import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {hasUnsafeCharacters, visibleText} from '../../../source/terminal/text/visible-text.ts';

describe('visible text', () => {
	test.each([
		['plain', 'plain'],
		['', ''],
		['Müller 小明 ñ e\u0301', 'Müller 小明 ñ e\u0301'],
		['\u001b[31mred', '␛[31mred'],
		['a\r\nb\tc\u0000', 'a␍␊b␉c␀'],
		['\u0007\u007f', '␇␡'],
		['\u009b31m', '‹U+009B›31m'],
		['abc\u202ecba', 'abc‹U+202E›cba'],
		['\u2066\u2069\u200e', '‹U+2066›‹U+2069›‹U+200E›'],
		['ad\u00admin\u200b\ufeff', 'ad‹U+00AD›min‹U+200B›‹U+FEFF›'],
		['\u2028\u2029', '‹U+2028›‹U+2029›'],
		['\ud800x\udc00', '‹U+D800›x‹U+DC00›'],
		['\u{e0041}', '‹U+E0041›'],
		['👩‍💻 ok', '👩‍💻 ok'],
		['👩🏽‍🚀❤️‍🔥', '👩🏽‍🚀❤️‍🔥'],
		['ad\u200dmin', 'ad‹U+200D›min'],
		['😀', '😀'],
		['ad\ufe0fmin', 'ad‹U+FE0F›min'],
		['1\ufe00', '1‹U+FE00›'],
		['❤️ ☎︎', '❤️ ☎︎'],
		['葛\u{e0100}飾', '葛\u{e0100}飾'],
		['a\u{e0100}', 'a‹U+E0100›'],
		['\u2800x', '‹U+2800›x'],
		['\u{1d173}\u{1d159}\u2064\u17b4', '‹U+1D173›‹U+1D159›‹U+2064›‹U+17B4›'],
	])('%j is shown as %j', (text, shown) => {
		expect(visibleText(text)).toBe(shown);
		expect(hasUnsafeCharacters(text)).toBe(shown !== text);
	});

	test('never lets a control character through, and is stable', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), (text) => {
				const shown = visibleText(text);
				expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
				expect(shown.isWellFormed()).toBe(true);
				expect(visibleText(shown)).toBe(shown);
				expect(hasUnsafeCharacters(text)).toBe(shown !== text);
			}),
			{numRuns: 500},
		);
	});
});
