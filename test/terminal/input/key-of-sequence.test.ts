import {describe, expect, it} from 'vitest';
import {readInputs, readKeys} from './read-keys.ts';
import {noKeys, terminalKeys} from './terminal-keys.ts';

describe.each(terminalKeys)('keys of %s', (_, prefix, keys) => {
	it.each(Object.entries(keys))('%j is %s', (bytes, chord) => {
		expect(readKeys(prefix + bytes)).toEqual([chord]);
		expect(readKeys(`${prefix}${bytes}X`)).toEqual([chord, 'X']);
	});
});

describe('what is no key', () => {
	it.each(noKeys)('%s types nothing', (_, bytes) => {
		expect(readKeys(`a${bytes}b`)).toEqual(['a', 'b']);
		expect(readKeys(bytes, 'b')).toEqual(['b']);
	});

	it('types nothing for a control character of the second set', () => {
		expect(readKeys('a\u009bb\u0080')).toEqual(['a', 'b']);
	});
});

describe('a space', () => {
	it('has a name, and types itself', () => {
		expect(readInputs([' '])).toEqual([{type: 'key', key: {chord: 'space', text: ' '}}]);
	});
});
