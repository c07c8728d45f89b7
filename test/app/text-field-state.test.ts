import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	editText,
	graphemesOf,
	insertText,
	oneLine,
	type TextEdit,
	type TextFieldState,
	textField,
} from '../../source/app/text-field-state.ts';

/** `ab|c` is the text `abc` with the caret after b. */
function field(marked: string): TextFieldState {
	const [before = '', after = ''] = marked.split('|');
	return {text: before + after, caret: graphemesOf(before).length};
}

function marked({text, caret}: TextFieldState): string {
	const graphemes = graphemesOf(text);
	return [...graphemes.slice(0, caret), '|', ...graphemes.slice(caret)].join('');
}

describe('textField', () => {
	it('puts the caret at the end', () => {
		expect(marked(textField('abc'))).toBe('abc|');
		expect(textField('').caret).toBe(0);
	});
});

describe('editText', () => {
	it.each<[string, TextEdit, string]>([
		['ab|c', 'left', 'a|bc'],
		['|abc', 'left', '|abc'],
		['ab|c', 'right', 'abc|'],
		['abc|', 'right', 'abc|'],
		['ab|c', 'home', '|abc'],
		['ab|c', 'end', 'abc|'],
		['ab|c', 'delete-left', 'a|c'],
		['|abc', 'delete-left', '|abc'],
		['ab|c', 'delete-right', 'ab|'],
		['abc|', 'delete-right', 'abc|'],
		['ann.lee@example.org|', 'word-left', 'ann.lee@example.|org'],
		['one two  |', 'word-left', 'one |two  '],
		['|one two', 'word-right', 'one| two'],
		['one| two', 'word-right', 'one two|'],
		['one two|three', 'delete-word-left', 'one |three'],
		['one   |', 'delete-word-left', '|'],
		['one|two', 'delete-to-start', '|two'],
		['one|two', 'delete-to-end', 'one|'],
		['x👩‍👩‍👧|', 'left', 'x|👩‍👩‍👧'],
		['x👩‍👩‍👧|', 'delete-left', 'x|'],
		['xe\u0301|', 'delete-left', 'x|'],
		['|🇩🇪🇫🇷', 'right', '🇩🇪|🇫🇷'],
		['|中文', 'delete-right', '|文'],
		['Žofie Nováková|', 'word-left', 'Žofie |Nováková'],
	])('%s %s is %s', (before, edit, after) => {
		expect(marked(editText(field(before), edit))).toBe(after);
	});

	it('gives the same state where there is nothing to do', () => {
		const empty = textField('');
		for (const edit of edits) expect(editText(empty, edit)).toBe(empty);
	});
});

describe('insertText', () => {
	it.each([
		['ab|c', 'x', 'abx|c'],
		['|', 'hello', 'hello|'],
		['ab|c', '', 'ab|c'],
		['a|b', '中👍', 'a中👍|b'],
	])('%s and %j is %s', (before, text, after) => {
		expect(marked(insertText(field(before), text))).toBe(after);
	});

	it('keeps the caret behind a letter that what was typed joins', () => {
		const accent = insertText(textField('e'), '\u0301');
		expect(accent).toEqual({text: 'e\u0301', caret: 1});
		expect(editText(accent, 'delete-left')).toEqual({text: '', caret: 0});
		// The new letter and the accent after the caret are one character now.
		expect(insertText({text: '\u0301', caret: 0}, 'e')).toEqual({text: 'e\u0301', caret: 1});
	});
});

describe('oneLine', () => {
	it.each([
		['  4711\n', '4711'],
		['one\r\ntwo', 'one two'],
		['one \n  two\n\nthree', 'one two three'],
		['a\tb', 'a b'],
		['a  b', 'a  b'],
		['\u00a0x\u00a0', 'x'],
		['', ''],
	])('%j is %j', (pasted, line) => {
		expect(oneLine(pasted)).toBe(line);
	});
});

const edits: readonly TextEdit[] = [
	'left',
	'right',
	'word-left',
	'word-right',
	'home',
	'end',
	'delete-left',
	'delete-right',
	'delete-word-left',
	'delete-to-start',
	'delete-to-end',
];

const typed = fc.oneof(
	fc.constantFrom(
		'a',
		' ',
		'中',
		'👩‍👩‍👧',
		'👍🏽',
		'🇩🇪',
		'🇫',
		'\u0301',
		'\u200d',
		'\ufe0f',
		'ก',
		'ำ',
		'\r\n',
		'\ud83d',
	),
	fc.string({unit: 'binary'}),
	fc.string(),
);
const anyStep = fc.oneof(fc.record({edit: fc.constantFrom(...edits)}), fc.record({insert: typed}));

describe('any sequence of keys', () => {
	it('leaves the caret between two characters of the text', () => {
		fc.assert(
			fc.property(typed, fc.array(anyStep), (start, steps) => {
				let state = textField(start);
				for (const step of steps) {
					state = 'edit' in step ? editText(state, step.edit) : insertText(state, step.insert);
					expect(state.caret).toBeGreaterThanOrEqual(0);
					expect(state.caret).toBeLessThanOrEqual(graphemesOf(state.text).length);
				}
			}),
			{numRuns: 500},
		);
	});

	it('moves only the caret with moving keys, and by one character at a time', () => {
		fc.assert(
			fc.property(typed, fc.nat(20), (text, caret) => {
				const state = {text, caret: Math.min(caret, graphemesOf(text).length)};
				for (const edit of ['left', 'right', 'word-left', 'word-right', 'home', 'end'] as const) {
					expect(editText(state, edit).text).toBe(text);
				}
				expect(Math.abs(editText(state, 'left').caret - state.caret)).toBeLessThanOrEqual(1);
				expect(Math.abs(editText(state, 'right').caret - state.caret)).toBeLessThanOrEqual(1);
			}),
		);
	});

	it('takes back with Backspace what one key typed', () => {
		fc.assert(
			fc.property(
				fc.stringMatching(/^[a-z ]{0,9}$/),
				fc.constantFrom('x', '中', '👩‍👩‍👧', '🇩🇪', 'é'),
				(text, key) => {
					const state = textField(text);
					expect(editText(insertText(state, key), 'delete-left')).toEqual(state);
				},
			),
		);
	});
});
