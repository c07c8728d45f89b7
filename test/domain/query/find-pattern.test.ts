import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {compileFinder, escapePattern} from '../../../source/domain/query/pattern/find-pattern.ts';

function findAll(pattern: string, text: string, isCased = false): readonly string[] {
	const find = compileFinder(pattern, isCased);
	if (typeof find !== 'function') throw new Error(find.message);
	return find(text).map(({start, end}) => `${start} ${text.slice(start, end)}`);
}

describe('the places of a regular expression', () => {
	it('are those of JavaScript where there is one way to match', () => {
		const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '1');
		const part = fc
			.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}'))
			.map((two) => two.join(''));
		// The last of greedy repeats takes all that it can in both, and there is none before it.
		const pattern = fc.tuple(
			fc.array(atom, {maxLength: 3}),
			part,
			fc.constantFrom('', '^'),
			fc.constantFrom('', '$'),
		);
		const text = fc.string({unit: fc.constantFrom('a', 'b', 'c', '1', '.', 'A'), maxLength: 12});
		fc.assert(
			fc.property(pattern, text, ([atoms, last, start, end], searched) => {
				const source = `${start}${atoms.join('')}${last}${end}`;
				const expected = [...searched.matchAll(new RegExp(source, 'gisu'))].map(
					({0: found, index}) => `${index} ${found}`,
				);
				expect(findAll(source, searched)).toEqual(expected);
			}),
			{numRuns: 2000},
		);
	});

	it.each([
		['@old\\.example$', 'ann@old.example', ['3 @old.example']],
		['^', 'ann', ['0 ']],
		['$', 'ann', ['3 ']],
		['x*', 'xxa', ['0 xx', '2 ', '3 ']],
		['ä', 'a\u0308Ä', ['0 a\u0308', '2 Ä']],
		['a|ab', 'abab', ['0 ab', '2 ab']],
		['n', 'Ann', ['1 n', '2 n']],
		['😀', 'a😀b', ['1 😀']],
		['^a', 'aa', ['0 a']],
		['zz', 'ann', []],
	])('%s in %j: %j', (pattern, text, expected) => {
		expect(findAll(pattern, text)).toEqual(expected);
	});

	it.each([
		['a', 'aA', ['0 a']],
		['[A-Z]', 'aA', ['1 A']],
		['A', 'aA', ['1 A']],
	])('with capitals: %s in %j: %j', (pattern, text, expected) => {
		expect(findAll(pattern, text, true)).toEqual(expected);
	});

	it('are found without hanging', () => {
		const started = performance.now();
		expect(findAll('(a|aa|a?){15}b', 'a'.repeat(250))).toEqual([]);
		expect(findAll('(a+)+$', `${'a'.repeat(250)}!`)).toEqual([]);
		expect(performance.now() - started).toBeLessThan(500);
	});

	it('of a text that is taken as it is have no signs with a meaning', () => {
		const signs = '\\^$.*+?()[]{}|/-';
		expect(findAll(escapePattern(signs), `x${signs}x`)).toEqual([`1 ${signs}`]);
		expect(findAll(escapePattern('.'), 'abc')).toEqual([]);
	});
});
