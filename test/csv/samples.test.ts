import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {formatRejects} from '../../source/csv/format-rejects.ts';
import type {CsvTable, ImportOptions, ImportPlan} from '../../source/csv/import-plan.ts';
import {parseCsv} from '../../source/csv/parse.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import {readTable} from '../../source/csv/read-table.ts';
import {applyChange} from '../../source/domain/apply-change.ts';
import type {Profile} from '../../source/domain/profile.ts';
import {emptySheet, type Sheet} from '../../source/domain/sheet.ts';
import {finishWork} from '../../source/domain/work.ts';
import {formatSample} from '../helpers/write-sample.ts';
import {countsOf, plainOptions} from './plan-csv.ts';

const fromCsv = {...plainOptions, profile: {from: 'csv'}, blankColumns: 'undecided'} as const;
const profiles: readonly Profile[] = JSON.parse(readSample('profiles.json').toString('utf8'));
const clean = readSampleTable('clean-25.csv');
/** The demo's sheet, and one in which somebody has imported the clean file. */
const sheet = applyChange({...emptySheet, profiles}, plan(clean, {}, {...emptySheet, profiles}).change);

function readSample(name: string): Buffer {
	return readFileSync(new URL(`../../samples/${name}`, import.meta.url));
}

function readSampleTable(name: string): CsvTable {
	const table = finishWork(readTable(readSample(name)));
	if ('refused' in table) throw new Error(table.refused.message);
	return table;
}

function plan(table: CsvTable, options: Partial<ImportOptions>, on: Sheet): ImportPlan {
	const planned = finishWork(planImport(table, {...fromCsv, ...options}, on, 'sample.csv'));
	if ('refused' in planned) throw new Error(planned.refused.message);
	return planned;
}

function codesOf(planned: ImportPlan, severity: string): readonly string[] {
	const codes = planned.problems.filter((problem) => problem.severity === severity).map(({code}) => code);
	return [...new Set(codes)].sort();
}

test('clean-25.csv is valid in a new sheet, without a word', () => {
	const planned = plan(clean, {}, emptySheet);
	expect(countsOf(planned)).toEqual([25, 0, 0, 0, 0]);
	expect(planned.problems).toEqual([]);
	expect(planned.change.added.map((user) => user.id)).toEqual(
		Array.from({length: 25}, (_, index) => index + 1),
	);
});

describe('overwrite.csv: the demo export, edited', () => {
	const table = readSampleTable('overwrite.csv');

	test('a column was emptied: without a decision nothing is written', () => {
		const planned = plan(table, {overwrite: true}, sheet);
		expect(planned.open).toEqual(['blankColumns']);
		expect([...planned.concerned.blankColumns]).toEqual([['MBG SIP user name', 8]]);
		expect(codesOf(planned, 'error')).toEqual(['unknown-id']);
	});

	test.each([
		['clear', [0, 14, 11, 1, 0]],
		['keep', [0, 6, 19, 1, 0]],
	] as const)('%s', (blankColumns, counts) => {
		const planned = plan(table, {overwrite: true, blankColumns}, sheet);
		expect(countsOf(planned)).toEqual(counts);
		expect(planned.open).toEqual([]);
	});
});

describe('rejects.csv: every kind of reject among good rows', () => {
	const table = readSampleTable('rejects.csv');

	test('in the demo sheet', () => {
		const planned = plan(table, {}, sheet);
		expect(countsOf(planned)).toEqual([6, 0, 0, 19, 0]);
		expect(codesOf(planned, 'error')).toEqual([
			'directory-number',
			'email-address',
			'full-host-name',
			'host-name',
			'known-id',
			'pin-as-number',
			'pin-digits',
			'pin-length',
			'repeated-id',
			'required',
			'stray-quote',
			'too-many-cells',
			'unclosed-quote',
			'unknown-profile',
			'white-space',
		]);
		expect(codesOf(planned, 'warning')).toEqual([
			'control-character',
			'easy-pin',
			'possible-duplicate',
			'remote-mbg-number',
			'shared-email',
			'shared-service-user',
			'unusual-number',
		]);
	});

	test('with overwrite, IDs are missing or unknown', () => {
		expect(codesOf(plan(table, {overwrite: true}, sheet), 'error')).toEqual(
			expect.arrayContaining(['missing-id', 'unknown-id', 'repeated-id']),
		);
	});

	test('its rejects, imported as they are, are all rejected again', () => {
		const text = formatRejects(table, plan(table, {}, sheet).rejected, '0123456789abcdef');
		const again = finishWork(parseCsv(text, 'utf-8-bom'));
		if ('refused' in again) throw new Error(again.refused.message);
		expect(countsOf(plan(again, {}, sheet))).toEqual([0, 0, 0, 19, 0]);
	});
});

test('german-excel.csv: semicolons, Windows-1252, umlauts and the euro sign', () => {
	const table = readSampleTable('german-excel.csv');
	expect(table).toMatchObject({encoding: 'windows-1252', delimiter: ';'});
	const planned = plan(table, {profile: {from: 'choice', name: 'Default'}}, sheet);
	expect(countsOf(planned)).toEqual([7, 0, 0, 0, 0]);
	expect(planned.problems).toEqual([]);
	const names = planned.change.added.map((user) => `${user.firstName} ${user.lastName}`.trim());
	expect(names).toContain('Übeyde Öztürk');
	expect(names).toContain('Renée Großmann');
	expect(names).toContain('Kasse 1 – nur €');
});

test('a larger sample is the same each time, with long and Chinese names', () => {
	expect(formatSample(500)).toBe(formatSample(500));
	expect(formatSample(500)).toContain('欧阳');
	expect(formatSample(500)).toContain('Wolfeschlegelsteinhausenbergerdorff');
});
