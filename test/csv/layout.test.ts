import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {parseCsv} from '../../source/csv/parse.ts';
import {finishWork} from '../../source/domain/work.ts';
import {countsOf, listProblems, parseTable, planLines} from './plan-csv.ts';

const header = 'First name,Last name,Email address';
const ann = 'Ann,Archer,ann@x.example';
const ben = 'Ben,Baker,ben@x.example';

function readCase(name: string): string {
	return readFileSync(new URL(`../cases/${name}`, import.meta.url), 'utf8');
}

/** Problems of reading as "line severity code", and the rows as "line: cells". */
function readLayout(text: string): {readonly told: readonly string[]; readonly rows: readonly string[]} {
	const {problems, rows} = parseTable(text);
	return {
		told: problems.map(({line, severity, code}) => `${line ?? 'file'} ${severity} ${code}`),
		rows: rows.map(({line, cells}) => `${line}: ${cells.join('|')}`),
	};
}

const readAnn = (line: number) => `${line}: Ann|Archer|ann@x.example`;
const readBen = (line: number) => `${line}: Ben|Baker|ben@x.example`;

describe('lines above the header', () => {
	test.each([
		['ps-type-line.csv', 2],
		['entra-version-line.csv', 2],
		['numbers-table-1.csv', 2],
		['comment-lines.csv', 2],
	])('%s: the header is found, and its line is said', (name, line) => {
		const text = readCase(name);
		expect(parseTable(text)).toMatchObject({headerLine: line, headers: header.split(',')});
		const plan = planLines(text.split('\n'));
		expect(plan.created).toMatchObject([
			{user: {firstName: 'Ann', lastName: 'Archer', email: 'ann@x.example'}},
		]);
		expect(plan.problems[0]).toMatchObject({severity: 'notice', code: 'above-header', line});
		expect(countsOf(plan)).toEqual([1, 0, 0, 0, 0]);
	});

	test.each([
		['a title and a blank line', `Staff 2026\n\n${header}\n${ann}\n`, 3],
		['a title with a quote in it', `"Staff, ""all"""\n${header}\n${ann}\n`, 2],
		['a quote that is never closed', `"Staff\n${header}\n${ann}\n`, 2],
		['a title of two lines in quotes', `"Staff\nof 2026",,\n${header}\n${ann}\n`, 3],
		['a title that is a name of ours', `Profile\n${header}\n${ann}\n`, 2],
		['a setting that is one', `Number,25\n${header}\n${ann}\n`, 2],
		['nineteen of them', `${'Staff\n'.repeat(19)}${header}\n${ann}\n`, 20],
		['a comment above one name', `# x\nLast name,Room\nArcher,1\n`, 2],
		['a comment above sep= and a BOM before all', `\ufeffsep=,\n# x\n${header}\n${ann}\n`, 3],
		['a header that starts with #', `#${header}\n${ann}\n`, 1],
		['one column', 'Staff\nEmail address\nann@x.example\n', 2],
	])('%s', (_name, text, line) => {
		expect(parseTable(text).headerLine).toBe(line);
		expect(parseTable(text).rows).toHaveLength(1);
	});

	test('lines that may be users are a warning, without a word of what they hold', () => {
		const {problems} = parseTable(`Cy,Coe,Secret1\n${header}\n${ann}\n`);
		expect(problems).toMatchObject([{severity: 'warning', code: 'above-header', line: 2}]);
		expect(problems[0]?.message).toContain('line 1');
		expect(JSON.stringify(problems)).not.toMatch(/Cy|Secret1/);
	});

	test.each([
		['more than twenty lines', `${'Staff\n'.repeat(20)}${header}\n${ann}\n`],
		['one name among values', `Cy,Coe,cy@x.example\nMail,Coe,cy@x.example\n${ann}\n`],
	])('%s hide it', (_name, text) => {
		expect(finishWork(parseCsv(text, 'utf-8'))).toMatchObject({refused: {code: 'no-header', line: 1}});
	});

	test('a million blank lines do not', () => {
		const work = parseCsv(`${'\r\n'.repeat(1_000_000)}${header}\r\n${ann}\r\n`, 'utf-8');
		const steps = [...work];
		expect(steps.length).toBeGreaterThan(10);
	});
});

describe('comments among the rows', () => {
	test('are skipped and told where there is one above the header', () => {
		const text = `# exported\n${header}\n# sales, "all"\n${ann}\n #Cy,Coe,cy@x.example\n${ben}\n`;
		expect(readLayout(text)).toEqual({
			told: ['2 notice above-header', 'file notice comments-skipped'],
			rows: [readAnn(4), readBen(6)],
		});
		expect(parseTable(text).problems[1]?.message).toContain('lines 3 and 5');
	});

	test('but are rows elsewhere: a # may be the beginning of a value', () => {
		const rows = `${header}\n# sales\n${ann}\n`;
		expect(readLayout(rows).rows).toEqual(['2: # sales', readAnn(3)]);
		expect(readLayout(`#TYPE Selected.ADUser\n${rows}`).rows).toHaveLength(2);
		expect(readLayout(`Staff\n${rows}`).rows).toHaveLength(2);
	});

	test('a number with a # is none', () => {
		const text = `# x\nNumber,Last name,Email address\n#77,Archer,ann@x.example\n*#9,Baker,ben@x.example\n# 7,C,c@x\n`;
		expect(parseTable(text).rows.map(({cells}) => cells[0])).toEqual(['#77', '*#9']);
	});
});

describe('a line that belongs to the header is skipped and told', () => {
	test.each([
		['the header again', header],
		['with other blanks', ' First name ,"Last name",Email address'],
		['in another language', 'Vorname,Nachname,E-Mail-Adresse'],
		['the header of a second file with its mark', `\ufeff${header}`],
		['dashes of SQL tools', '----------,---------,---'],
		['dashes of Markdown', ':---,---,--:'],
		['dashes in one cell', '-------------------------'],
	])('%s', (_name, line) => {
		expect(readLayout(`${header}\n${ann}\n${line}\n${ben}\n`)).toEqual({
			told: ['file notice headings-skipped'],
			rows: [readAnn(2), readBen(4)],
		});
	});

	test.each([
		['a user called Nombre', 'Nombre,Apellido,n@x.example'],
		['one dash in each cell', '-,-,-'],
		['a password of dashes', 'Ann,Archer,-----'],
	])('%s is a row', (_name, line) => {
		expect(readLayout(`${header}\n${line}\n${ben}\n`)).toMatchObject({told: []});
	});

	test.each([
		['two columns changed', 'Last name,First name,Email address'],
		['fewer columns', 'Last name,Email address'],
		['more columns, in another language', 'Vorname,Nachname,E-Mail,Durchwahl,PIN'],
		['with a column that is ignored', 'Display name,Last name,Email address'],
	])(
		'where the columns become others the file is refused, as names would change places: %s',
		(_name, line) => {
			const text = `${header}\n${ann}\n\n${line}\nBaker,Ben,ben@x.example\n`;
			expect(finishWork(parseCsv(text, 'utf-8'))).toMatchObject({refused: {code: 'other-header', line: 4}});
		},
	);

	test('one name is not enough where other cells differ', () => {
		expect(readLayout('Last name,Room\nNom,1\nLast name,Room\n').rows).toEqual(['2: Nom|1']);
	});
});

describe('a whole line in quotes is read again', () => {
	test('every line', () => {
		const text = `"${header}"\r\n"Ann,""Archer, Dr."",ann@x.example"\r\n"${ben}"\r\n`;
		expect(readLayout(text)).toEqual({
			told: ['file notice quoted-lines'],
			rows: ['2: Ann|Archer, Dr.|ann@x.example', readBen(3)],
		});
		expect(parseTable(text).headers).toEqual(header.split(','));
	});

	test.each([';', '\t', '|'] as const)('with %j in it', (delimiter) => {
		const quoted = [header, ann].map((line) => `"${line.replaceAll(',', delimiter)}"\n`).join('');
		expect(readLayout(quoted).rows).toEqual([readAnn(2)]);
	});

	test('some lines, where they have as many cells as the header', () => {
		const text = `${header}\n"Ann,""Archer"",ann@x.example"\n${ben}\n"Coe, Cy"\n`;
		expect(readLayout(text).rows).toEqual([readAnn(2), readBen(3), '4: Coe, Cy']);
		expect(parseTable(text).problems[0]?.message).toContain('line 2.');
	});

	test('its cells are compared with the header, and a broken quote in it has its line', () => {
		const text = `"${header}"\n"${ann}"\n"Ben,Baker,b@x.example,1"\n"Cy,""Coe,c@x.example"\n`;
		const plan = planLines(text.split('\n'));
		expect(listProblems(plan)).toEqual([
			'file notice quoted-lines',
			'3 error too-many-cells',
			'4 error unclosed-quote',
		]);
	});

	test('a single cell in a file of one column is what it is', () => {
		expect(readLayout('Last name\n"Archer, Ann"\n').rows).toEqual(['2: Archer, Ann']);
	});
});

describe('sep= of another separator', () => {
	test.each([
		['sep=;', ','],
		['sep=,', ';'],
		['sep=\t', '|'],
	] as const)('%j above a file with %j is told, and the file is read', (line, delimiter) => {
		const text = `${line}\r\n${header}\r\n${ann}\r\n`.replaceAll(/(?<!sep=),/g, delimiter);
		expect(readLayout(text)).toEqual({told: ['1 notice wrong-separator-line'], rows: [readAnn(3)]});
	});

	test('where both make a header, what it says holds', () => {
		const table = parseTable('sep=;\nLast name;Email address,x\nArcher, Ann;ann@x.example\n');
		expect(table).toMatchObject({delimiter: ';', problems: []});
	});
});

describe('the mark with which DOS ends a text', () => {
	test.each(['\u001a', '\u001a\r\n', '\u001a\u001a\0\0', '\r\n\u001a'])('%j is no content', (end) => {
		expect(readLayout(`${header}\r\n${ann}\r\n${end}`)).toEqual({told: [], rows: [readAnn(2)]});
		expect(readLayout(`${header}\r\n${ann}${end}`)).toEqual({told: [], rows: [readAnn(2)]});
	});

	test('a file that ends in it is not cut off', () => {
		expect(listProblems(planLines([header, ann, ann, 'Cy,Coe\u001a']))).not.toContain('4 error cut-off');
	});

	test('elsewhere it is a character', () => {
		expect(readLayout(`${header}\nAnn\u001a,Archer,ann@x.example\n`).rows).toEqual([
			'2: Ann\u001a|Archer|ann@x.example',
		]);
	});
});

describe('how lines end', () => {
	test.each([
		['LF', `${header}\n${ann}\n`, ['LF']],
		['CRLF, the last line without', `${header}\r\n${ann}\r\n${ben}`, ['CRLF']],
		['CR', `${header}\r${ann}\r`, ['CR']],
		['several', `${header}\r\n${ann}\n${ben}\r`, ['CRLF', 'LF', 'CR']],
		['CRLF, with a LF in a cell', `${header}\r\nAnn,"Arch\ner",ann@x.example\r\n`, ['CRLF']],
		['CRLF, with a quote in a line that is never closed', `${header}\r\n"${ann}\r\n${ben}\r\n`, ['CRLF']],
		['CRLF, with semicolons and a LF in a cell', 'Last name;Mail\r\n"a\nb";a@x.example\r\n', ['CRLF']],
		['a line without one', header, []],
	])('%s', (_name, text, lineEnds) => {
		expect(parseTable(text).lineEnds).toEqual(lineEnds);
	});
});
