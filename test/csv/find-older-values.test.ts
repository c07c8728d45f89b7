import {describe, expect, test} from 'vitest';
import {describeOlderValues, findOlderValues} from '../../source/csv/find-older-values.ts';
import {emptyChange, updateOf} from '../../source/domain/change.ts';
import type {Entry} from '../../source/domain/entry.ts';
import {collectLastValues} from '../../source/domain/last-values.ts';
import type {User} from '../../source/domain/user.ts';
import {finishWork} from '../../source/domain/work.ts';
import {makeUser, planLines, sheetOf} from './plan-csv.ts';

const before = [1, 2, 3, 4].map((id) => makeUser(id, {firstName: `Old${id}`, deploymentPin: `4825${id}`}));
const after = before.map((user) => ({...user, firstName: `New${user.id}`}));
const options = {overwrite: true, profile: {from: 'keep', name: 'Default'}} as const;

function entryOf(revision: number, from: readonly User[], to: readonly User[]): Entry {
	const updated = from.flatMap((user, index) => {
		const next = to[index];
		return next === undefined ? [] : [updateOf(user, next)];
	});
	return {
		revision,
		at: `2026-01-0${revision}T10:00:00.000Z`,
		author: {user: 'ann'},
		origination: {from: 'grid'},
		change: {...emptyChange('Edit'), updated},
	};
}

/** What a file takes back, where the sheet came to be by one change of the first names. */
function olderOf(lines: readonly string[], entries: readonly Entry[], users: readonly User[] = after) {
	const last = finishWork(collectLastValues(entries, 'UTC'));
	return findOlderValues(planLines(lines, options, sheetOf(...users)), last);
}

const renamed = entryOf(2, before, after);

describe('rules.md 3.30: a file that is older than the sheet', () => {
	test.each([
		['nothing is taken back', ['1,New1', '2,Other'], undefined],
		['one value', ['1,Old1', '2,New2'], [1, 1, false]],
		['few users', ['1,Old1', '2,Old2'], [2, 2, false]],
		['so many that the file is older', ['1,Old1', '2,Old2', '3,Old3', '4,Mine'], [3, 3, true]],
	])('%s', (_, rows, found) => {
		const older = olderOf(['ID,First name', ...rows], [renamed]);
		expect(older && [older.users, older.values, older.isMuch]).toEqual(found);
	});

	test('only the last change of a value counts', () => {
		const third = after.map((user) => ({...user, firstName: `Third${user.id}`}));
		const entries = [entryOf(3, after, third), renamed];
		expect(olderOf(['ID,First name', '1,Old1'], entries, third)).toBeUndefined();
		expect(olderOf(['ID,First name', '1,New1'], entries, third)).toMatchObject({changes: [{revision: 3}]});
	});

	test('a history that does not fit the sheet says nothing', () => {
		const other = after.map((user) => ({...user, firstName: 'Unknown'}));
		expect(olderOf(['ID,First name', '1,Old1'], [renamed], other)).toBeUndefined();
	});

	test('the changes are named with when and by whom, and no value is', () => {
		const pins = after.map((user) => ({...user, deploymentPin: `7391${user.id}`}));
		const entries = [entryOf(3, after, pins), renamed];
		const older = olderOf(
			['ID,First name,PIN', '1,Old1,48251', '2,Old2,48252', '3,New3,48253'],
			entries,
			pins,
		);
		expect(older && describeOlderValues(older)).toBe(
			'5 values of 3 users would be what they were before change 3 (2026-01-03 10:00, by ann) and change 2 (2026-01-02 10:00, by ann). The file is probably older than the sheet.',
		);
	});
});
