import {expect, it} from 'vitest';
import {isBlock, parseBlock} from '../../source/csv/parse-block.ts';
import {writeBlock} from '../../source/csv/write-block.ts';

it.each<[string, string, readonly (readonly string[])[]]>([
	['a column of Excel', '1\r\n2\r\n3\r\n', [['1'], ['2'], ['3']]],
	['a column as a terminal sends it', '1\r2\r3\r', [['1'], ['2'], ['3']]],
	['a column of Sheets', '1\n2\n3', [['1'], ['2'], ['3']]],
	['a blank in a column', '1\r\n\r\n3\r\n', [['1'], [''], ['3']]],
	['a blank at its end', '1\n2\n\n', [['1'], ['2'], ['']]],
	['line ends that a terminal has doubled', '1\r\r2\r\r\r\r4\r\r', [['1'], ['2'], [''], ['4']]],
	['a blank line among single ones', '1\r\r3\r', [['1'], [''], ['3']]],
	[
		'rows',
		'a\tb\nc\td\n',
		[
			['a', 'b'],
			['c', 'd'],
		],
	],
	[
		'blank cells',
		'\ta\n\t\n',
		[
			['', 'a'],
			['', ''],
		],
	],
	['ragged rows', 'a\tb\tc\nd\n', [['a', 'b', 'c'], ['d']]],
	[
		'a line end in a cell',
		'"a\nb"\tc\r\nd\te\r\n',
		[
			['a\nb', 'c'],
			['d', 'e'],
		],
	],
	['a tab in a cell', '"a\tb"\nc\n', [['a\tb'], ['c']]],
	[
		'quotes in a cell',
		'"say ""hi"""\tb\n5" disk\tc\n',
		[
			['say "hi"', 'b'],
			['5" disk', 'c'],
		],
	],
	[
		'CSV',
		'a,b\n"c,1",d\n',
		[
			['a', 'b'],
			['c,1', 'd'],
		],
	],
	[
		'CSV with semicolons',
		'a;b\nc;d,e\n',
		[
			['a', 'b'],
			['c', 'd,e'],
		],
	],
	['names with commas', 'Archer, Ann\nBaker, Bob\n', [['Archer, Ann'], ['Baker, Bob']]],
	['commas here and there', 'a,b\nc\n', [['a,b'], ['c']]],
])('reads %s', (_, text, rows) => {
	expect(parseBlock(text)).toEqual(rows);
});

it('refuses what has a quote that does not close', () => {
	expect(parseBlock('a\t"b\nc\td\n')).toMatchObject({refused: {code: 'unclosed-quote'}});
});

it.each([
	['one', false],
	['one\r\n', false],
	['one\n\n', false],
	['one\ttwo', true],
	['one\ntwo', true],
])('knows that %j is several cells: %s', (text, expected) => {
	expect(isBlock(text)).toBe(expected);
});

it('writes what it reads', () => {
	const rows = [
		['a', 'b\tc', '"d"'],
		['', '1\r\n2', 'e"f'],
	];
	expect(parseBlock(writeBlock(rows))).toEqual(rows);
});

it('lets no spreadsheet run what is copied', () => {
	expect(writeBlock([['=1+1', '+43 1 234', '@x']])).toBe("'=1+1\t+43 1 234\t'@x");
});
