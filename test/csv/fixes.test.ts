import {describe, expect, test} from 'vitest';
import {
	dropFixes,
	type Fixes,
	fixRow,
	isFixable,
	leaveOut,
	noFixes,
	setCells,
} from '../../source/csv/fixes.ts';
import {formatRejects} from '../../source/csv/format-rejects.ts';
import type {CsvRow, ImportOptions, ImportPlan} from '../../source/csv/import-plan.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import {finishWork} from '../../source/domain/work.ts';
import {countsOf, listProblems, makeUser, parseTable, plainOptions, sheetOf} from './plan-csv.ts';

function rowOf(lines: readonly string[], line: number): CsvRow {
	const row = parseTable(lines.join('\n')).rows.find((one) => one.line === line);
	if (row === undefined) throw new Error(`No line ${line}`);
	return row;
}

/** The plan with cells set, as [line, position, value], and lines left out. */
function planFixed(
	lines: readonly string[],
	cells: readonly (readonly [line: number, position: number, value: string])[],
	{
		without = [],
		options = {},
		sheet = sheetOf(),
	}: {
		readonly without?: readonly number[];
		readonly options?: Partial<ImportOptions>;
		readonly sheet?: Sheet;
	} = {},
): ImportPlan {
	const set = setCells(
		noFixes,
		cells.map(([line, position, value]) => ({row: rowOf(lines, line), position, value})),
	);
	const fixes = leaveOut(
		set,
		without.map((line) => rowOf(lines, line)),
	);
	const table = parseTable(lines.join('\n'));
	const plan = finishWork(planImport(table, {...plainOptions, ...options}, sheet, 'users.csv', fixes));
	if ('refused' in plan) throw new Error(plan.refused.message);
	return plan;
}

describe('fixes over the rows of a file', () => {
	const row: CsvRow = {line: 2, cells: ['a', 'b'], misread: new Set([0, 1])};
	const set = (fixes: Fixes, position: number, value: string) => setCells(fixes, [{row, position, value}]);

	test('a cell is set, set again, and no fix any more when it is as the file has it', () => {
		const once = set(noFixes, 1, 'x');
		expect([...(once.get(2)?.cells ?? [])]).toEqual([[1, 'x']]);
		expect(set(set(once, 1, 'y'), 1, 'b').size).toBe(0);
		expect(noFixes.size).toBe(0);
	});

	test('what is left out keeps its cells for when it is taken back', () => {
		const out = leaveOut(set(noFixes, 0, 'x'), [row]);
		expect(out.get(2)).toEqual({leftOut: true, cells: new Map([[0, 'x']])});
		expect(leaveOut(out, [row], false).get(2)?.leftOut).toBe(false);
		expect(leaveOut(leaveOut(noFixes, [row]), [row], false).size).toBe(0);
		expect(dropFixes(out, [row]).size).toBe(0);
	});

	test('the fixed cell is not misread, the others are as they were', () => {
		const fixed = fixRow(row, set(noFixes, 0, 'x').get(2));
		expect(fixed).toEqual({line: 2, cells: ['x', 'b'], misread: new Set([1])});
		expect(row.cells).toEqual(['a', 'b']);
	});

	test('a cell behind the end of the row', () => {
		expect(fixRow(row, set(noFixes, 3, 'x').get(2)).cells).toEqual(['a', 'b', '', 'x']);
	});

	test('a row whose cells are not known is left out or not, and never changed', () => {
		const lines = ['Last name,Email address', '"Archer,a@example.com', 'Baker,b@example.com'];
		expect(isFixable(rowOf(lines, 2))).toBe(false);
		expect(planFixed(lines, [[2, 0, 'Archer']]).fixedCells).toBe(0);
		expect(countsOf(planFixed(lines, [], {without: [2]}))).toEqual([1, 0, 0, 0, 0]);
	});
});

describe('the plan with fixes', () => {
	const lines = ['Last name,Email address,Number', 'Archer,ann@,1', 'Baker,b@example.com,2', 'Costa,c@,3'];

	test('a fixed cell is judged, a row left out is not, and both are counted', () => {
		const plan = planFixed(lines, [[2, 1, 'ann@example.com']], {without: [4]});
		expect(countsOf(plan)).toEqual([2, 0, 0, 0, 0]);
		expect(plan.leftOut.map(({row}) => row.line)).toEqual([4]);
		expect(plan.fixedCells).toBe(1);
		expect(plan.problems).toEqual([]);
		expect(plan.change.label).toBe('Import users.csv: 2 created, 1 cell fixed, 1 left out');
		expect(plan.rows[0]).toMatchObject({
			row: {cells: ['Archer', 'ann@example.com', '1']},
			read: {cells: ['Archer', 'ann@', '1']},
		});
	});

	test('what others said of a row is taken back: duplicates, shared values and IDs that come twice', () => {
		const twice = ['ID,Last name,Email address', '1,A,a@example.com', '1,B,a@example.com'];
		const sheet = sheetOf(makeUser(1), makeUser(2));
		const overwrite = {options: {overwrite: true}, sheet} as const;
		expect(countsOf(planFixed(twice, [], overwrite))).toEqual([0, 0, 0, 2, 0]);
		expect(countsOf(planFixed(twice, [[3, 0, '2']], overwrite))).toEqual([0, 2, 0, 0, 0]);
		expect(countsOf(planFixed(twice, [], {...overwrite, without: [3]}))).toEqual([0, 1, 0, 0, 0]);
		const created = planFixed(
			['Last name,Email address', 'A,a@example.com', 'B,a@example.com'],
			[[3, 1, 'b@example.com']],
		);
		expect(created.problems).toEqual([]);
	});

	test('cells do not make the width of a row right, and to leave it out does', () => {
		const narrow = ['Last name,Email address,Number', 'A,a@example.com', 'B,b@example.com,'];
		const before = listProblems(planFixed(narrow, []));
		expect(before).toEqual(['2 error too-few-cells']);
		expect(listProblems(planFixed(narrow, [[2, 2, '5']]))).toEqual(before);
		expect(listProblems(planFixed(narrow, [], {without: [2]}))).toEqual([]);
		const wide = ['Last name,Email address', 'A, Jr.,a@example.com', 'B,b@example.com', 'C,c@example.com'];
		expect(listProblems(planFixed(wide, [[2, 2, '']]))).toEqual(['2 error too-many-cells']);
	});

	test('a cell that was doubtful is not, unless the new value is', () => {
		const dates = ['Last name,Email address,Number', 'A,a@example.com,2001.0'];
		const codes = (value: string) => planFixed(dates, [[2, 2, value]]).problems.map(({code}) => code);
		expect(codes('2001')).toEqual([]);
		expect(codes('02.01.2026')).toEqual(['number-as-date']);
	});

	test('rejects are written with what was put right in them', () => {
		const plan = planFixed(lines, [[4, 0, 'Cox']], {without: [2]});
		expect(formatRejects(parseTable(lines.join('\n')), plan.rejected, '0123456789abcdef')).toContain(
			'Cox,c@,3,4,',
		);
		expect(plan.rejected).toHaveLength(1);
	});

	test('what is fixed in a row that is left out does not count', () => {
		const plan = planFixed(lines, [[4, 1, 'c@example.com']], {without: [4]});
		expect([plan.fixedCells, plan.leftOut.length]).toEqual([0, 1]);
	});
});
