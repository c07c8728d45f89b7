import fc from 'fast-check';
import Papa from 'papaparse';
import {describe, expect, test} from 'vitest';
import {parseCsv} from '../../source/csv/parse.ts';
import {finishWork} from '../../source/domain/work.ts';
import {formatSample} from '../helpers/write-sample.ts';
import {parseTable} from './plan-csv.ts';

const header = 'ID,Last name,Email address';

function rowsOf(text: string): readonly (readonly [line: number, ...cells: string[]])[] {
	return parseTable(text).rows.map(({line, cells}) => [line, ...cells]);
}

describe('rules.md 4: delimiters', () => {
	test.each([',', ';', '\t', '|'] as const)('%j is found by the headers that it makes', (delimiter) => {
		const table = parseTable(
			`${header.replaceAll(',', delimiter)}\n1${delimiter}Lang, Jr.; x${delimiter}a@b.de\n`,
		);
		expect(table.delimiter).toBe(delimiter);
		expect(table.headers).toEqual(['ID', 'Last name', 'Email address']);
	});

	test.each([
		['a comma inside values', 'Last name;Email address\nLang, Jr.;a@b.de\nMay, Sr., Dr.;b@b.de\n', ';'],
		['a comma inside a quoted header', '"Last name";"Room, floor";Email address\nA;1, 2;a@b.de\n', ';'],
		['one column', 'Last name\nArcher\nBaker\n', ','],
		['one column with commas inside', 'Last name\nArcher, Ann\nBaker, Ben\n', ';'],
	])('%s does not mislead', (_name, text, delimiter) => {
		expect(parseTable(text).delimiter).toBe(delimiter);
	});

	test.each([
		['sep=;', ';'],
		['SEP=|', '|'],
		['"sep=\t"', '\t'],
		['sep=,,,,', ','],
	])('a first line %j is honoured, and counted as a line', (line, delimiter) => {
		const table = parseTable(
			`\ufeff${line}\r\nLast name${delimiter}Email address\r\nArcher${delimiter}a@b.de\r\n`,
		);
		expect(table).toMatchObject({delimiter, headerLine: 2, headers: ['Last name', 'Email address']});
		expect(table.rows).toEqual([{line: 3, cells: ['Archer', 'a@b.de']}]);
	});
});

describe('rules.md 3.14: lines of the file', () => {
	test('CRLF, LF and CR may be mixed', () => {
		expect(rowsOf(`${header}\r\n1,A,a@b.de\n2,B,b@b.de\r3,C,c@b.de\r\n\r\n4,D,d@b.de`)).toEqual([
			[2, '1', 'A', 'a@b.de'],
			[3, '2', 'B', 'b@b.de'],
			[4, '3', 'C', 'c@b.de'],
			[6, '4', 'D', 'd@b.de'],
		]);
	});

	test('newlines inside cells are kept exactly and counted', () => {
		expect(rowsOf(`${header}\n1,"A\r\nB\nC\rD",a@b.de\n2,B,b@b.de\n`)).toEqual([
			[2, '1', 'A\r\nB\nC\rD', 'a@b.de'],
			[6, '2', 'B', 'b@b.de'],
		]);
	});

	test('blank lines, and lines of nothing but delimiters and spaces, are skipped', () => {
		expect(rowsOf(`\n  \n${header}\n\n1,A,a@b.de\n,,\n , \u00a0,\n"",,\n2,B,b@b.de\n\n\n`)).toEqual([
			[5, '1', 'A', 'a@b.de'],
			[9, '2', 'B', 'b@b.de'],
		]);
	});
});

describe('rules.md 4: quotes and ragged rows', () => {
	test.each([
		['doubled quotes', '1,"The ""A"" team",a@b.de', ['1', 'The "A" team', 'a@b.de']],
		['a delimiter inside', '1,"Lang, Jr.",a@b.de', ['1', 'Lang, Jr.', 'a@b.de']],
		['a quote inside a cell without quotes', '1,5" screen,a@b.de', ['1', '5" screen', 'a@b.de']],
		['blanks behind a closing quote', '1,"A" \t ,a@b.de', ['1', 'A', 'a@b.de']],
		['a blank before an opening quote', '1, "A", "a@b.de"', ['1', 'A', 'a@b.de']],
		['and a delimiter inside', '1,\t "Lang, ""Jr."" " ,a@b.de', ['1', 'Lang, "Jr." ', 'a@b.de']],
		['and a line break inside', '1, "A\n, ""B",\u00a0"a@b.de"', ['1', 'A\n, "B', 'a@b.de']],
		['and at the start of the line', ' "1", "A",a@b.de', ['1', 'A', 'a@b.de']],
		['and blanks inside', '1, "  A ",\ufeff"a@b.de"', ['1', '  A ', 'a@b.de']],
		['and nothing inside', '1, "",a@b.de', ['1', '', 'a@b.de']],
		['a blank before a quote that opens nothing', '1, "Bob" Archer,a@b.de', ['1', ' "Bob" Archer', 'a@b.de']],
		['a quote behind a delimiter inside quotes', '1,"Lang, ",a@b.de', ['1', 'Lang, ', 'a@b.de']],
		['an empty quoted cell', '1,"",a@b.de', ['1', '', 'a@b.de']],
		['too few cells', '1,A', ['1', 'A']],
		['too many cells', '1,A,a@b.de,x,', ['1', 'A', 'a@b.de', 'x', '']],
		['a quoted cell at the end of the file', '1,A,"a@b.de"', ['1', 'A', 'a@b.de']],
	])('%s', (_name, line, cells) => {
		expect(parseTable(`${header}\n${line}`).rows).toEqual([{line: 2, cells}]);
	});

	test('a trailing delimiter on every line adds no column', () => {
		expect(parseTable(`${header},,\n1,A,a@b.de,,\n`).headers).toEqual(['ID', 'Last name', 'Email address']);
	});

	test('a column without header stays when something stands in it', () => {
		expect(parseTable(`${header},,\n1,A,a@b.de,,x\n`).headers).toHaveLength(5);
	});

	test('a quote that is never closed names its line, and costs that line only', () => {
		const {rows} = parseTable(`${header}\n1,"A\nB",a@b.de\n2,"C,c@b.de\n3,D,d@b.de\n`);
		expect(rows).toMatchObject([
			{line: 2, cells: ['1', 'A\nB', 'a@b.de']},
			{line: 4, cells: ['2', '"C,c@b.de'], fault: {code: 'unclosed-quote', line: 4}},
			{line: 5, cells: ['3', 'D', 'd@b.de']},
		]);
	});

	test('the quote that is never closed may stand below the line on which the row starts', () => {
		const {rows} = parseTable(`${header}\n1,"A\nB","a@b.de\n2,B,b@b.de\n`);
		expect(rows).toMatchObject([{line: 2, fault: {code: 'unclosed-quote', line: 3}}, {line: 4}]);
	});

	test('a quote behind a blank that is never closed costs that line only, with the blank as the file has it', () => {
		const {rows} = parseTable(`${header}\n1, \t"C,c@b.de\n2, "B",b@b.de\n`);
		expect(rows).toMatchObject([
			{line: 2, cells: ['1', ' \t"C,c@b.de'], fault: {code: 'stray-quote', line: 2}},
			{line: 3, cells: ['2', 'B', 'b@b.de']},
		]);
		expect(parseTable(`${header}\n1, "C,c@b.de\n2,D,d@b.de\n`).rows).toMatchObject([
			{line: 2, cells: ['1', ' "C,c@b.de'], fault: {code: 'unclosed-quote', line: 2}},
			{line: 3, cells: ['2', 'D', 'd@b.de']},
		]);
	});

	test('a quote that was not doubled costs its line only', () => {
		const {rows} = parseTable(`${header}\n1,"The "A" team",a@b.de\n2,B,b@b.de\n`);
		expect(rows).toMatchObject([
			{line: 2, cells: ['1', '"The "A" team",a@b.de'], fault: {code: 'stray-quote', line: 2}},
			{line: 3, cells: ['2', 'B', 'b@b.de']},
		]);
	});
});

describe('rules.md 4: header only, and no header', () => {
	test('a header alone is a table without rows', () => {
		expect(parseTable(`\ufeff${header}`)).toMatchObject({
			headers: ['ID', 'Last name', 'Email address'],
			rows: [],
		});
	});

	test.each([
		['blank lines only', '\r\n \n,,\n', 'empty-file', /no content/],
		['unknown columns', 'Voornaam,Achternaam\nAnn,Archer\n', 'no-header', /^[^"]+$/],
		['columns that are only ignored', 'Language,Line\nen,3\n', 'no-header', /^[^"]+$/],
		['a misspelt name', 'Fist name,Adress\nAnn,x\n', 'no-header', /"Fist name".*"First name"/],
		[
			'a header whose quote never closes',
			'Last name,"Email address\nArcher,a@b.de\n',
			'unclosed-quote',
			/never closed/,
		],
	])('%s', (_name, text, code, message) => {
		const result = finishWork(parseCsv(text, 'utf-8'));
		expect(result).toMatchObject({refused: {severity: 'error', code}});
		expect('refused' in result && result.refused.message).toMatch(message);
	});

	test.each(['s3cret!,123456', 'geheim,Hunter', 'Nummer1,pinn', 'maill,Annie'])(
		'the refusal names the template, and nothing that may be a password or a PIN: %s',
		(secrets) => {
			const line = `Ann,Archer,ann@example.com,${secrets}\n`;
			const result = finishWork(parseCsv(line, 'utf-8'));
			if (!('refused' in result)) throw new Error('not refused');
			expect(result.refused.fix).toContain('usersheet template');
			expect(result.refused.message).not.toContain('"');
		},
	);
});

describe('what papaparse writes', () => {
	const headers = ['ID', 'Last name', 'Email address', 'PIN'];
	const parts = ['a', 'é', '小', '"', ',', ';', '|', '\t', '\n', '\r', '\r\n', ' ', '\u00a0', '\v', "'"];
	const cell = fc.array(fc.constantFrom(...parts), {maxLength: 8}).map((some) => some.join(''));
	const row = fc.array(cell, {minLength: 3, maxLength: 3}).map((cells) => ['x', ...cells]);
	const table = fc.array(row, {minLength: 1, maxLength: 12});
	const lineEnds = ['\r\n', '\n', '\r'] as const;

	describe.each([',', ';', '\t', '|'] as const)('with %j', (delimiter) => {
		test.each(lineEnds)('and %j is read back exactly', (newline) => {
			fc.assert(
				fc.property(table, fc.boolean(), (data, quotes) => {
					const text = Papa.unparse([headers, ...data], {newline, quotes, delimiter});
					const read = parseTable(text);
					expect([read.headers, ...read.rows.map(({cells}) => cells)]).toEqual([headers, ...data]);
				}),
			);
		});

		test.each(lineEnds)('and %j is read back exactly with a blank before every quote', (newline) => {
			fc.assert(
				fc.property(table, fc.constantFrom(' ', '\u00a0', '  '), (data, blank) => {
					const lines = [headers, ...data].map((cells) =>
						cells.map((cell) => `${blank}"${cell.replaceAll('"', '""')}"`).join(delimiter),
					);
					const read = parseTable(lines.join(newline));
					expect([read.headers, ...read.rows.map(({cells}) => cells)]).toEqual([headers, ...data]);
				}),
			);
		});

		test('and all line ends mixed is read back exactly, with the lines of the file', () => {
			fc.assert(
				fc.property(table, fc.infiniteStream(fc.constantFrom(...lineEnds)), (data, ends) => {
					let text = '';
					const expected = [headers, ...data].map((cells) => {
						const line = text.split(/\r\n|\r|\n/).length;
						text += Papa.unparse([cells], {delimiter}) + ends.next().value;
						return {line, cells};
					});
					expect(parseTable(text).rows).toEqual(expected.slice(1));
				}),
			);
		});
	});
});

test('the work comes in steps and tells how far it is', () => {
	const steps = [...parseCsv(formatSample(3000), 'utf-8-bom')];
	expect(steps.length).toBeGreaterThan(4);
	expect(steps.every(({done, total}) => done > 0 && done <= total)).toBe(true);
});
