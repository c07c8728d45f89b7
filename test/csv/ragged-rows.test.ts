import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseCsv} from '../../source/csv/parse.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import type {Problem} from '../../source/domain/problem.ts';
import {finishWork} from '../../source/domain/work.ts';
import {countsOf, listProblems, plainOptions, planLines, sheetOf} from './plan-csv.ts';

/** With passwords, as a shift would put them under a header beside. */
const secret = 'Last name,Email address,Number,PBX SIP user name,PBX SIP password,Voicemail number';
const plain = 'First name,Last name,Email address,Number,Voicemail number';

function readCase(name: string): readonly string[] {
	return readFileSync(new URL(`../cases/${name}`, import.meta.url), 'utf8').split('\n');
}

function refusalOf(lines: readonly string[]): Problem | undefined {
	const table = finishWork(parseCsv(lines.join('\n'), 'utf-8'));
	return 'refused' in table ? table.refused : undefined;
}

describe('a row with fewer cells than the header', () => {
	test('row-missing-comma-2.csv: an error where a password may be under another header, with both counts', () => {
		const plan = planLines(readCase('row-missing-comma-2.csv'));
		expect(countsOf(plan)).toEqual([1, 0, 0, 2, 0]);
		expect(listProblems(plan)).toEqual(['3 error too-few-cells', '4 error too-few-cells']);
		expect(plan.problems.map(({message}) => message.match(/\d+/g))).toEqual([
			['5', '6'],
			['5', '6'],
		]);
		expect(JSON.stringify(plan.problems)).not.toMatch(/Secret|sip200/);
	});

	test('outlook-short.csv: one warning where the writer leaves out blank cells, and all users', () => {
		const plan = planLines(readCase('outlook-short.csv'));
		expect(countsOf(plan)).toEqual([2, 0, 0, 0, 0]);
		expect(listProblems(plan)).toEqual(['2 warning too-few-cells']);
		expect(plan.problems[0]?.message.match(/\d+/g)).toEqual(['7', '2', '3']);
	});

	test('an error in a file that writes its blank cells at the end', () => {
		const plan = planLines([plain, 'A,A,a@x.example,1,', 'B,B,b@x.example,2', 'C,C,c@x.example,3,7', '']);
		expect(listProblems(plan)).toEqual(['3 error too-few-cells']);
		expect(countsOf(plan)).toEqual([2, 0, 0, 1, 0]);
	});

	test('a warning, with the row’s own line, where nothing tells', () => {
		const plan = planLines([plain, 'A,A,a@x.example,1,5', 'B,B,b@x.example,2', 'C,C,c@x.example,3,7', '']);
		expect(listProblems(plan)).toEqual(['3 warning too-few-cells']);
		expect(plan.problems[0]).toMatchObject({line: 3, who: 'B B'});
		expect(countsOf(plan)).toEqual([3, 0, 0, 0, 0]);
	});

	test('an error in place of all others where its values do not fit, as one may be a secret', () => {
		const plan = planLines([plain, 'A,A,a@x.example,1,5', 'B,b@x.example,s3cret word,2', 'C,C,c@x,3,7', '']);
		expect(listProblems(plan)).toEqual(['3 error too-few-cells', '4 error email-address Email address']);
		expect(JSON.stringify(plan.problems)).not.toContain('s3cret');
	});

	test('the file ends in it without a line end: an error, as it is cut off', () => {
		const lines = [plain, 'A,A,a@x.example,1', 'B,B,b@x.example', 'C,C,c@x.exam'];
		expect(listProblems(planLines(lines))).toEqual(['2 warning too-few-cells', '4 error cut-off']);
		expect(listProblems(planLines([...lines, '']))).toEqual(['2 warning too-few-cells']);
		expect(listProblems(planLines([plain, 'A,A,a@x.example,1,2', 'B,B,b@x.example,3,4']))).toEqual([]);
	});

	test('but not where something else is below it', () => {
		const lines = ['# x', plain, 'A,A,a@x.example,1', 'B,B,b@x.example', '# end'];
		expect(listProblems(planLines(lines))).not.toContain('4 error cut-off');
	});

	test('an error from the cell on that may be a password, also of another system', () => {
		const full = 'A,a@x.example,1,a,pw,5';
		const rows = ['B,b@x.example,2,b', 'C,c@x.example,3'];
		expect(listProblems(planLines([secret, full, full, full, ...rows, ''])).slice(-2)).toEqual([
			'5 error too-few-cells',
			'6 warning too-few-cells',
		]);
		const other = 'Last name,Email address,AuthID,AuthPassword,Number';
		const row = 'A,a@x.example,x,y,1';
		const plan = planLines([other, row, row, row, 'B,b@x.example,x', 'C,c@x.example', '']);
		expect(listProblems(plan).slice(-2)).toEqual(['5 error too-few-cells', '6 warning too-few-cells']);
	});

	test('ten of them are the habit of a writer that leaves out blank cells, also behind passwords', () => {
		const lines = Array.from(
			{length: 22},
			(_, index) => `L${index},u${index}@x.example,${index},s${index},pw`,
		);
		const full = (from: number) => lines.map((line, index) => (index < from ? `${line},7` : line));
		expect(listProblems(planLines([secret, ...full(12), '']))).toEqual(['14 warning too-few-cells']);
		const nine = planLines([secret, ...full(13), '']);
		expect(nine.rejected).toHaveLength(9);
		const blank = planLines([secret, ...full(12).with(0, `${lines[0]},`), '']);
		expect(blank.rejected).toHaveLength(10);
	});

	test('Excel leaves blank cells out by blocks of 16 lines: no error, whatever stands in them', () => {
		const row = (index: number, end: string) => `L${index},u${index}@x.example,${index},s${index}${end}`;
		const lines = Array.from({length: 100}, (_, index) => {
			if (index < 15) return row(index, index === 7 ? ',pw,' : ',,');
			if (index >= 47 && index < 63) return row(index, index === 50 ? ',pw,7' : ',,');
			return row(index, '');
		});
		const plan = planLines([secret, ...lines, '']);
		expect(listProblems(plan)).toEqual(['17 warning too-few-cells']);
		expect(plan.created).toHaveLength(100);
		const broken = planLines([secret, ...lines.with(50, row(50, '')), '']);
		expect(listProblems(broken)).toContain('52 error too-few-cells');
	});
});

describe('a file whose rows do not fit its header is refused, with both counts and a line', () => {
	test.each([
		['a header is missing', 'Last name,Email address', 'A,a@x.example,Secret1', '2 rows-too-wide', '2 2 3'],
		['names with a comma', plain, 'A,Archer, Dr.,a@x.example,1,2', '2 rows-too-wide', '5 2 6'],
		['a cell is missing', plain, 'Archer,a@x.example,1,2', '2 rows-too-narrow', '5 2 4'],
		[
			'a password is missing its header',
			secret,
			'A,a@x.example,sip1,Secret1,7001',
			'2 rows-too-narrow',
			'6 2 5',
		],
	])('%s', (_name, header, row, expected, counts) => {
		const refused = refusalOf([header, row, row.replace('a@', 'b@'), '']);
		expect(`${refused?.line} ${refused?.code}`).toBe(expected);
		expect(refused?.message.match(/\d+/g)?.join(' ')).toBe(counts);
		expect(JSON.stringify(refused)).not.toMatch(/Secret|Archer|sip1/);
	});

	test('two headers that run together are named as the cause', () => {
		const header = secret.replace('Number,PBX', 'NumberPBX');
		const refused = refusalOf([header, 'A,a@x.example,1,a,pw,7', 'B,b@x.example,2,b,pw,8']);
		expect(refused).toMatchObject({
			code: 'rows-too-wide',
			fix: expect.stringContaining('"Number" and "PBX SIP user name"'),
		});
	});

	test.each([
		['half of the rows are wider', [plain, 'A,A,a@x.example,1,2', 'B,B,b@x.example,1,2,x', '']],
		['what is beyond is blank', [plain, 'A,A,a@x.example,1,2,', 'B,B,b@x.example,3,4,', '']],
		['rows end in their e-mail address', [plain, 'A,A,a@x.example', 'B,B,b@x.example', '']],
		['rows end where they will', [plain, 'A,A,a@x.example', 'B,B,b@x.example,3', 'C,C,c@x.example,5,6', '']],
		['there is one row', [plain, 'Archer,a@x.example,1,2', '']],
		['the header ends in separators, too', [`${plain},,`, 'A,A,a@x.example,1,2', 'B,B,b@x.example,3,4', '']],
	])('but not where %s', (_name, lines) => {
		expect(refusalOf(lines)).toBeUndefined();
	});
});

describe('separators and columns without a header', () => {
	test('rows that end in a separator which the header lacks: one warning that says how a row is read', () => {
		const plan = planLines([plain, 'Ann,Archer,a@x.example,2001,7,', 'Ben,Baker,b@x.example,2002,8,', '']);
		expect(countsOf(plan)).toEqual([2, 0, 0, 0, 0]);
		expect(listProblems(plan)).toEqual(['2 warning extra-separator']);
		expect(plan.problems[0]?.message).toMatch(
			/5 cells, but all 2 rows .* 6 cells\. .*First name: "Ann", Last name: a word, Email address: an e-mail address, Directory Number: digits/,
		);
	});

	test('one such row has a warning of its own', () => {
		const plan = planLines([plain, 'A,A,a@x.example,1,2,', 'B,B,b@x.example,3,4', '']);
		expect(listProblems(plan)).toEqual(['2 warning extra-separator']);
		expect(plan.problems[0]).toMatchObject({line: 2, who: 'A A'});
	});

	test('where the header has the separator, too, there is nothing to say', () => {
		const rows = ['A,A,a@x.example,1,2,', 'B,B,b@x.example,3,4,,,', ''];
		expect(planLines([`${plain},`, ...rows]).problems).toEqual([]);
	});

	test.each([
		['Secret1!', 'other text'],
		['geheim', 'a word'],
		['482913', 'digits'],
		['correct horse', 'words'],
		['P@ss.word', 'an e-mail address'],
		['en', '"en"'],
	])('a column without header: a warning that says what is in it, but shows no %s', (value, shown) => {
		const plan = planLines(['Last name,,Email address', `A,${value},a@x.example`, 'B,,b@x.example', '']);
		expect(listProblems(plan)).toEqual(['file warning empty-header Column 2']);
		expect(plan.problems[0]?.message).toContain(
			`It is ignored, as it has no header. It has 1 value: ${shown} on line 2`,
		);
		if (value.length > 3) expect(JSON.stringify(plan.problems)).not.toContain(value);
	});

	test('two headers that run together: a warning with what is under it, and how to part them', () => {
		const header = 'Last name,Email address,Directory NumberPBX SIP user name';
		const plan = planLines([header, 'A,a@x.example,2001 sip2001', 'B,b@x.example,2002 sip2002', '']);
		expect(listProblems(plan)).toEqual(['file warning joined-headers Directory NumberPBX SIP user name']);
		expect(plan.problems[0]).toMatchObject({
			message: expect.stringContaining('2 values: other text on line 2'),
			fix: expect.stringContaining('comma between "Directory Number" and "PBX SIP user name"'),
		});
	});

	test.each(['Email ID', 'EmailID', 'Number, extension', 'PINNumber', 'Last name first name'])(
		'%s is no pair of headers',
		(header) => {
			const plan = planLines([`"${header}",Last name,Email address`, 'x,A,a@x.example', '']);
			expect(plan.problems.map(({code}) => code)).not.toContain('joined-headers');
		},
	);
});

describe('whatever a separator too many or too few does, no password is told', () => {
	const columns = [...secret.split(','), 'First name', 'MBG SIP password', 'Notes'];
	const headers = fc
		.shuffledSubarray(columns, {minLength: 3})
		.filter((names) => names.includes('Last name') && names.some(isPassword));
	const damage = fc.record({line: fc.nat(8), cell: fc.nat(8), add: fc.boolean()});

	function isPassword(name: string): boolean {
		return name.includes('password');
	}

	function makeCell(name: string, row: number): string {
		if (isPassword(name)) return `S3cret${row}`;
		return name === 'Email address' ? `u${row}@x.example` : `${name[0]}${row}`;
	}

	/** The line with one separator more, inside the cell, or with one less, behind it. */
	function damageLine(cells: readonly string[], cell: number, add: boolean): string {
		const at = cells.slice(0, cell + 1).join(',').length;
		const line = cells.join(',');
		return add ? `${line.slice(0, at - 1)},${line.slice(at - 1)}` : line.slice(0, at) + line.slice(at + 1);
	}

	function tellOf(lines: readonly string[]): string {
		const table = finishWork(parseCsv(`${lines.join('\n')}\n`, 'utf-8'));
		if ('refused' in table) return JSON.stringify(table);
		const plan = finishWork(planImport(table, plainOptions, sheetOf(), 'users.csv'));
		return JSON.stringify('refused' in plan ? plan : plan.problems);
	}

	test.each(['to the header', 'to rows'])('%s', (where) => {
		fc.assert(
			fc.property(
				headers,
				fc.integer({min: 1, max: 8}),
				fc.array(damage, {maxLength: 6}),
				(names, rows, damages) => {
					const table = Array.from({length: rows}, (_, row) => names.map((name) => makeCell(name, row)));
					const lines = [names, ...table].map((cells, index) => {
						const own = damages.find(({line}) => (where === 'to rows' ? line + 1 : 0) === index);
						if (own === undefined || own.cell >= cells.length - 1) return cells.join(',');
						return damageLine(cells, own.cell, own.add);
					});
					expect(tellOf(lines)).not.toContain('3cret');
				},
			),
			{numRuns: 1000},
		);
	});
});
