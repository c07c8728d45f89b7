import {expect, it} from 'vitest';
import type {ImportOptions, ImportPlan, Mapping} from '../../../source/csv/import-plan.ts';
import {mapColumns} from '../../../source/csv/match-headers.ts';
import {planImport} from '../../../source/csv/plan/plan-import.ts';
import {finishWork} from '../../../source/domain/work.ts';
import {
	countsOf,
	findProblem,
	listProblems,
	makeUser,
	parseTable,
	plainOptions,
	sheetOf,
} from '../plan-csv.ts';

function planMapped(
	lines: readonly string[],
	mapping: Mapping,
	options: Partial<ImportOptions> = {},
	sheet = sheetOf(),
): ImportPlan {
	const table = mapColumns(parseTable(lines.join('\n')), mapping);
	const plan = finishWork(planImport(table, {...plainOptions, ...options}, sheet, 'users.csv'));
	if ('refused' in plan) throw new Error(plan.refused.message);
	return plan;
}

const lastFirst: Mapping = {0: {use: 'split', order: 'last-first'}};

it('creates users with both parts of a full name', () => {
	const plan = planMapped(
		['Name,Email', '"Archer, Ann",ann@example.com', '"Baker, ""Ben""",ben@example.com'],
		lastFirst,
	);
	expect(plan.created.map(({user}) => [user.firstName, user.lastName])).toEqual([
		['Ann', 'Archer'],
		['"Ben"', 'Baker'],
	]);
	// The marks of a part are told like those of a cell.
	expect(listProblems(plan)).toEqual(['3 warning quotation-mark First name']);
});

it('rejects a row with a name that does not split, and warns of one that may be wrong', () => {
	const plan = planMapped(
		['Name,Email', 'Ann Archer,ann@', 'Reception,desk@example.com', ',nobody@example.com'],
		lastFirst,
	);
	expect(countsOf(plan)).toEqual([1, 0, 0, 2, 0]);
	expect(findProblem(plan, 'name-without-comma')).toMatchObject({
		line: 2,
		column: 'Name',
		value: 'Ann Archer',
	});
	expect(findProblem(plan, 'name-of-one-word')).toMatchObject({
		line: 3,
		who: 'Reception',
		severity: 'warning',
	});
	// Everything wrong with a row is told at once.
	expect(listProblems(plan)).toContainEqual(expect.stringMatching(/^2 error .* Email address$/));
	// A blank name is a last name that is missing.
	expect(listProblems(plan)).toContain('4 error required Last name');
});

it('updates both parts, and finds what is the same', () => {
	const sheet = sheetOf(
		makeUser(1, {firstName: 'Ann', lastName: 'Archer'}),
		makeUser(2, {firstName: '', lastName: 'Reception'}),
	);
	const lines = ['ID,Name', '1,"Bishop, Ann"', '2,Reception'];
	const mapping: Mapping = {1: {use: 'split', order: 'last-first'}};
	const plan = planMapped(lines, mapping, {overwrite: true, profile: {from: 'keep', name: 'Default'}}, sheet);
	expect(countsOf(plan)).toEqual([0, 1, 1, 0, 0]);
	expect(plan.updated[0]?.after).toMatchObject({firstName: 'Ann', lastName: 'Bishop'});
	expect(listProblems(plan)).toEqual([]);
});

it('needs no header of ours for a column that is chosen by hand', () => {
	const plan = planMapped(['Email,Cognome', 'ann@example.com,Archer'], {1: {use: 'field', key: 'lastName'}});
	expect(plan.created[0]?.user.lastName).toBe('Archer');
});
