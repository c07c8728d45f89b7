import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {graphemesOf} from '../../../source/app/text-field-state.ts';
import {textWidth} from '../../../source/terminal/text/text-width.ts';
import {viewTextField} from '../../../source/ui/text-field/text-field-view.ts';

function view(marked: string, width: number, masked = false, isPlain = false): string {
	const [before = '', after = ''] = marked.split('|');
	const shown = viewTextField({text: before + after, caret: graphemesOf(before).length}, width, {
		masked,
		isPlain,
	});
	return `${shown.before}[${shown.caret}]${shown.after}`;
}

describe('viewTextField', () => {
	it.each([
		['|', 5, '[ ]    '],
		['abc|', 5, 'abc[ ] '],
		['a|bc', 5, 'a[b]c  '],
		['abcd|', 5, 'abcd[ ]'],
		['abcde|', 5, '…cde[ ]'],
		['|abcdef', 5, '[a]bcd…'],
		['abcdefgh|ijklmnop', 9, '…fgh[i]jkl…'],
		['中文字|', 6, '…文字[ ]'],
		['中文字|', 5, '…字[ ] '],
		['中|文字', 7, '中[文]字 '],
		['a👩‍👩‍👧|b', 6, 'a👩‍👩‍👧[b]  '],
		['e\u0301|', 3, 'e\u0301[ ] '],
		['a\u001b|', 5, 'a␛[ ]  '],
		['abc|', 1, '[ ]'],
		['abc|', 3, 'bc[ ]'],
		['|中', 1, '[ ]'],
	])('%s in %i cells', (marked, width, shown) => {
		expect(view(marked, width)).toBe(shown);
	});

	it('shows a bullet for each character of a secret, and nothing of it', () => {
		expect(view('pä中👍|', 8, true)).toBe('••••[ ]   ');
		expect(view('secret|word', 6, true)).toBe('…•[•]••…');
	});

	it.each([
		['|', 5, '[_]    '],
		['abc|', 5, 'abc[_] '],
		['a|bc', 5, 'a[_]bc '],
		['|abcdef', 5, '[_]abc…'],
		['abcdefgh|ijklmnop', 9, '…fgh[_]ijk…'],
		['中|文字', 7, '中[_]文字'],
		['a|b', 1, '[_]'],
	])(
		'has a sign of its own at the caret where nothing can be inverse: %s in %i cells',
		(marked, width, shown) => {
			expect(view(marked, width, false, true)).toBe(shown);
		},
	);

	it('is always as wide as asked, with the caret in sight', () => {
		const text = fc.oneof(
			fc
				.array(fc.constantFrom('a', 'b ', '中', '👩‍👩‍👧', 'e\u0301', '\u202e', '\n', '\u0301', 'क्षि'))
				.map((list) => list.join('')),
			fc.string({unit: 'binary'}),
		);
		fc.assert(
			fc.property(
				text,
				fc.nat(40),
				fc.integer({min: 1, max: 20}),
				fc.boolean(),
				fc.boolean(),
				(value, caret, width, masked, isPlain) => {
					const shown = viewTextField({text: value, caret}, width, {masked, isPlain});
					expect(textWidth(shown.text)).toBe(width);
					expect(shown.before + shown.caret + shown.after).toBe(shown.text);
					expect(textWidth(shown.before)).toBe(shown.caretColumn);
					expect(shown.caretColumn).toBeLessThan(width);
					expect(shown.caret).not.toBe('');
				},
			),
			{numRuns: 2000},
		);
	});
});
