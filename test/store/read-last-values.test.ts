import {expect, it} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import type {Entry, EntrySummary} from '../../source/domain/entry.ts';
import {readLastValues} from '../../source/store/read-last-values.ts';

const base = {at: '2026-01-02T10:00:00.000Z', author: {user: 'ann'}, origination: {from: 'grid'}} as const;

/** A history whose changes are of so many users, the newest first; and how many entries were read whole. */
function historyOf(users: readonly number[]) {
	const limits: (number | undefined)[] = [];
	const summaries = users.map(
		(updated, index): EntrySummary => ({
			...base,
			revision: users.length - index,
			label: 'Edit',
			counts: {added: 0, updated, removed: 0, profiles: false, settings: false, withdrawn: false},
		}),
	);
	const store = {
		history: async ({limit = summaries.length} = {}) => summaries.slice(0, limit),
		entries: async ({limit}: {readonly limit?: number} = {}): Promise<readonly Entry[]> => {
			limits.push(limit);
			return [];
		},
	};
	return {store, limits};
}

it.each([
	[[1, 1, 1], [3]],
	[[100_000, 100_000, 1], [2]],
	[[200_001, 1], []],
	[[], []],
	[Array.from({length: 500}, () => 1), [100]],
])('reads the newest changes as far as they fit into memory', async (users, read) => {
	const {store, limits} = historyOf(users);
	expect((await readLastValues(store, 'UTC')).size).toBe(0);
	expect(limits).toEqual(read);
});

it('knows of a value what the last change made of it', async () => {
	const entry = (revision: number, before: string, after: string): Entry => ({
		...base,
		revision,
		change: {
			...emptyChange('Edit'),
			updated: [{id: 7, firstName: '', lastName: 'A', cells: {firstName: {before, after}}}],
		},
	});
	const {store} = historyOf([1, 1]);
	const entries = async () => [entry(2, 'B', 'C'), entry(1, 'A', 'B')];
	const found = await readLastValues({...store, entries}, 'UTC');
	expect(found.get(7)?.get('firstName')).toMatchObject({before: 'B', after: 'C', by: {revision: 2}});
});
