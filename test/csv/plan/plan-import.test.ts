import {describe, expect, test} from 'vitest';
import {parseCsv} from '../../../source/csv/parse.ts';
import {planImport} from '../../../source/csv/plan/plan-import.ts';
import {applyChange} from '../../../source/domain/apply-change.ts';
import {invertChange} from '../../../source/domain/change.ts';
import {emptySheet} from '../../../source/domain/sheet.ts';
import {finishWork} from '../../../source/domain/work.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {formatSample} from '../../helpers/write-sample.ts';
import {
	countsOf,
	findProblem,
	listProblems,
	makeUser,
	parseTable,
	plainOptions,
	planLines,
	refuseLines,
	sheetOf,
} from '../plan-csv.ts';

const good = 'Archer,ann@example.com';
const bad = 'Baker,ben@';
const header = 'Last name,Email address';

describe('rules.md 2.1: column order is free, two columns are mandatory', () => {
	test('created users get new IDs, the origin csv, and nothing in the other fields', () => {
		const plan = planLines(['Email address,Last name', 'ann@example.com,Archer'], {}, sheetOf(makeUser(7)));
		expect(plan.change.added).toEqual([
			makeUser(8, {lastName: 'Archer', email: 'ann@example.com', origin: 'csv', profile: 'Default'}),
		]);
		expect(plan.created).toMatchObject([{row: {line: 2}, user: plan.change.added[0], problems: []}]);
		expect(plan.rows).toEqual(plan.created);
		expect(plan.problems).toEqual([]);
	});

	test('a file without a mandatory column says so once for the file, and rejects every row', () => {
		const plan = planLines(['Last name', 'Archer', 'Baker']);
		expect(listProblems(plan)).toEqual([
			'file warning missing-column Email address',
			'2 error required Email address',
			'3 error required Email address',
		]);
	});

	test('rules.md 1: a stand-alone deployment requires the PBX fields', () => {
		const plan = planLines(
			[header, good],
			{},
			{...sheetOf(), settings: {...emptySheet.settings, standAlone: true}},
		);
		expect(plan.rejected[0]?.problems.map(({column}) => column)).toEqual([
			'PBX SIP Host',
			'PBX SIP user name/Device number',
			'PBX SIP password',
		]);
	});
});

describe('rules.md 2.2: allow partial import', () => {
	test('on, the valid rows go in', () => {
		const plan = planLines([header, good, bad], {partial: true});
		expect(countsOf(plan)).toEqual([1, 0, 0, 1, 0]);
		expect(plan.open).toEqual([]);
		expect(plan.change.added).toHaveLength(1);
	});

	test('off, one invalid row means that nothing goes in, and all the same is shown', () => {
		const plan = planLines([header, good, bad], {partial: false});
		expect(countsOf(plan)).toEqual([1, 0, 0, 1, 0]);
		expect(plan.open).toEqual(['rejected-rows']);
		expect(plan.change).toMatchObject({added: [], updated: [], removed: []});
	});

	test('off, a file without a fault goes in', () => {
		expect(planLines([header, good], {partial: false}).change.added).toHaveLength(1);
	});
});

describe('rules.md 2.4 and 3.5: the profile', () => {
	const options = {profile: {from: 'csv'}} as const;

	test('From CSV needs the column', () => {
		expect(refuseLines([header, good], options)).toMatchObject({
			code: 'no-profile-column',
			severity: 'error',
		});
	});

	test('names match without case and outer space, and are written as the sheet spells them', () => {
		const plan = planLines([`${header},Profile`, `${good},  REMOTE workers\u00a0`], options);
		expect(plan.change.added[0]?.profile).toBe('Remote workers');
	});

	test.each([
		['Remote worker', 'unknown-profile', 'Did you mean "Remote workers"?'],
		['Branch Oslo', 'unknown-profile', 'There is "Default", "Remote workers".'],
		['  ', 'required', undefined],
	])('From CSV, %j rejects the row', (name, code, fix) => {
		const plan = planLines([`${header},Profile`, `${good},${name}`], options);
		expect(countsOf(plan)).toEqual([0, 0, 0, 1, 0]);
		expect(findProblem(plan, code)).toMatchObject({line: 2, column: 'Profile', value: name.trim()});
		expect(findProblem(plan, code).fix).toBe(fix);
	});

	test('a chosen profile wins over the column, whatever stands in it, with a notice', () => {
		const plan = planLines([`${header},Profile`, `${good},Nonsense`], {
			profile: {from: 'choice', name: ' remote WORKERS'},
		});
		expect(listProblems(plan)).toEqual(['file notice profile-chosen Profile']);
		expect(plan.change.added[0]?.profile).toBe('Remote workers');
	});

	test('a chosen profile moves updated users, and says how many before anything is written', () => {
		const sheet = sheetOf(makeUser(1), makeUser(2, {profile: 'Remote workers'}));
		const plan = planLines(
			['ID', '1', '2'],
			{overwrite: true, profile: {from: 'choice', name: 'Remote workers'}},
			sheet,
		);
		expect(countsOf(plan)).toEqual([0, 1, 1, 0, 0]);
		expect(plan.updated[0]?.after).toEqual({...makeUser(1), profile: 'Remote workers'});
		expect(plan.moved).toBe(1);
		expect(findProblem(plan, 'profile-moved')).toMatchObject({severity: 'warning', value: 'Remote workers'});
	});

	describe('keep', () => {
		const keep = {profile: {from: 'keep', name: 'Default'}} as const;
		const stored = sheetOf(makeUser(1, {profile: 'Remote workers'}), makeUser(2, {profile: 'Gone'}));

		test('updates leave each profile as it is, whatever stands in a Profile column, with a notice', () => {
			const lines = ['ID,PIN,Profile', '1,4711,Default', '2,4712,Default'];
			const kept = planLines(
				lines.map((line) => line.replace(/,\w+$/, '')),
				{...keep, overwrite: true},
				stored,
			);
			expect(kept.moved).toBe(0);
			expect(kept.updated.map(({after}) => after.profile)).toEqual(['Remote workers']);
			const ignored = planLines(lines, {...keep, overwrite: true}, stored);
			expect(listProblems(ignored)[0]).toBe('file notice profile-kept Profile');
			expect(ignored.moved).toBe(0);
		});

		test('creations get the named one, which must exist', () => {
			const remote = {profile: {from: 'keep', name: 'remote WORKERS'}} as const;
			expect(planLines([header, good], remote).change.added[0]?.profile).toBe('Remote workers');
			expect(refuseLines([header, good], {profile: {from: 'keep', name: 'Defualt'}}).code).toBe(
				'unknown-profile',
			);
		});

		test('with overwrite nobody is created, and the name is not looked at', () => {
			const gone = {profile: {from: 'keep', name: 'Defualt'}, overwrite: true} as const;
			expect(countsOf(planLines(['ID,PIN', '1,4711'], gone, stored))).toEqual([0, 1, 0, 0, 0]);
		});
	});

	test('a chosen profile that does not exist refuses the file', () => {
		expect(refuseLines([header, good], {profile: {from: 'choice', name: 'Defualt'}})).toMatchObject({
			code: 'unknown-profile',
			fix: 'Did you mean "Default"?',
		});
	});
});

describe('the whole file', () => {
	test('rules.md 4: header only is no error', () => {
		const plan = planLines([header]);
		expect(plan).toMatchObject({rows: [], change: {added: []}});
		expect(listProblems(plan)).toEqual(['file notice no-rows']);
		expect(plan.open).toEqual([]);
	});

	test('two columns for one field refuse the file', () => {
		expect(refuseLines([`${header},Mail`, `${good},x@example.com`])).toMatchObject({
			code: 'duplicate-column',
			column: 'Email address',
		});
	});

	test('a column without header that holds values: a warning that counts them', () => {
		const plan = planLines([`${header},,,PIN`, `${good},,x,1234`, `${good},,,`]);
		expect(listProblems(plan)[0]).toBe('file warning empty-header Column 4');
		expect(plan.change.added[0]?.deploymentPin).toBe('1234');
	});

	test('rules.md 3.13: the change is named after the file and its counts, and one undo takes it back', () => {
		const sheet = sheetOf(makeUser(1), makeUser(2));
		const created = planLines([header, good, 'Baker,b@example.com'], {}, sheet).change;
		const updated = planLines(['ID,First name', '1,Ann'], {overwrite: true}, sheet).change;
		expect(created.label).toBe('Import users.csv: 2 created');
		expect(updated.label).toBe('Import users.csv: 1 updated');
		expect(planLines([header]).change.label).toBe('Import users.csv: nothing changed');
		expect(applyChange(applyChange(sheet, created), invertChange(created)).users).toEqual(sheet.users);
	});

	test('the work comes in steps of rows', () => {
		const table = parseTable(formatSample(2000));
		const steps = [...planImport(table, {...plainOptions, profile: {from: 'csv'}}, emptySheet, 'users.csv')];
		expect(steps.length).toBeGreaterThan(6);
		expect(steps.every(({done, total}) => done <= total)).toBe(true);
	});

	test('a large sample is valid, and gives what makeSheet gives', () => {
		const table = finishWork(parseCsv(formatSample(300), 'utf-8'));
		if ('refused' in table) throw new Error(table.refused.message);
		const plan = finishWork(
			planImport(table, {...plainOptions, profile: {from: 'csv'}}, emptySheet, 'users.csv'),
		);
		if ('refused' in plan) throw new Error(plan.refused.message);
		expect(plan.problems).toEqual([]);
		expect(plan.change.added).toEqual(makeSheet(300).users.map((user) => ({...user, voicemailNumber: ''})));
	});
});
