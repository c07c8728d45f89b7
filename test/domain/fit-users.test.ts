import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyChange} from '../../source/domain/apply-change.ts';
import {
	type Change,
	cellKeys,
	invertChange,
	isSameUser,
	nameOfUpdate,
	updateOf,
	updateUser,
} from '../../source/domain/change.ts';
import {compareUsers, sortUsers} from '../../source/domain/change-users.ts';
import type {Conflict} from '../../source/domain/conflict.ts';
import {fitChange} from '../../source/domain/fit-change.ts';
import {findUser, findUserPlace, type Sheet, userFinder, userPlaces} from '../../source/domain/sheet.ts';
import {fullName, type User} from '../../source/domain/user.ts';
import {arbitraryChange, arbitraryRace, arbitrarySheet} from './arbitrary-sheet.ts';

type Users = Pick<Change, 'added' | 'updated' | 'removed'>;

/** What fitChange does to users, one by one and without any short cut. */
function fitNaively(change: Change, nextIdThen: number, current: Sheet, prefer: 'mine' | 'theirs') {
	const conflicts: Conflict[] = [];
	const given = new Set<number>();
	let nextId = Math.max(current.nextId, change.nextId ?? 0);
	const added = change.added.map((user) => {
		const isFree =
			(user.id < nextIdThen || user.id >= current.nextId) &&
			!given.has(user.id) &&
			findUser(current, user.id) === undefined;
		const id = isFree ? user.id : nextId;
		given.add(id);
		nextId = Math.max(nextId, id + 1);
		return {...user, id};
	});
	const updated = change.updated.flatMap((update) => {
		const {id, cells} = update;
		const theirs = findUser(current, id);
		if (theirs === undefined) {
			conflicts.push({what: 'user', id, name: nameOfUpdate(update), reason: 'removed-since'});
			return [];
		}
		const changed = cellKeys(update);
		const disputed = changed.filter(
			(key) => theirs[key] !== cells[key]?.before && theirs[key] !== cells[key]?.after,
		);
		for (const key of disputed)
			conflicts.push({what: 'user', id, name: fullName(theirs), key, reason: 'changed-since'});
		const mine = prefer === 'mine' ? changed : changed.filter((key) => !disputed.includes(key));
		const merged = {...theirs, ...Object.fromEntries(mine.map((key) => [key, cells[key]?.after]))};
		return isSameUser(theirs, merged) ? [] : [updateOf(theirs, merged).cells];
	});
	const removed = change.removed.flatMap((user) => {
		const theirs = findUser(current, user.id);
		if (theirs === undefined) return [];
		if (isSameUser(user, theirs)) return [theirs];
		conflicts.push({what: 'user', id: user.id, name: fullName(theirs), reason: 'changed-since'});
		return prefer === 'mine' ? [theirs] : [];
	});
	return {users: {added, updated, removed}, conflicts};
}

/** What applyChange does to users, by a map. */
function applyNaively(users: readonly User[], {added, updated, removed}: Users): readonly User[] {
	const byId = new Map(users.map((user) => [user.id, user]));
	for (const update of updated) {
		const user = byId.get(update.id);
		if (user !== undefined) byId.set(update.id, updateUser(user, update));
	}
	for (const {id} of removed) byId.delete(id);
	for (const user of added) byId.set(user.id, user);
	return [...byId.values()].sort((a, b) => a.id - b.id);
}

const shuffled = <Item>(items: readonly Item[]): fc.Arbitrary<readonly Item[]> =>
	fc.shuffledSubarray([...items], {minLength: items.length});

/** The same change with its users in any order, as a CSV file may have them, and without those that it leaves as they are. */
function anyOrder(change: Change): fc.Arbitrary<Change> {
	const updated = change.updated.filter((update) => cellKeys(update).length > 0);
	return fc
		.record({added: shuffled(change.added), updated: shuffled(updated), removed: shuffled(change.removed)})
		.map((users) => ({...change, ...users}));
}

const arbitraryFit = arbitraryRace.chain(({sheet, theirs, mine}) => {
	const current = applyChange(sheet, theirs);
	return fc.record({
		mine: fc.oneof(fc.constant(mine), fc.constant(invertChange(mine))).chain(anyOrder),
		// Read anew, they are equal and not the same.
		current: fc.constantFrom(current, structuredClone(current), sheet, applyChange(sheet, mine)),
		nextIdThen: fc.oneof(fc.constant(sheet.nextId), fc.integer({min: 1, max: 40})),
		prefer: fc.constantFrom('mine' as const, 'theirs' as const),
	});
});

const arbitraryApplied = arbitrarySheet.chain((sheet) =>
	fc.record({sheet: fc.constant(sheet), change: arbitraryChange(sheet).chain(anyOrder)}),
);

describe('the quick ways for many users, compared with slow and simple ones', () => {
	it('fits a change in the same way', () => {
		fc.assert(
			fc.property(arbitraryFit, ({mine, current, nextIdThen, prefer}) => {
				const {change, conflicts} = fitChange(mine, nextIdThen, current, prefer);
				const {added, updated, removed} = change;
				expect({
					users: {added, updated: updated.map(({cells}) => cells), removed},
					conflicts: conflicts.filter(({what}) => what === 'user'),
				}).toEqual(fitNaively(mine, nextIdThen, current, prefer));
			}),
			{numRuns: 500},
		);
	});

	it('applies a change in the same way', () => {
		fc.assert(
			fc.property(arbitraryApplied, ({sheet, change}) => {
				expect(applyChange(sheet, change).users).toEqual(applyNaively(sheet.users, change));
			}),
		);
	});

	it('finds each user whatever was looked for before', () => {
		fc.assert(
			fc.property(arbitrarySheet, fc.array(fc.integer({min: 0, max: 32})), ({users}, ids) => {
				const placeOf = userPlaces(users);
				const find = userFinder(users);
				for (const id of ids) {
					expect(placeOf(id)).toBe(findUserPlace(users, id));
					expect(find(id)).toBe(users.find((user) => user.id === id));
				}
			}),
		);
	});

	it('knows who came and who went between two lists', () => {
		fc.assert(
			fc.property(arbitraryApplied, ({sheet, change}) => {
				const now = applyChange(sheet, change).users;
				expect(compareUsers(sheet.users, now)).toEqual({
					added: sortUsers(change.added),
					removed: sortUsers(change.removed),
				});
				expect(compareUsers(now, now)).toEqual({added: [], removed: []});
			}),
		);
	});
});
