import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import type {ImportOptions, ImportPlan} from '../../source/csv/import-plan.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import {readTable} from '../../source/csv/read-table.ts';
import {applyChange} from '../../source/domain/apply-change.ts';
import {emptySheet, type Sheet} from '../../source/domain/sheet.ts';
import {finishWork} from '../../source/domain/work.ts';
import {countsOf, listProblems, plainOptions} from './plan-csv.ts';

function planCase(name: string, options: Partial<ImportOptions>, sheet: Sheet = emptySheet): ImportPlan {
	const table = finishWork(readTable(readFileSync(new URL(`../cases/${name}.csv`, import.meta.url))));
	if ('refused' in table) throw new Error(table.refused.message);
	const plan = finishWork(planImport(table, {...plainOptions, ...options}, sheet, name));
	if ('refused' in plan) throw new Error(plan.refused.message);
	return plan;
}

function fillSheet(name: string): Sheet {
	return applyChange(emptySheet, planCase(name, {}).change);
}

const overwrite = {overwrite: true, doubtful: 'undecided', blankColumns: 'keep'} as const;

describe('rules.md 4.5: letters', () => {
	test('a UTF-8 file with one line that is none keeps all its names', () => {
		const plan = planCase('mixed-utf8-latin1', {doubtful: 'undecided'});
		expect(plan.created.map(({user}) => `${user.firstName} ${user.lastName}`)).toEqual([
			'Jürgen Müller',
			'Élodie Lefèvre',
			'Søren Ågård',
		]);
		expect(listProblems(plan)).toEqual([
			'4 warning stray-bytes First name',
			'4 warning stray-bytes Last name',
		]);
		expect(plan.open).toEqual([]);
	});

	test('good names are not overwritten by a file with one line of another encoding', () => {
		const sheet = fillSheet('umlaut-seed');
		const plan = planCase('overwrite-latin1-cell-nobom', overwrite, sheet);
		expect(countsOf(plan)).toEqual([0, 1, 2, 0, 0]);
		expect(plan.open).toEqual(['doubtful']);
		expect(plan.change.updated).toEqual([]);
		expect([...plan.concerned.doubtful]).toEqual([['Last name', 1]]);
		expect(plan.examples.doubtful).toMatchObject({line: 4, code: 'stray-bytes', value: 'Ågaard'});
		const kept = planCase('overwrite-latin1-cell-nobom', {...overwrite, doubtful: 'keep'}, sheet);
		expect(countsOf(kept)).toEqual([0, 0, 3, 0, 0]);
		const taken = planCase('overwrite-latin1-cell-nobom', {...overwrite, doubtful: 'take'}, sheet);
		expect(taken.updated.map(({after}) => after.lastName)).toEqual(['Ågaard']);
	});
});

describe('rules.md 4.6: numbers', () => {
	test('2001.0 over 2001 is told, and the fix is 2001', () => {
		const sheet = fillSheet('seed');
		const plan = planCase('pandas-float-update', overwrite, sheet);
		expect(plan.problems.map(({line, code, fixed}) => [line, code, fixed])).toEqual([
			[2, 'number-as-decimal', '2001'],
			[2, 'number-as-decimal', '7001'],
			[3, 'number-as-decimal', '2003'],
			[3, 'number-as-decimal', '7003'],
		]);
		expect(plan.open).toEqual(['doubtful']);
		const fixed = planCase('pandas-float-update', {...overwrite, doubtful: 'fix'}, sheet);
		expect(fixed.updated.map(({after}) => [after.id, after.directoryNumber])).toEqual([[3, '2003']]);
		expect(fixed.unchanged.map(({row}) => row.line)).toEqual([2]);
	});

	test('a date where a number was is told', () => {
		const plan = planCase('date-damage', {doubtful: 'undecided'});
		const told = plan.problems.filter(({code}) => code === 'number-as-date').map(({line}) => line);
		// Five digits may be a number, too, where nothing is stored that looks like a date.
		expect(told).toEqual([2, 3, 4, 5, 6, 8, 9]);
		expect(plan.open).toEqual([]);
	});

	test('a date over the number that it was is asked about, with that number', () => {
		const sheet = fillSheet('seed');
		const plan = planCase('date-damage-update', overwrite, sheet);
		expect(plan.problems).toMatchObject([{line: 2, code: 'number-as-date', fixed: '1-2', who: 'Cy Coe'}]);
		expect(plan.open).toEqual(['doubtful']);
		const fixed = planCase('date-damage-update', {...overwrite, doubtful: 'fix'}, sheet);
		expect(countsOf(fixed)).toEqual([0, 0, 1, 0, 0]);
	});
});
