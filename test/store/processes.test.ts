import {readdirSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {fieldKeys} from '../../source/domain/field.ts';
import {findUser} from '../../source/domain/sheet.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {startWriter} from './start-writer.ts';
import {done, good, makeFolder, open} from './store-folder.ts';

/** Runs writers on one store, all beginning at the same time. */
async function race(
	names: readonly string[],
	commits: number,
	task: {field?: number; stayBehind?: boolean} = {},
) {
	const directory = makeFolder();
	const {store, sheet} = await open(directory);
	await done(store.commit({...emptyChange('Add'), added: [makeUser(1)]}, sheet));
	const writers = names.map((name, field) => startWriter({directory, name, field, commits, ...task}));
	await Promise.all(writers.map((writer) => writer.ready));
	for (const writer of writers) writer.begin();
	const lines = await Promise.all(writers.map((writer) => writer.ended));
	return {directory, lines, sheet: (await open(directory)).sheet};
}

describe('processes on one store', () => {
	test('four with 250 commits each lose nothing', {timeout: 60_000}, async () => {
		const names = ['a', 'b', 'c', 'd'];
		const {directory, lines, sheet} = await race(names, 250);
		expect(sheet.revision).toBe(1 + 4 * 250);
		const expected = names.flatMap((name) =>
			Array.from({length: 500}, (_, index) => `${name}-${index >> 1}`),
		);
		expect(
			sheet.users
				.slice(1)
				.map((user) => user.lastName)
				.sort(),
		).toEqual(expected.sort());
		// Each counted in a field of its own of the same user.
		expect(names.map((_, field) => findUser(sheet, 1)?.[fieldKeys[field] ?? 'email'])).toEqual(
			Array(4).fill('249'),
		);
		const all = lines.flat();
		expect(all.flatMap((line) => line.conflicts)).toEqual([]);
		const ids = all.flatMap((line) => line.ids ?? []);
		expect(ids.sort((a, b) => a - b)).toEqual(Array.from({length: 2000}, (_, index) => index + 2));
		for (const [place, name] of names.entries()) {
			for (const [index, {ids = []}] of (lines[place] ?? []).entries()) {
				expect(ids.map((id) => findUser(sheet, id)?.lastName)).toEqual([
					`${name}-${index}`,
					`${name}-${index}`,
				]);
			}
		}
		// Each of them has written a checkpoint now and then, or found another one at it.
		const left = readdirSync(directory).filter((name) => name !== 'history.jsonl');
		expect(left.sort()).toEqual(['journal.jsonl', 'users.json']);
		const {store} = await open(directory);
		const revisions = good(await store.history()).map((entry) => entry.revision);
		expect(revisions).toEqual(Array.from({length: 1001}, (_, index) => 1001 - index));
	});

	test('are told when they change the same field', async () => {
		const {lines, sheet} = await race(['a', 'b'], 10, {field: 4, stayBehind: true});
		// The last to begin had not seen what the first one wrote.
		const conflicts = lines.flat().flatMap((line) => line.conflicts ?? []);
		expect(conflicts.length).toBeGreaterThan(0);
		expect(new Set(conflicts)).toEqual(new Set(['1 email']));
		expect(sheet.users).toHaveLength(1 + 2 * 2 * 10);
		expect(findUser(sheet, 1)?.email).toBe('9');
	});
});
