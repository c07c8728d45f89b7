import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {describeTargets} from '../../source/app/screens/users/describe-targets.ts';
import {countHiddenMarks} from '../../source/app/table/mark-rows.ts';
import {emptyChange} from '../../source/domain/change.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';

/** Users 1 to 12, of whom only 2 and 12 match the filter ".2@" and "12@". */
const open = (...keys: readonly string[]) => {
	const session = openSession({
		...makeSheet(12),
		users: makeSheet(12).users.map((user) => ({
			...user,
			firstName: 'Ann',
			lastName: `Archer${user.id}`,
			email: `ann.${user.id}@example.com`,
		})),
	});
	session.press(...keys);
	return session;
};

const mark2 = ['down', 'space'];
const filter12 = ['/', '12@', 'enter'];

describe('whom an action on many is for (rules.md 3.20)', () => {
	it.each([
		['nothing marked: the one under the cursor', ['down'], [2], 'Ann Archer2 (ID 2)', ''],
		['one marked, wherever the cursor is', [...mark2, 'down'], [2], 'Ann Archer2 (ID 2)', ''],
		['several marked, as they are shown', ['down', 'space', 'up', 'space'], [1, 2], '2 marked users', ''],
		['a range', ['down', 'shift+down', 'shift+down'], [2, 3, 4], '3 users of the range', ''],
		['a range of one', ['down', 'shift+right'], [2], 'Ann Archer2 (ID 2)', ''],
		['marked ones, and a range', [...mark2, 'down', 'shift+down'], [2], 'Ann Archer2 (ID 2)', ''],
		['all shown: Ctrl+A first', [...filter12, 'ctrl+a'], [12], 'Ann Archer12 (ID 12)', ''],
		[
			'one that the filter hides',
			[...mark2, ...filter12],
			[2],
			'Ann Archer2 (ID 2)',
			' (hidden by the filter)',
		],
		[
			'some that the filter hides',
			[...mark2, 'up', 'space', ...filter12, 'ctrl+a'],
			[12, 1, 2],
			'3 marked users',
			' (2 hidden by the filter)',
		],
		[
			'marked, and nobody shown',
			[...mark2, '/', 'zzz', 'enter'],
			[2],
			'Ann Archer2 (ID 2)',
			' (hidden by the filter)',
		],
	])('%s', (_, keys, ids, who, hidden) => {
		expect(describeTargets(open(...keys).model())).toEqual({ids, who, hidden});
	});

	it('is the same for a PIN and for a deletion, and both say who', () => {
		const session = open(...mark2, 'up', 'space', ...filter12, 'f6');
		expect(topScreen(session.model())).toMatchObject({
			name: 'pin',
			ids: [1, 2],
			hidden: ' (2 hidden by the filter)',
		});
		session.press('escape', 'ctrl+k');
		expect(topScreen(session.model())).toMatchObject({
			question: 'Delete 2 marked users (2 hidden by the filter)?',
			confirm: {ids: [1, 2]},
		});
	});

	it('asks for no user where there is none', () => {
		const session = open('/', 'zzz', 'enter', 'f6', 'ctrl+k', 'ctrl+e', 'ctrl+a');
		expect(session.model().screens).toEqual([]);
		expect(session.model().notice?.text).toMatch(/^No user matches the filter/);
	});
});

describe('an export', () => {
	it.each([
		['nothing marked: all', [], 12, 'Export all 12 users'],
		[
			'nothing marked: all that the filter shows',
			['/', '.1', 'enter'],
			4,
			'Export 4 of 12 users: those shown',
		],
		['the marked ones', mark2, 1, 'Export 1 of 12 users: those marked'],
		['the range', ['shift+down', 'shift+right'], 2, 'Export 2 of 12 users: those of the range'],
		[
			'the marked ones, hidden or not',
			[...mark2, ...filter12],
			1,
			'Export 1 of 12 users: those marked (hidden by the filter)',
		],
	])('%s', (_, keys, amount, title) => {
		const screen = topScreen(open(...keys, 'ctrl+e').model());
		if (screen?.name !== 'export' || screen.content.kind !== 'export') throw new Error('No export');
		expect([screen.content.users.length, screen.title]).toEqual([amount, title]);
	});
});

describe('Ctrl+A', () => {
	it('marks all shown, beside those marked before', () => {
		const session = open(...mark2, ...filter12, 'ctrl+a');
		expect([...session.model().grid.marks]).toEqual([2, 12]);
		expect(session.model().notice?.text).toBe('2 users are marked now, 1 hidden by the filter.');
	});

	it('takes all marks away where all shown are marked already', () => {
		const session = open(...mark2, ...filter12, 'ctrl+a', 'ctrl+a');
		expect([...session.model().grid.marks]).toEqual([]);
	});
});

describe('marks that the filter hides', () => {
	it('are counted again when filter, marks or users change', () => {
		const session = open(...mark2, 'up', 'space');
		const hidden = () => countHiddenMarks(session.model().grid);
		expect(hidden()).toBe(0);
		session.press(...filter12);
		expect(hidden()).toBe(2);
		session.press('space');
		expect(hidden()).toBe(2);
		session.commitByOther({...emptyChange('Delete'), removed: session.stored().users.slice(0, 1)});
		expect(hidden()).toBe(1);
		session.press('escape');
		expect(hidden()).toBe(0);
	});
});
