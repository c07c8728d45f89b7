import {describe, expect, test} from 'vitest';
import {readTable} from '../../../source/csv/read-table.ts';
import {finishWork} from '../../../source/domain/work.ts';

const header = 'First name,Last name,Email address\n';

/** Latin-1 for what is in brackets, and UTF-8 for the rest. */
function encodeMixed(text: string): Uint8Array {
	return Uint8Array.from(
		text.split(/[[\]]/).flatMap((part, index) => [...Buffer.from(part, index % 2 === 1 ? 'latin1' : 'utf8')]),
	);
}

/** Encoding, cells, and the lines and positions of cells that are in another one. */
function readMixed(text: string): readonly unknown[] {
	const table = finishWork(readTable(encodeMixed(text)));
	if ('refused' in table) throw new Error(table.refused.message);
	const misread = table.rows.flatMap(({line, misread: cells}) =>
		[...(cells ?? [])].map((cell) => `${line}/${cell}`),
	);
	return [table.encoding, table.rows.map(({cells}) => cells.slice(0, 2).join(' ')), misread];
}

describe('rules.md 4.5: lines that are no UTF-8', () => {
	test.each([
		['in a file of UTF-8', 'Jürgen,Müller,a\n[Søren,Ågård],b\n', 'utf-8-mixed', ['2/0', '2/1']],
		['behind a byte order mark, though it is the only line', '\ufeff', 'utf-8-mixed', ['2/0', '2/1']],
	])('%s', (_, text, encoding) => {
		const rows = text === '\ufeff' ? '[Søren,Ågård],b\n' : text;
		const [read, cells, misread] = readMixed((text === '\ufeff' ? text : '') + header + rows);
		expect(read).toBe(encoding);
		expect(cells).toContain('Søren Ågård');
		expect(misread).toHaveLength(2);
	});

	test('one cell of a line, and one letter of a cell', () => {
		expect(readMixed(`${header}Jürgen,Müller,a\nSøren,[Å]gård,b\n`)).toEqual([
			'utf-8-mixed',
			['Jürgen Müller', 'Søren Ågård'],
			['3/1'],
		]);
	});

	test('in another line than most: the file is Windows-1252, and that one is told as misread', () => {
		expect(readMixed(`${header}[Jörg,Groß],a\n[Käthe,Weiß],a\nJürgen,Müller,b\n`)).toEqual([
			'windows-1252',
			['Jörg Groß', 'Käthe Weiß', 'JÃ¼rgen MÃ¼ller'],
			[],
		]);
	});

	test('with line breaks of any kind, and in quoted cells', () => {
		expect(readMixed(`${header}Jürgen,Müller,a\r"[Søren\r\nÅ]",gård,b\r\nÉlodie,Lefèvre,c`)).toEqual([
			'utf-8-mixed',
			['Jürgen Müller', 'Søren\r\nÅ gård', 'Élodie Lefèvre'],
			['3/0'],
		]);
	});

	test('sequences that are cut off, too long or beyond Unicode', () => {
		for (const stray of [
			'[\u00c3]',
			'[\u00c0\u0080]',
			'[\u00ed\u00a0\u0080]',
			'[\u00f5\u0080\u0080\u0080]',
			'[\u00e2\u0082]',
		]) {
			const [encoding, cells, misread] = readMixed(`${header}Jürgen,Müller,a\nÉlodie,x${stray}x,b\n`);
			expect(encoding).toBe('utf-8-mixed');
			expect(JSON.stringify(cells)).not.toMatch(/\ufffd|\\ud/);
			expect(misread).toEqual(['3/1']);
		}
	});

	test('emoji and other planes are no strays', () => {
		expect(readMixed(`${header}😀,𠮷野,a\n[Søren],x,b\n`)).toEqual([
			'utf-8-mixed',
			['😀 𠮷野', 'Søren x'],
			['3/0'],
		]);
	});

	test('a large file is read in steps and whole', () => {
		const lines = Array.from({length: 20_000}, (_, index) =>
			index % 7 === 3 ? `[Jürgen],Müller${index},a` : `Jürgen,Müller${index},a`,
		);
		const [encoding, cells, misread] = readMixed(`${header}${lines.join('\n')}\n`);
		expect(encoding).toBe('utf-8-mixed');
		expect(cells).toEqual(lines.map((_, index) => `Jürgen Müller${index}`));
		expect(misread).toHaveLength(lines.filter((line) => line.includes('[')).length);
	});
});
