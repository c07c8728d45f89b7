import fc from 'fast-check';
import {expect, it} from 'vitest';
import {sortInSteps} from '../../source/domain/sort-in-steps.ts';
import {finishWork} from '../../source/domain/work.ts';

type Item = {readonly key: number; readonly place: number};

const byKey = (a: Item, b: Item): number => a.key - b.key;

it('sorts as an array does, and leaves equal items in their order', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(20), {maxLength: 3000, size: 'max'}), (keys) => {
			const items = keys.map((key, place) => ({key, place}));
			expect(finishWork(sortInSteps(items, byKey))).toEqual(items.toSorted(byKey));
		}),
		{numRuns: 30},
	);
});

it('does a few hundred comparisons a step', () => {
	let compared = 0;
	const items = Array.from({length: 20_000}, (_, place) => ({key: (place * 7919) % 20_011, place}));
	const work = sortInSteps(items, (a, b) => {
		compared += 1;
		return byKey(a, b);
	});
	for (let before = 0; work.next().done !== true; before = compared)
		expect(compared - before).toBeLessThan(6000);
});
