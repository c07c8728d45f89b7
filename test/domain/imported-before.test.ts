import {describe, expect, it} from 'vitest';
import type {EntrySummary, Origination} from '../../source/domain/entry.ts';
import {
	describeImportedBefore,
	describeRejectsOf,
	findImportedBefore,
} from '../../source/domain/imported-before.ts';

/** Entries from labels, oldest first; "a:label" is an import of the file a, and the others are undos. */
function historyOf(...changes: readonly string[]): readonly EntrySummary[] {
	return changes
		.map((change, index): EntrySummary => {
			const [, hash, label = change] = /^([a-z]+):(.*)$/.exec(change) ?? [];
			const origination: Origination =
				hash === undefined ? {from: 'undo'} : {from: 'import', fileName: 'users.csv', hash};
			return {
				revision: index + 1,
				at: `2026-01-0${index + 1}T12:00:00Z`,
				author: {user: 'ann'},
				origination,
				label,
				counts: {added: 1, updated: 0, removed: 0, profiles: false, settings: false, withdrawn: false},
			};
		})
		.toReversed();
}

describe('an import of the same bytes (rules.md 3.9)', () => {
	it.each([
		['none', [], undefined],
		['another file', ['b:Import'], undefined],
		['one', ['a:Import'], [1, false]],
		['the newest of two', ['a:Import', 'a:Import', 'b:Import'], [2, false]],
		['undone', ['a:Import', 'Undo: Import'], [1, true]],
		['undone and done again', ['a:Import', 'Undo: Import', 'Redo: Import'], [1, false]],
		['its undo undone', ['a:Import', 'Undo: Import', 'Undo: Undo: Import'], [1, false]],
		['undone in the end', ['a:Import', 'Undo: Import', 'Redo: Import', 'Undo: Import'], [1, true]],
		['the newer one undone, the older one not', ['a:Import', 'a:Import', 'Undo: Import'], [1, false]],
		['both undone', ['a:Import', 'a:Import', 'Undo: Import', 'Undo: Import'], [2, true]],
		['another file of the name undone', ['a:Import', 'b:Import', 'Undo: Import'], [1, false]],
		['undone, and imported again', ['a:Import', 'Undo: Import', 'a:Import'], [3, false]],
		['another change undone', ['a:Import', 'Undo: Delete 3 users'], [1, false]],
	] as const)('%s', (_, changes, expected) => {
		const found = findImportedBefore(historyOf(...changes), 'a');
		expect(found && [found.revision, found.undone]).toEqual(expected);
	});

	it('is told with its number, when and by whom', () => {
		const found = {revision: 1012, at: '2026-01-02T13:05:00Z', author: {user: 'ann', client: '10.0.0.5'}};
		expect(describeImportedBefore({...found, fileName: 'users.csv', undone: false}, 'Europe/Vienna')).toBe(
			'Imported before: change 1,012, 2026-01-02 14:05, by ann at 10.0.0.5.',
		);
		expect(describeImportedBefore({...found, fileName: 'users.csv', undone: true}, 'UTC')).toMatch(
			/^Imported before and undone since: change 1,012/,
		);
	});
});

describe('the import whose rejected rows a file holds', () => {
	it('is found by the beginning of its hash, and told with its file', () => {
		const found = findImportedBefore(historyOf('abcdef:Import', 'b:Import'), 'abc');
		expect(found).toMatchObject({revision: 1, fileName: 'users.csv'});
		expect(found && describeRejectsOf({...found, at: '2026-01-02T13:05:00Z'}, 'UTC')).toBe(
			'Rows that were rejected of "users.csv": change 1, 2026-01-02 13:05, by ann.',
		);
	});
});
