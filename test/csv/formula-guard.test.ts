import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {guardFormula, readText} from '../../source/csv/formula-guard.ts';
import {trimUnseen} from '../../source/terminal/text/visible-text.ts';

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
		"'0042",
		"''0042",
		"'+49 30 123",
		"'-5",
		'-2001-1',
		'+49*12',
		'+',
		'-',
		"'1\u202e",
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
		"'t Hooft",
		"'42 Archer",
		"'",
		'\u202e\r\n\u202e',
	])('%j stays as it is', (value) => {
		expect(guardFormula(value)).toBe(value);
		expect(readText(value)).toBe(trimUnseen(value));
	});

	test.each([
		["'0042", '0042'],
		["'+49 30 123-4", '+49 30 123-4'],
		["'*99", '*99'],
		["'(030) 123", '(030) 123'],
		['="0042"', '0042'],
		['="a ""b"" c"', 'a "b" c'],
		['=""', ''],
		[`'="0042"`, '="0042"'],
		['="0042', '="0042'],
		['=1+1', '=1+1'],
	])('what a spreadsheet keeps as text: %s is read as %s', (cell, value) => {
		expect(readText(cell)).toBe(value);
	});

	test('import takes off exactly what export put on', () => {
		const nasty = fc.string({
			unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '1', 'a', ' ', '"', '\u202e'),
		});
		fc.assert(
			fc.property(
				fc.oneof(nasty, fc.string()),
				(value) => readText(guardFormula(value)) === trimUnseen(value),
			),
		);
	});
});
