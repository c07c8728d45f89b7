import {describe, expect, it, test} from 'vitest';
import type {CsvTable} from '../../source/csv/import-plan.ts';
import {readTable} from '../../source/csv/read-table.ts';
import {chosenEncodings, type ReadingChoice} from '../../source/csv/reading-choice.ts';
import type {Problem} from '../../source/domain/problem.ts';
import {finishWork} from '../../source/domain/work.ts';

function read(bytes: Uint8Array, chosen: ReadingChoice): CsvTable | {readonly refused: Problem} {
	return finishWork(readTable(bytes, undefined, chosen));
}

function readText(text: string, chosen: ReadingChoice): CsvTable | {readonly refused: Problem} {
	return read(new TextEncoder().encode(text), chosen);
}

function rowsOf(table: CsvTable | {readonly refused: Problem}): readonly (readonly string[])[] {
	if ('refused' in table) throw new Error(table.refused.message);
	return table.rows.map(({cells}) => cells);
}

describe('rules.md 4.15: the encoding that a person has chosen', () => {
	const start = [...new TextEncoder().encode('Last name,Email\n')];
	const bytesOf = (...letters: readonly number[]) =>
		Uint8Array.from([...start, ...letters, ...new TextEncoder().encode(',a@b.de\n')]);

	test.each<[encoding: (typeof chosenEncodings)[number], bytes: readonly number[], name: string]>([
		['utf-8', [0x4d, 0xc3, 0xbc], 'Mü'],
		['utf-8', [0x4d, 0xfc], 'Mü'],
		['windows-1252', [0x4d, 0xc3, 0xbc], 'MÃ¼'],
		['windows-1252', [0x80], '€'],
		['dos-850', [0x4d, 0x81, 0xe1], 'Müß'],
		['dos-437', [0x4d, 0x81, 0xe1], 'Müß'],
		['dos-437', [0xe0], 'α'],
		['mac-roman', [0x4d, 0x9f, 0xa7], 'Müß'],
		['windows-1250', [0x9a, 0xf8], 'šř'],
		['windows-1251', [0xc8, 0xe2], 'Ив'],
		['windows-1254', [0xfe], 'ş'],
	])('%s: %j is %s', (encoding, bytes, name) => {
		expect(rowsOf(read(bytesOf(...bytes), {encoding}))[0]?.[0]).toBe(name);
	});

	it.each([
		['utf-16le', [0, 1]],
		['utf-16be', [1, 0]],
	] as const)('%s without a mark', (encoding, [low, high]) => {
		const text = 'Last name,Email\n馬,a@b.de\n';
		const bytes = Uint8Array.from(
			[...text].flatMap((letter) => {
				const code = letter.charCodeAt(0);
				const pair = [0, 0];
				pair[low] = code & 255;
				pair[high] = code >> 8;
				return pair;
			}),
		);
		expect(rowsOf(read(bytes, {encoding}))).toEqual([['馬', 'a@b.de']]);
	});

	it('drops the mark at the beginning, in every byte of each code page there is a character', () => {
		const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...bytesOf(0x41)]);
		expect(read(marked, {encoding: 'utf-8'})).toMatchObject({headers: ['Last name', 'Email']});
		for (const encoding of chosenEncodings.filter((name) => !name.startsWith('utf'))) {
			for (let byte = 0x80; byte < 0x100; byte += 1)
				expect(rowsOf(read(bytesOf(0x41, byte, 0x42), {encoding}))[0]?.[0]).toHaveLength(3);
		}
	});

	it('does not make text of what is none', () => {
		const zip = Uint8Array.from([0x50, 0x4b, 3, 4, ...start]);
		expect(read(zip, {encoding: 'windows-1252'})).toHaveProperty('refused');
	});
});

describe('rules.md 4.15: the delimiter and the header that a person has chosen', () => {
	it('takes the delimiter, be it right or not', () => {
		const text = 'Last name,Email;Number\nArcher,a@b.de;1\n';
		expect(readText(text, {delimiter: ';'})).toMatchObject({
			delimiter: ';',
			headers: ['Last name,Email', 'Number'],
		});
		expect(readText(text, {delimiter: ','})).toMatchObject({
			delimiter: ',',
			headers: ['Last name', 'Email;Number'],
		});
	});

	it('takes the line, also one without a name of ours', () => {
		const text = 'Elenco,2026\nCognome,Posta\nRossi,a@b.de\n';
		expect(readText(text, {})).toMatchObject({refused: {code: 'no-header'}});
		const table = readText(text, {headerLine: 2});
		expect(table).toMatchObject({headerLine: 2, headers: ['Cognome', 'Posta']});
		expect(rowsOf(table)).toEqual([['Rossi', 'a@b.de']]);
	});

	it('counts lines as an editor does', () => {
		const text = '\n\n"a title\nof two lines"\nLast name,Email\nArcher,a@b.de\n';
		expect(readText(text, {headerLine: 5})).toMatchObject({headerLine: 5, headers: ['Last name', 'Email']});
	});

	it.each([4, 0, 99])('says that no row begins on line %i', (headerLine) => {
		const text = '\n\n"a title\nof two lines"\nLast name,Email\nArcher,a@b.de\n';
		expect(readText(text, {headerLine})).toMatchObject({refused: {code: 'no-header-line', line: headerLine}});
	});

	it('refuses a line above the real header, as the columns below it would be others', () => {
		const text = 'List of users,2026\nLast name,Email\nArcher,a@b.de\n';
		expect(readText(text, {headerLine: 1})).toMatchObject({refused: {code: 'other-header', line: 2}});
	});
});
