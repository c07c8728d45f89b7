import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {compilePattern} from '../../../source/domain/query/pattern/compile-pattern.ts';

function matches(pattern: string, text: string): boolean {
	const test = compilePattern(pattern);
	if (typeof test !== 'function') throw new Error(test.message);
	return test(text);
}

const atoms = [
	'a',
	'b',
	'.',
	'[ab]',
	'[^a]',
	'[a-b]',
	'\\d',
	'\\w',
	'(a|bc)',
	'(?:b|)',
	'^',
	'$',
	'\\.',
	'1',
];
const repeats = ['', '', '', '*', '+', '?', '{2}', '{1,2}', '{2,}', '*?'];

describe('a regular expression', () => {
	it('finds what that of JavaScript finds', () => {
		const atom = fc.constantFrom(...atoms);
		const part = fc
			.tuple(atom, fc.constantFrom(...repeats))
			// An edge that is repeated is refused there.
			.map(([text, repeat]) => (text === '^' || text === '$' ? text : text + repeat));
		const chain = fc.array(part, {maxLength: 5}).map((parts) => parts.join(''));
		const pattern = fc.array(chain, {minLength: 1, maxLength: 3}).map((chains) => chains.join('|'));
		fc.assert(
			fc.property(
				pattern,
				fc.string({unit: fc.constantFrom('a', 'b', 'c', '1', '.', 'A'), maxLength: 12}),
				(source, text) => {
					expect(matches(source, text)).toBe(new RegExp(source, 'isu').test(text));
				},
			),
			{numRuns: 2000},
		);
	});

	it.each([
		['müller', 'MÜLLER', true],
		['mu\u0308ller', 'Müller', true],
		['^.$', '😀', true],
		['^[😀-😂]$', '😁', true],
		['[A-Z]{3}', 'abc', true],
		['[^A-Z]', 'abc', false],
		['^$', '', true],
		['^\\W+$', '+- ', true],
		['[]a]', ']', true],
		['[a-]', '-', true],
		['a{', 'a{', true],
		['\\/', 'a/b', true],
	])('%s in %j: %s', (pattern, text, expected) => {
		expect(matches(pattern, text)).toBe(expected);
	});

	it.each([
		'(',
		')',
		'[a',
		'*a',
		'a**',
		'a{3,2}',
		'[b-a]',
		'\\',
		'\\1',
		'\\b',
		'(?=a)',
		'a{200}{200}',
		'(((a{9}){9}){9}){9}',
	])('refuses %s', (pattern) => {
		expect(compilePattern(pattern)).toMatchObject({code: 'query-pattern'});
	});

	it.each(['(a+)+$', '^(a|b|ab)*$', '(a*)*d', 'a*b*a*b*a*b*$d', '(.*a){12}$', '(a|b)*a(a|b){14}$'])(
		'does not hang: %s',
		(pattern) => {
			expect(matches(pattern, `${'ab'.repeat(20_000)}c`)).toBe(false);
		},
		5000,
	);
});
