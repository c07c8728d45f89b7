import {expect, it} from 'vitest';
import {isNarrower} from '../../../source/domain/query/is-narrower.ts';

it.each([
	['mu', 'm', true],
	['mu ann', 'mu', true],
	['mu ', 'mu', true],
	['mu', '', true],
	['m', 'mu', false],
	['xmu', 'mu', false],
	['-mu', '-m', false],
	['mu -a', 'mu ', false],
	['email:a', 'email:', false],
	['email:', 'email', false],
	['"an', '"a', false],
	['/a/', '/a', false],
])('"%s" after "%s": %s', (query, other, expected) => {
	expect(isNarrower(query, other)).toBe(expected);
});
