import {expect} from 'vitest';
import type {CsvTable, ImportOptions, ImportPlan} from '../../source/csv/import-plan.ts';
import {parseCsv} from '../../source/csv/parse.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import type {Problem} from '../../source/domain/problem.ts';
import {defaultProfile, type Profile} from '../../source/domain/profile.ts';
import {emptySheet, type Sheet} from '../../source/domain/sheet.ts';
import {emptyUser, type User} from '../../source/domain/user.ts';
import {finishWork} from '../../source/domain/work.ts';

/** The choices of most tests: one profile for the file, all rows that can, and no overwrite. */
export const plainOptions: ImportOptions = {
	profile: {from: 'choice', name: 'Default'},
	partial: true,
	overwrite: false,
	matchBy: 'id',
	blankColumns: 'clear',
	duplicates: 'create',
	unknownRows: 'create',
	otherPerson: 'take',
	doubtful: 'take',
};

export const remoteProfile: Profile = {...defaultProfile, name: 'Remote workers', remoteMbg: true};

/** A valid user: last name and e-mail address follow from the ID. */
export function makeUser(id: number, values: Partial<User> = {}): User {
	return {
		...emptyUser,
		origin: 'csv',
		profile: 'Default',
		lastName: `Archer${id}`,
		email: `user${id}@example.com`,
		...values,
		id,
	};
}

/** A sheet with these users and the profiles Default and Remote workers. */
export function sheetOf(...users: readonly User[]): Sheet {
	return {
		...emptySheet,
		users,
		profiles: [defaultProfile, remoteProfile],
		nextId: Math.max(0, ...users.map((user) => user.id)) + 1,
	};
}

/** The table of a text that must be usable. */
export function parseTable(text: string): CsvTable {
	const table = finishWork(parseCsv(text, 'utf-8'));
	if ('refused' in table) throw new Error(table.refused.message);
	return table;
}

/** The plan for lines of CSV. */
export function planLines(
	lines: readonly string[],
	options: Partial<ImportOptions> = {},
	sheet: Sheet = sheetOf(),
): ImportPlan {
	const plan = finishWork(
		planImport(parseTable(lines.join('\n')), {...plainOptions, ...options}, sheet, 'users.csv'),
	);
	if ('refused' in plan) throw new Error(plan.refused.message);
	return plan;
}

/** Why the file is refused with these options. */
export function refuseLines(
	lines: readonly string[],
	options: Partial<ImportOptions> = {},
	sheet: Sheet = sheetOf(),
): Problem {
	const plan = finishWork(
		planImport(parseTable(lines.join('\n')), {...plainOptions, ...options}, sheet, 'users.csv'),
	);
	if ('refused' in plan) return plan.refused;
	throw new Error('The file was not refused');
}

/** Created, updated, unchanged, rejected, skipped. */
export function countsOf(plan: ImportPlan): readonly number[] {
	return [plan.created, plan.updated, plan.unchanged, plan.rejected, plan.skipped].map((rows) => rows.length);
}

/** The problems as "line severity code column". */
export function listProblems(plan: ImportPlan): readonly string[] {
	return plan.problems.map(({line, severity, code, column}) =>
		[line ?? 'file', severity, code, column].filter((part) => part !== undefined).join(' '),
	);
}

/** The one problem of this code. */
export function findProblem(plan: ImportPlan, code: string): Problem {
	const found = plan.problems.filter((problem) => problem.code === code);
	expect(found).toHaveLength(1);
	const [problem] = found;
	if (problem === undefined) throw new Error(code);
	return problem;
}
