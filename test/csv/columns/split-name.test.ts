import fc from 'fast-check';
import {describe, expect, it, test} from 'vitest';
import {splitName, withPart} from '../../../source/csv/columns/split-name.ts';
import type {NameOrder} from '../../../source/csv/import-plan.ts';

test.each<[text: string, order: NameOrder, first: string, last: string, code?: string]>([
	['Archer, Ann', 'last-first', 'Ann', 'Archer'],
	[' van Houten ,  Milhouse M. ', 'last-first', 'Milhouse M.', 'van Houten'],
	['Archer,', 'last-first', '', 'Archer'],
	['', 'last-first', '', ''],
	['Reception', 'last-first', '', 'Reception', 'name-of-one-word'],
	['Ann Archer', 'last-first', '', 'Ann Archer', 'name-without-comma'],
	['Archer, Ann, Dr.', 'last-first', '', 'Archer, Ann, Dr.', 'name-with-commas'],
	['Ann Archer', 'first-last', 'Ann', 'Archer'],
	['Ludwig van Beethoven', 'first-last', 'Ludwig', 'van Beethoven'],
	['Anna Maria von der Tann', 'first-last', 'Anna Maria', 'von der Tann'],
	['Anna Maria Archer', 'first-last', 'Anna Maria', 'Archer', 'name-of-several-words'],
	['Reception', 'first-last', '', 'Reception', 'name-of-one-word'],
	['Archer, Ann', 'first-last', '', 'Archer, Ann', 'name-with-comma'],
	['', 'first-last', '', ''],
])('%j as %s: %j %j', (text, order, firstName, lastName, code) => {
	const split = splitName(text, order);
	expect(split).toMatchObject({firstName, lastName});
	expect(split.finding?.code).toBe(code);
	expect(split.finding?.short.length ?? 0).toBeLessThanOrEqual(30);
});

describe('a part put back into the whole cell', () => {
	const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);

	it('is the part that is read then, and the other one is as it was', () => {
		fc.assert(
			fc.property(
				word,
				word,
				word,
				fc.constantFrom<NameOrder>('last-first', 'first-last'),
				(a, b, c, order) => {
					const cell = order === 'last-first' ? `${a}, ${b}` : `${b} ${a}`;
					const part = {order, key: 'firstName'} as const;
					expect(splitName(withPart(cell, {part}, c), order)).toEqual({firstName: c, lastName: a});
					expect(splitName(withPart(cell, {part: {order, key: 'lastName'}}, c), order)).toEqual({
						firstName: b,
						lastName: c,
					});
				},
			),
		);
	});

	it('is the cell where the column is not split', () => {
		expect(withPart('old', {}, 'new')).toBe('new');
	});
});
