import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import type {ImportOptions} from '../../source/csv/import-plan.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import {readTable} from '../../source/csv/read-table.ts';
import type {Problem} from '../../source/domain/problem.ts';
import {finishWork} from '../../source/domain/work.ts';
import {textWidth} from '../../source/terminal/text/text-width.ts';
import {demoSheet} from '../helpers/demo-sheet.ts';
import {plainOptions, remoteProfile} from './plan-csv.ts';

const root = new URL('../..', import.meta.url);
const demo = await demoSheet();
const sheet = {...demo, profiles: [...demo.profiles, remoteProfile]};

/** Ways to import, so that each kind of problem has its chance. */
const ways: readonly Partial<ImportOptions>[] = [
	{},
	{overwrite: true},
	{overwrite: true, profile: {from: 'csv'}},
	{profile: {from: 'choice', name: 'Remote workers'}, duplicates: 'skip'},
	{profile: {from: 'choice', name: 'Defalt'}},
];

/** Every problem that the files of a folder have. */
function listProblems(folder: string): readonly Problem[] {
	const names = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.csv'));
	return names.flatMap((name) => {
		const table = finishWork(readTable(readFileSync(new URL(folder + name, root))));
		if ('refused' in table) return [table.refused];
		return ways.flatMap((way) => {
			const plan = finishWork(planImport(table, {...plainOptions, ...way}, sheet, name));
			return 'refused' in plan ? [plan.refused] : plan.problems;
		});
	});
}

const problems = ['samples/', 'test/cases/'].flatMap(listProblems);
const codes = [...new Set(problems.map(({code}) => code))];

describe('what is said (rules.md 3.17)', () => {
	test('the files have problems of many kinds', () => {
		expect(codes.length).toBeGreaterThan(20);
	});

	test.each(codes)('%s', (code) => {
		for (const {short, message, fix = '', column, value = '', who} of problems.filter(
			(problem) => problem.code === code,
		)) {
			expect(textWidth(short), short).toBeLessThanOrEqual(30);
			expect(short).toMatch(/^[^a-z].*[^.]$/);
			expect(message).toMatch(/^[A-Z].*[.?]$/);
			expect(`${short} ${message} ${fix}`).not.toContain('`');
			if (value.length > 3) expect(`${short} ${message}`).not.toContain(value);
			if (column !== undefined && column.length > 3) expect(`${short} ${message}`).not.toContain(column);
			expect(who).not.toBe('');
		}
	});

	test('each code in the source has short forms of at most 30 cells, and shares them with no other code', () => {
		const codeOf = new Map<string, string>();
		for (const [short, code] of listShortForms()) {
			expect(short.replaceAll(/\$\{[^}]+\}/g, '1').length, short).toBeLessThanOrEqual(30);
			expect(codeOf.get(short) ?? code, short).toBe(code);
			codeOf.set(short, code);
		}
		expect(codeOf.size).toBeGreaterThan(30);
	});
});

/** The short forms that are written in the rules, each with the code before it. */
function listShortForms(): readonly (readonly [short: string, code: string])[] {
	return ['source/domain/', 'source/csv/'].flatMap((folder) =>
		readdirSync(new URL(folder, root), {recursive: true, encoding: 'utf8'})
			.filter((name) => name.endsWith('.ts'))
			.flatMap((name) => {
				const text = readFileSync(new URL(folder + name, root), 'utf8');
				let code = '';
				return [...text.matchAll(/\b(code|short): ('[^'\n]+'|`[^`\n]+`)/g)].flatMap(
					([, key, quoted = '']) => {
						const value = quoted.slice(1, -1);
						if (key === 'code') code = value;
						return key === 'short' ? [[value, code] as const] : [];
					},
				);
			}),
	);
}
