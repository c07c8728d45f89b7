import fc from 'fast-check';
import {expect, it} from 'vitest';
import {shareRoom} from '../../../source/app/table/share-room.ts';

const wish = (wanted: number, share: number) => ({wanted, share});

it.each([
	['all have what they want', [wish(5, 10), wish(8, 10)], 20, [5, 8]],
	['no more than there is', [wish(30, 10), wish(30, 10)], 20, [10, 10]],
	['what one leaves goes to the other', [wish(4, 10), wish(30, 10)], 20, [4, 16]],
	['to those that lack little first', [wish(4, 10), wish(12, 10), wish(30, 10)], 30, [4, 12, 14]],
	['never less than the share', [wish(30, 10), wish(30, 10)], 15, [10, 10]],
])('%s', (_, wishes, room, expected) => {
	expect(shareRoom(wishes, room)).toEqual(expected);
});

it('gives each what it wants, or all of the room where the shares fill it', () => {
	const cells = fc.integer({min: 1, max: 60});
	const wishes = fc.array(fc.record({wanted: cells, share: cells}), {minLength: 1, maxLength: 8});
	fc.assert(
		fc.property(wishes, (some) => {
			const room = some.reduce((sum, {share}) => sum + share, 0);
			const given = shareRoom(some, room);
			const used = given.reduce((sum, width) => sum + width, 0);
			expect(used).toBeLessThanOrEqual(room);
			for (const [place, {wanted, share}] of some.entries()) {
				expect(given[place]).toBeLessThanOrEqual(wanted);
				expect(given[place]).toBeGreaterThanOrEqual(Math.min(wanted, share));
			}
			const isFull = given.every((width, place) => width === some[place]?.wanted);
			if (!isFull) expect(room - used).toBe(0);
		}),
	);
});
