import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {guardFormula, unguardFormula} from '../../source/csv/formula-guard.ts';

describe('rules.md 3.18: what a spreadsheet would run gets a leading quote', () => {
	test.each([
		'=1+1',
		'@SUM(A1)',
		'\tx',
		'\rx',
		'+cmd',
		'-cmd',
		'+1+2',
		'-1+2',
		"'=1+1",
		"''@x",
		'-2001-1',
		'+49*12',
		'+',
		'-',
	])('%j', (value) => {
		expect(guardFormula(value)).toBe(`'${value}`);
	});

	test.each([
		'',
		'Archer',
		'2001',
		'+4930123',
		'+49 (30) 123-45',
		'+49/30.123',
		'-5',
		'-5,5',
		'+1.5',
		"O'Neill",
		"'quoted'",
		"'",
	])('%j stays as it is', (value) => {
		expect(guardFormula(value)).toBe(value);
		expect(unguardFormula(value)).toBe(value);
	});

	test('import takes off exactly what export put on', () => {
		const nasty = fc.string({unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '1', 'a', ' ')});
		fc.assert(
			fc.property(fc.oneof(nasty, fc.string()), (value) => unguardFormula(guardFormula(value)) === value),
		);
	});
});
