import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	count,
	cutReported,
	formatFinding,
	formatProblem,
	formatWholeProblem,
	quote,
} from '../../source/domain/problem.ts';
import {defaultProfile, findMisspelt, findProfile, nearestNamed} from '../../source/domain/profile.ts';
import {emptySheet, findUser, findUserIndex, surroundingsOf} from '../../source/domain/sheet.ts';
import {finishWork} from '../../source/domain/work.ts';
import {arbitrarySheet} from './arbitrary-sheet.ts';

describe('a sheet', () => {
	test('starts with one profile, Default, and nobody in it (rules.md 1)', () => {
		expect(emptySheet).toEqual({
			users: [],
			profiles: [defaultProfile],
			settings: {
				standAlone: false,
				history: {days: 365, entries: 10_000},
				backup: {keep: 10, above: 100},
				mail: {
					way: 'outbox',
					outbox: '',
					host: '',
					port: 587,
					security: 'starttls',
					login: '',
					sender: '',
					contact: '',
				},
			},
			toWithdraw: [],
			nextId: 1,
			revision: 0,
		});
		expect(surroundingsOf(emptySheet)).toEqual({profiles: [defaultProfile], standAlone: false});
	});

	test('finds users by ID', () => {
		fc.assert(
			fc.property(arbitrarySheet, fc.integer({min: -1, max: 32}), (sheet, id) => {
				expect(findUser(sheet, id)).toBe(sheet.users.find((user) => user.id === id));
				expect(findUserIndex(sheet.users, id)).toBe(sheet.users.findIndex((user) => user.id === id));
			}),
		);
	});
});

describe('profiles', () => {
	const profiles = ['Default', 'Sales Berlin', 'Zürich'].map((name) => ({...defaultProfile, name}));

	test('are found without case and outer space (rules.md 3.5)', () => {
		expect(findProfile(profiles, ' sales BERLIN\u00a0')?.name).toBe('Sales Berlin');
		expect(findProfile(profiles, 'Sales  Berlin')).toBeUndefined();
	});

	test.each([
		['Defualt', 'Default'],
		['Sales Bern', 'Sales Berlin'],
		['zurich', 'Zürich'],
		['D', undefined],
		['', undefined],
		['Marketing and Communication', undefined],
	])('nearest to %j is %j', (name, nearest) => {
		expect(nearestNamed(profiles, name)?.name).toBe(nearest);
	});

	test.each([
		['Defualt', 'Default'],
		['zurich', 'Zürich'],
		['Sales Berlin 2', 'Sales Berlin'],
		['Zug', undefined],
		['Berlin', undefined],
	])('%j is surely %j', (name, meant) => {
		expect(findMisspelt(profiles, name)?.name).toBe(meant);
	});

	test('of two that are as near none is sure', () => {
		const floors = ['Floor 1', 'Floor 2'].map((name) => ({...defaultProfile, name}));
		expect(findMisspelt(floors, 'Floor 3')).toBeUndefined();
		expect(findMisspelt(floors, 'Flor 2')?.name).toBe('Floor 2');
	});
});

describe('a problem', () => {
	const finding = {
		code: 'email-address',
		message: 'Not an e-mail address.',
		short: 'Not an e-mail address',
	};

	test('is one line with its place', () => {
		const place = {line: 14, id: '3', who: 'Ann Archer', column: 'Email address', value: 'ann@'};
		expect(formatProblem({...finding, severity: 'error', ...place})).toBe(
			'Line 14, Ann Archer, Email address "ann@": Not an e-mail address.',
		);
		expect(formatProblem({...finding, severity: 'error', line: 14, column: 'Email address', value: ''})).toBe(
			'Line 14, Email address: Not an e-mail address.',
		);
		expect(formatProblem({...finding, severity: 'error', id: '3', fix: 'Correct it.'})).toBe(
			'ID 3: Not an e-mail address. Correct it.',
		);
		expect(formatFinding(finding)).toBe(finding.message);
	});

	test('shows control characters as symbols', () => {
		expect(formatProblem({...finding, severity: 'error', column: 'E\u001bmail\n'})).toBe(
			'E␛mail␊: Not an e-mail address.',
		);
	});

	test('tells at most 1,000 characters of a value and a name', () => {
		const at = 'x'.repeat(1000);
		expect(cutReported(at)).toBe(at);
		expect(cutReported(`${at}x`)).toBe(`${'x'.repeat(999)}…`);
		expect(cutReported('😀'.repeat(501))).toBe(`${'😀'.repeat(499)}…`);
		const long = {
			...finding,
			severity: 'error',
			id: at,
			who: `${at}x`,
			column: 'Profile',
			value: at + at,
		} as const;
		expect(formatWholeProblem(long).length).toBeLessThan(3200);
		expect(formatProblem({...long, who: 'Ann'}).length).toBeLessThan(1200);
	});

	test('quotes values, and cuts long ones without splitting a character', () => {
		expect(quote('a')).toBe('"a"');
		expect(quote('😀'.repeat(61))).toBe(`"${'😀'.repeat(59)}…"`);
		expect(count(1, 'user')).toBe('1 user');
		expect(count(12_345, 'user')).toBe('12,345 users');
		expect(count(2, 'entry', 'entries')).toBe('2 entries');
	});
});

test('work is run to its end', () => {
	function* work() {
		yield {done: 1, total: 2};
		return 'result';
	}
	expect(finishWork(work())).toBe('result');
});
