import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {atEnd, withoutUsers, withUsers} from '../../../source/app/saving/follow-rows.ts';
import {makeUser} from '../../domain/make-sheet.ts';

const ids = fc.uniqueArray(fc.integer({min: 1, max: 20}));
const users = ids.map((some) => some.map((id) => makeUser(id)));
const ascending = (some: readonly number[]) => some.toSorted((a, b) => a - b);

describe('the rows of the grid after a change', () => {
	it('lose those that were removed, and keep their order', () => {
		fc.assert(
			fc.property(ids, users, (rows, removed) => {
				const gone = removed.map(({id}) => id);
				const kept = rows.filter((id) => !gone.includes(id));
				expect(withoutUsers(rows, removed)).toEqual(kept);
				expect(
					withoutUsers(
						rows,
						rows.slice(2).map((id) => makeUser(id)),
					),
				).toEqual(rows.slice(0, 2));
			}),
		);
	});

	it('take in those that were added: by ID, or at the end of another order', () => {
		fc.assert(
			fc.property(ids, users, (rows, added) => {
				const all = new Set([...rows, ...added.map(({id}) => id)]);
				expect(withUsers(ascending(rows), added)).toEqual(ascending([...all]));
				expect(atEnd(rows, added)).toEqual([...all]);
			}),
		);
	});
});
