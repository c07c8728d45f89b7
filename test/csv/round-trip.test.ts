import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {formatExport} from '../../source/csv/format-export.ts';
import type {ImportPlan} from '../../source/csv/import-plan.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import {readTable} from '../../source/csv/read-table.ts';
import {origins} from '../../source/domain/origin.ts';
import {defaultProfile} from '../../source/domain/profile.ts';
import {emptySheet, type Sheet} from '../../source/domain/sheet.ts';
import {emptyUser, type User} from '../../source/domain/user.ts';
import {finishWork} from '../../source/domain/work.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {countsOf, plainOptions} from './plan-csv.ts';

const profiles = [defaultProfile, {...defaultProfile, name: '=Remote, "x"', remoteMbg: true}];

const nasty = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'=',
				'+',
				'-',
				'@',
				"'",
				'"',
				',',
				';',
				'|',
				'\t',
				'\r',
				'\n',
				'\r\n',
				' ',
				'\u00a0',
				'1',
				'a',
			),
			fc.constantFrom('欧', 'é', '\u202e', '\ufeff', '\u001b[31m', '\u{1f600}', '\0', 'ID'),
			fc.string({unit: 'binary', maxLength: 3}),
		),
		{maxLength: 8},
	)
	.map((parts) => parts.join('').trim());
const text = (...values: readonly string[]) => fc.constantFrom('', ...values);
const local = fc.stringMatching(/^[a-z]{1,6}$/);

const user: fc.Arbitrary<Omit<User, 'id'>> = fc
	.record({
		origin: fc.constantFrom(...origins),
		profile: fc.constantFrom(...profiles.map((profile) => profile.name)),
		firstName: nasty,
		lastName: nasty.map((name) => name || 'Archer'),
		directoryNumber: text('2001', '+4930123', '+49*1', '-1', '1#001', '0042'),
		email: local.map((name) => `${name}@example.com`),
		pbxSipHost: text('pbx.example.com', '192.0.2.1', '2001:db8::1'),
		pbxSipUser: nasty.map((name) => name.replaceAll(/\s/gu, '')),
		serviceUser: nasty,
		voicemailNumber: nasty,
		deploymentPin: text('0000', '12345678901234567890'),
		pbxSipPassword: nasty,
		voicemailPin: nasty,
	})
	.map((values) => ({...emptyUser, ...values}));

const sheets: fc.Arbitrary<Sheet> = fc
	.tuple(
		fc.array(user, {maxLength: 8}),
		fc.array(fc.integer({min: 1, max: 50}), {minLength: 8, maxLength: 8}),
	)
	.map(([values, gaps]) => {
		let id = 0;
		const users = values.map((one, index): User => {
			id += gaps[index] ?? 1;
			return {...one, id};
		});
		return {...emptySheet, users, profiles, nextId: id + 1};
	});

/** Export to bytes, and their import with overwrite and From CSV. */
function importOwnExport(sheet: Sheet): ImportPlan {
	const bytes = new TextEncoder().encode(formatExport(sheet.users, sheet.profiles, {exact: false}));
	const table = finishWork(readTable(bytes));
	const options = {...plainOptions, profile: {from: 'csv'}, partial: false, overwrite: true} as const;
	const plan =
		'refused' in table
			? table
			: finishWork(planImport(table, {...options, blankColumns: 'undecided'}, sheet, 'users.csv'));
	if ('refused' in plan) throw new Error(plan.refused.message);
	return plan;
}

describe('rules.md 3.18: export followed by import with overwrite and From CSV changes nothing', () => {
	test('for any users', () => {
		fc.assert(
			fc.property(sheets, (sheet) => {
				const plan = importOwnExport(sheet);
				expect(plan.rejected).toEqual([]);
				expect(countsOf(plan)).toEqual([0, 0, sheet.users.length, 0, 0]);
				expect(plan.open).toEqual([]);
				expect(plan.change).toMatchObject({added: [], updated: [], removed: []});
			}),
			{numRuns: 300},
		);
	});

	test('for 2,000 ordinary ones', () => {
		expect(countsOf(importOwnExport(makeSheet(2000)))).toEqual([0, 0, 2000, 0, 0]);
	});

	test('for users who break the rules of today', () => {
		const [faulty] = makeSheet(1).users;
		if (faulty === undefined) throw new Error('no user');
		const sheet = {
			...makeSheet(1),
			users: [{...faulty, email: 'ann@', lastName: '', profile: 'Gone', pbxSipHost: ''}],
			settings: {...emptySheet.settings, standAlone: true},
		};
		expect(countsOf(importOwnExport(sheet))).toEqual([0, 0, 1, 0, 0]);
	});
});
