import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {cutCell, fileLimits, refuseLargeTable, refuseManyProblems} from '../../source/csv/file-limits.ts';
import {formatRejects} from '../../source/csv/format-rejects.ts';
import {parseCsv} from '../../source/csv/parse.ts';
import {finishWork} from '../../source/domain/work.ts';
import {parseTable, planLines, refuseLines} from './plan-csv.ts';

const header = 'Last name,Email address';
const next = 'Baker,ben@example.com';

/** The code of the first row's fault; undefined where the row is read. What is below it is read in any case. */
function codeOfFirstRow(row: string): string | undefined {
	const {rows} = parseTable(`${header}\n${row}\n${next}\n`);
	expect(rows.at(-1)?.cells).toEqual(['Baker', 'ben@example.com']);
	return rows[0]?.fault?.code;
}

function refusalOf(text: string): string | undefined {
	const table = finishWork(parseCsv(text, 'utf-8'));
	return 'refused' in table ? table.refused.code : undefined;
}

describe('rules.md 4.9: a cell and a row', () => {
	const cell = 'x'.repeat(fileLimits.cell);
	const half = 'x'.repeat(fileLimits.row / 2 - 1);

	test.each([
		['a cell at the limit', `${cell},a@b.de`, undefined],
		['a cell over it', `${cell}x,a@b.de`, 'cell-too-long'],
		['a quoted cell at the limit', `"${cell}",a@b.de`, undefined],
		['a quoted cell over it', `"${cell}x",a@b.de`, 'cell-too-long'],
		['a quoted cell behind a blank', `a, "${cell}x"`, 'cell-too-long'],
		['a cell that is far over it', `${cell.repeat(40)},a@b.de`, 'cell-too-long'],
		['a quoted cell that is far over it', `a,"${cell.repeat(40)}"`, 'cell-too-long'],
		// The line feed belongs to the row.
		['a row at the limit', `${half},${half}`, undefined],
		['a row over it', `${half},${half}x`, 'row-too-long'],
		['many cells in a row that is far over it', 'x,'.repeat(500_000), 'row-too-long'],
		['quotes behind blanks in a row that is far over it', ' "x, '.repeat(500_000), 'row-too-long'],
	])('%s', (_name, row, code) => {
		expect(codeOfFirstRow(row)).toBe(code);
	});

	test('what is too long is nowhere repeated, and the row is rejected again', () => {
		const text = `${header}\n${'secret'.repeat(20_000)},a@b.de\n${next}\n`;
		const plan = planLines([text]);
		expect(plan).toMatchObject({
			created: [{row: {line: 3}}],
			rejected: [{row: {line: 2, cells: [cutCell, 'a@b.de']}}],
		});
		expect(JSON.stringify(plan)).not.toContain('secret');
		const rejects = formatRejects(parseTable(text), plan.rejected, '0123456789abcdef');
		expect(planLines([rejects.slice(1)])).toMatchObject({created: [], rejected: [{}]});
	});

	test('the lines behind one that goes on and on have their numbers', () => {
		const long = 'x'.repeat(5_000_000);
		for (const end of ['\n', '\r\n', '\r']) {
			const {rows} = parseTable([header, 'a,b', long, next, long, next, ''].join(end));
			expect(rows.map(({line}) => line)).toEqual([2, 3, 4, 5, 6]);
		}
	});

	test('where a line ends next to the limit changes nothing', () => {
		fc.assert(
			fc.property(
				fc.integer({min: -4, max: 4}),
				fc.constantFrom('\n', '\r\n', '\r'),
				fc.constantFrom('x', '"', ' ', ','),
				(more, end, last) => {
					const line = `a,${'x'.repeat(fileLimits.cell)},${'y'.repeat(fileLimits.cell + more - 4)}${last}`;
					const {rows} = parseTable([header, 'a,b', line, next, ''].join(end));
					expect(rows.map((row) => row.line)).toEqual([2, 3, 4]);
					expect(rows.at(-1)?.cells).toEqual(['Baker', 'ben@example.com']);
				},
			),
			{numRuns: 60},
		);
	});
});

describe('rules.md 4.9: a quote that is not closed in time', () => {
	test('costs its line', () => {
		const lines = 'x,y\n'.repeat(50_000);
		const {rows} = parseTable(`${header}\n1,"b\n${lines}"c,d\n`);
		expect(rows[0]).toMatchObject({line: 2, cells: ['1', '"b'], fault: {code: 'unclosed-quote'}});
		expect(rows).toHaveLength(50_002);
	});

	test.each([
		['one quote in 20 MB', 'too-many-rows', `${header}\n1,"${'x,y\n'.repeat(5_000_000)}`],
		['one line of 20 MB', 'cell-too-long', `${header}\n1,"${'x'.repeat(20_000_000)}`],
		['many quotes in one line', 'cell-too-long', `${header}\n${' "'.repeat(5_000_000)}`],
		['a quote on every line', 'too-many-rows', `${header}\n${'1,"b\n'.repeat(1_000_000)}`],
		['doubled quotes on every line', 'rows-too-narrow', `${header}\n${'"""\n'.repeat(1_000_000)}`],
		['nothing but delimiters', 'row-too-long', `${header}\n${','.repeat(10_000_000)}`],
		['delimiters above the header', 'row-too-long', `${','.repeat(10_000_000)}\n${header}\n`],
		['one header of 5 MB', 'cell-too-long', 'Last name'.repeat(600_000)],
		['a million headers', 'row-too-long', 'Last name,'.repeat(1_000_000)],
	])(
		'%s is refused, as a file or in its first row: %s',
		(_name, code, text) => {
			const table = finishWork(parseCsv(text, 'utf-8'));
			expect('refused' in table ? table.refused.code : table.rows[0]?.fault?.code).toBe(code);
		},
		60_000,
	);
});

describe('rules.md 4.9: a header', () => {
	const others = (amount: number): string =>
		Array.from({length: amount}, (_, index) => `c${index}`).join(',');

	test.each([
		['columns at the limit', `${header},${others(fileLimits.columns - 2)}\n`, undefined],
		['columns over it', `${header},${others(fileLimits.columns - 1)}\n`, 'too-many-columns'],
		['many more columns', `${header},${others(15_000)}\n`, 'too-many-columns'],
		['even more columns', `${header},${others(152_000)}\n`, 'row-too-long'],
		['a name at the limit', `${header},${'x'.repeat(fileLimits.header)}\n`, undefined],
		['a name over it', `${header},${'x'.repeat(fileLimits.header + 1)}\n`, 'header-too-long'],
		['a name that is longer than a cell', `${header},${'x'.repeat(fileLimits.cell + 1)}\n`, 'cell-too-long'],
		['a name of 5 MB', `${header},${'x'.repeat(5_000_000)}\n`, 'cell-too-long'],
	])('%s', (_name, text, code) => {
		expect(refusalOf(text)).toBe(code);
	});

	test('unknown names as long as ours are planned', () => {
		const names = Array.from({length: 998}, (_, index) => `PBX SIP pasword ${index}`);
		expect(planLines([[header, ...names].join(',')]).problems.length).toBeGreaterThan(900);
	});
});

describe('rules.md 4.9: a table', () => {
	test.each([
		[fileLimits.rows, 0, undefined],
		[fileLimits.rows + 1, 0, 'too-many-rows'],
		[1, fileLimits.cells, undefined],
		[1, fileLimits.cells + 1, 'too-many-rows'],
	])('%i rows with %i cells', (rows, cells, code) => {
		expect(refuseLargeTable(rows, cells)?.code).toBe(code);
	});

	test('with a row too many is refused', () => {
		const rows = (amount: number): string => `Last name\n${'x\n'.repeat(amount)}`;
		expect(refusalOf(rows(fileLimits.rows))).toBeUndefined();
		expect(refusalOf(rows(fileLimits.rows + 1))).toBe('too-many-rows');
	});
});

test('rules.md 4.9: a file is refused that has nothing but problems', () => {
	expect(refuseManyProblems(fileLimits.problems, 3)).toBeUndefined();
	expect(refuseManyProblems(fileLimits.problems + 1, 3)).toMatchObject({code: 'too-many-problems', line: 3});
	const row = '\u202e,,a b,ann@,a b,a b,1,a b,a b,@\n';
	const text = `First name,Last name,Number,Email address,PBX SIP Host,PBX SIP user name,PIN,MBG SIP user name,MiCollab Client Service host,Login ID\n${row.repeat(130_000)}`;
	expect(refuseLines([text])).toMatchObject({code: 'too-many-problems'});
}, 60_000);

test.each([false, true])(
	'an ID of many zeros is no number, overwrite %s',
	(overwrite) => {
		const text = `ID,${header}\n${`${'0'.repeat(60_000)}1x,Archer,a@b.de\n`.repeat(3)}`;
		expect(planLines([text], {overwrite}).rejected).toHaveLength(3);
	},
	60_000,
);

test('a profile of many characters is near to none', () => {
	const text = `${header},Profile\nArcher,a@b.de,${'Default'.repeat(9000)}\n`;
	expect(planLines([text], {profile: {from: 'csv'}}).problems).toMatchObject([
		{code: 'too-long', column: 'Profile'},
	]);
});
