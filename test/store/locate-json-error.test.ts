import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {locateJsonError} from '../../source/store/checkpoint/locate-json-error.ts';

describe('where a text stops being JSON', () => {
	test.each([
		['', 1, 1],
		['{', 1, 2],
		['{"a":1', 1, 7],
		['{"a":1,}', 1, 8],
		['{"a" 1}', 1, 6],
		['{a:1}', 1, 2],
		['[1 2]', 1, 4],
		['[1,]', 1, 4],
		['[1}', 1, 3],
		['{"a":[}', 1, 7],
		['01', 1, 2],
		['1.', 1, 2],
		['tru', 1, 1],
		['[1E5, True]', 1, 7],
		['"\\B"', 1, 1],
		['["a\nb"]', 1, 2],
		['["\\x"]', 1, 2],
		['"never ends', 1, 1],
		['{}\n{}', 2, 1],
		['{\n"a": 1,\n"b": 2\n"c": 3\n}', 4, 1],
		['{"a":1}\n]', 2, 1],
	])('%j: line %i, column %i', (text, line, column) => {
		expect(() => JSON.parse(text)).toThrow();
		expect(locateJsonError(text)).toEqual({line, column});
	});

	test('is its very end when it is JSON', () => {
		fc.assert(
			fc.property(fc.json(), (text) => {
				expect(locateJsonError(text)).toEqual({
					line: text.split('\n').length,
					column: text.length - text.lastIndexOf('\n'),
				});
			}),
		);
	});

	test('is where JSON.parse says, as far as it says so', () => {
		fc.assert(
			fc.property(
				fc.json(),
				fc.nat(),
				fc.constantFrom('', '"', ',', '}', ']', '1', ':', 'x'),
				(json, at, put) => {
					const position = at % (json.length + 1);
					const text = `${json.slice(0, position)}${put}${json.slice(position + 1)}`;
					try {
						JSON.parse(text);
					} catch (error) {
						const told = / at position (\d+)/.exec(String(error))?.[1];
						const found = locateJsonError(text);
						expect(found.column).toBeGreaterThan(0);
						// Inside of a string or a number the parser names the character, and this the beginning.
						if (told !== undefined && found.line === 1)
							expect(found.column).toBeLessThanOrEqual(Number(told) + 1);
					}
				},
			),
			{numRuns: 1000},
		);
	});

	test('is found in a long text without running out of stack', () => {
		const long = `{"a":"${'\\"x'.repeat(1_000_000)}"`;
		expect(locateJsonError(`${long}}`).line).toBe(1);
		expect(locateJsonError(`${'['.repeat(100_000)}x`)).toEqual({line: 1, column: 100_001});
		expect(locateJsonError(long.slice(0, -1))).toEqual({line: 1, column: 6});
	});
});
