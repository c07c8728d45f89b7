import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {applyChange} from '../../source/domain/apply-change.ts';
import {
	cellKeys,
	changedFields,
	countUsers,
	emptyChange,
	invertChange,
	isEmptyChange,
	updateChange,
	updateOf,
	updateUser,
} from '../../source/domain/change.ts';
import {fitChange} from '../../source/domain/fit-change.ts';
import {defaultProfile, findProfile} from '../../source/domain/profile.ts';
import {emptySheet, findUser, type Sheet} from '../../source/domain/sheet.ts';
import type {User} from '../../source/domain/user.ts';
import {arbitraryChange, arbitraryRace, arbitrarySheet} from './arbitrary-sheet.ts';
import {makeUser, sheetOf} from './make-sheet.ts';

const ann = makeUser(1, {lastName: 'Archer', email: 'ann@example.com'});
const ben = makeUser(2, {lastName: 'Baker', email: 'ben@example.com'});

const changedKeys = (before: User, after: User) => cellKeys(updateOf(before, after));

/** The promises that every sheet keeps. */
function expectSound(sheet: Sheet): void {
	const ids = sheet.users.map((user) => user.id);
	expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
	expect(Math.max(0, ...ids)).toBeLessThan(sheet.nextId);
	expect(sheet.profiles.length).toBeGreaterThan(0);
	for (const profile of sheet.profiles) expect(findProfile(sheet.profiles, profile.name)).toBe(profile);
}

describe('a change', () => {
	test('is applied, and applied the other way round: the users, profiles and settings are as before', () => {
		fc.assert(
			fc.property(
				arbitrarySheet.chain((sheet) => fc.tuple(fc.constant(sheet), arbitraryChange(sheet))),
				([sheet, change]) => {
					const changed = applyChange(sheet, change);
					expectSound(changed);
					const back = applyChange(changed, invertChange(change));
					expect({...back, nextId: 0, revision: 0}).toEqual({...sheet, nextId: 0, revision: 0});
					expect(back.revision).toBe(sheet.revision + 2);
					// IDs are never given again (rules.md 1), not even after an undo.
					expect(back.nextId).toBe(changed.nextId);
				},
			),
		);
	});

	test('does everything that it says', () => {
		fc.assert(
			fc.property(
				arbitrarySheet.chain((sheet) => fc.tuple(fc.constant(sheet), arbitraryChange(sheet))),
				([sheet, change]) => {
					const changed = applyChange(sheet, change);
					for (const user of change.added) expect(findUser(changed, user.id)).toBe(user);
					for (const {id, cells} of change.updated) {
						const values = Object.entries(cells).map(([key, {after}]) => [key, after]);
						expect(findUser(changed, id)).toEqual({...findUser(sheet, id), ...Object.fromEntries(values)});
					}
					for (const user of change.removed) expect(findUser(changed, user.id)).toBeUndefined();
					expect(changed.users).toHaveLength(
						sheet.users.length + change.added.length - change.removed.length,
					);
				},
			),
		);
	});

	test('without anything in it is empty', () => {
		expect(isEmptyChange(emptyChange('Nothing'))).toBe(true);
		expect(isEmptyChange(updateChange('Nothing', ann, {...ann}))).toBe(true);
		expect(
			isEmptyChange({
				...emptyChange('Settings'),
				settings: [emptySheet.settings, {...emptySheet.settings, standAlone: true}],
			}),
		).toBe(false);
	});

	test('counts its users and names its fields', () => {
		const after = {...ann, email: 'archer@example.com', deploymentPin: '0007'};
		const change = {...updateChange('Edit', ann, after), added: [ben]};
		expect(countUsers(change)).toBe(2);
		expect(changedFields(ann, after)).toEqual(['email', 'deploymentPin']);
		expect(change.updated.map(cellKeys)).toEqual([['email', 'deploymentPin']]);
	});

	test('taken back says what it takes back', () => {
		expect(invertChange(emptyChange('Import users.csv')).label).toBe('Undo: Import users.csv');
	});
});

describe('a change on top of somebody else’s', () => {
	test('always leaves a sound sheet', () => {
		fc.assert(
			fc.property(arbitraryRace, fc.constantFrom('mine' as const, 'theirs' as const), (race, prefer) => {
				const current = applyChange(race.sheet, race.theirs);
				const {change} = fitChange(race.mine, race.sheet.nextId, current, prefer);
				expectSound(applyChange(current, change));
			}),
		);
	});

	test('leaves a sound sheet even when the sheet is an older one, put back from a backup', () => {
		fc.assert(
			fc.property(arbitraryRace, fc.integer({min: 1, max: 40}), (race, nextIdThen) => {
				const made = applyChange(race.sheet, race.mine);
				const {change} = fitChange(invertChange(race.mine), nextIdThen, race.sheet);
				expectSound(applyChange(race.sheet, change));
				const again = fitChange(race.mine, nextIdThen, made);
				expectSound(applyChange(made, again.change));
			}),
		);
	});

	test('keeps every field that only one of both changed, and reports every field that both did', () => {
		fc.assert(
			fc.property(arbitraryRace, ({sheet, theirs, mine}) => {
				const current = applyChange(sheet, theirs);
				const {change, conflicts} = fitChange(mine, sheet.nextId, current);
				const merged = applyChange(current, change);
				for (const update of mine.updated) {
					const {id} = update;
					const [before, other, result] = [sheet, current, merged].map((one) => findUser(one, id));
					const told = conflicts.filter((one) => one.what === 'user' && one.id === id);
					if (before === undefined) throw new Error('nobody to change');
					const after = updateUser(before, update);
					if (other === undefined || result === undefined) {
						expect(told).toMatchObject([{reason: 'removed-since'}]);
						continue;
					}
					const disputed = changedKeys(before, after).filter(
						(key) => other[key] !== before[key] && other[key] !== after[key],
					);
					expect(told.map((conflict) => conflict.key)).toEqual(disputed);
					for (const key of changedKeys(before, after)) expect(result[key]).toBe(after[key]);
					for (const key of changedKeys(before, other)) {
						if (after[key] === before[key]) expect(result[key]).toBe(other[key]);
					}
				}
				for (const {id} of theirs.updated) {
					if ([...mine.updated, ...mine.removed].some((one) => one.id === id)) continue;
					expect(findUser(merged, id)).toEqual(findUser(current, id));
				}
			}),
		);
	});

	test('gives new users IDs that nobody has, and keeps what they hold', () => {
		fc.assert(
			fc.property(arbitraryRace, ({sheet, theirs, mine}) => {
				const current = applyChange(sheet, theirs);
				const {change} = fitChange(mine, sheet.nextId, current);
				expect(change.added.map((user) => ({...user, id: 0}))).toEqual(
					mine.added.map((user) => ({...user, id: 0})),
				);
				for (const user of change.added) expect(findUser(current, user.id)).toBeUndefined();
			}),
		);
	});

	test('leaves theirs alone where theirs are preferred', () => {
		fc.assert(
			fc.property(arbitraryRace, ({sheet, theirs, mine}) => {
				const current = applyChange(sheet, theirs);
				const {change, conflicts} = fitChange(mine, sheet.nextId, current, 'theirs');
				const merged = applyChange(current, change);
				for (const conflict of conflicts) {
					if (conflict.what !== 'user') continue;
					const {id, key} = conflict;
					const stored = findUser(current, id);
					if (key === undefined) expect(findUser(merged, id)).toBe(stored);
					else expect(findUser(merged, id)?.[key]).toBe(stored?.[key]);
				}
			}),
		);
	});

	test('is the same change when nobody else wrote', () => {
		const change = updateChange('Edit', ann, {...ann, email: 'archer@example.com'});
		const sheet = sheetOf(ann, ben);
		expect(fitChange(change, sheet.nextId, {...sheet})).toEqual({change, conflicts: []});
	});

	test('is no conflict where both wrote the same', () => {
		const sheet = sheetOf(ann);
		const change = updateChange('Edit', ann, {...ann, email: 'archer@example.com'});
		const {change: rest, conflicts} = fitChange(change, sheet.nextId, applyChange(sheet, change));
		expect(conflicts).toEqual([]);
		expect(isEmptyChange(rest)).toBe(true);
	});

	test('changes where a user came from, also on top of what others have changed', () => {
		const sheet = sheetOf(ann, ben);
		const change = updateChange('Restore', ann, {...ann, email: '', origin: 'client-service'});
		const current = applyChange(sheet, updateChange('Edit', ann, {...ann, firstName: 'Other'}));
		const {change: fitted} = fitChange(change, sheet.nextId, current);
		expect(applyChange(current, fitted).users[0]).toMatchObject({
			firstName: 'Other',
			email: '',
			origin: 'client-service',
		});
	});

	test('reports a user that the other one removed, and does not bring it back', () => {
		const sheet = sheetOf(ann, ben);
		const current = applyChange(sheet, {...emptyChange('Delete'), removed: [ann]});
		const {change, conflicts} = fitChange(
			updateChange('Edit', ann, {...ann, email: ''}),
			sheet.nextId,
			current,
		);
		expect(conflicts).toEqual([{what: 'user', id: 1, name: 'Archer', reason: 'removed-since'}]);
		expect(isEmptyChange(change)).toBe(true);
	});

	test('that removes whom the other one changed says so, and removes unless theirs are preferred', () => {
		const sheet = sheetOf(ann, ben);
		const changed = {...ann, email: 'archer@example.com'};
		const current = applyChange(sheet, updateChange('Edit', ann, changed));
		const removal = {...emptyChange('Delete'), removed: [ann]};
		expect(fitChange(removal, sheet.nextId, current)).toMatchObject({
			change: {removed: [changed]},
			conflicts: [{id: 1, reason: 'changed-since'}],
		});
		expect(fitChange(removal, sheet.nextId, current, 'theirs')).toMatchObject({
			change: {removed: []},
			conflicts: [{id: 1, reason: 'changed-since'}],
		});
	});

	test('never leaves a sheet without a profile', () => {
		const [sales, support] = ['Sales', 'Support'].map((name) => ({...defaultProfile, name}));
		if (sales === undefined || support === undefined) throw new Error('two profiles are needed');
		const sheet: Sheet = {...sheetOf(), profiles: [sales, support]};
		const remove = (kept: typeof sales) => ({
			...emptyChange('Remove'),
			profiles: [sheet.profiles, [kept]] as const,
		});
		const current = applyChange(sheet, remove(sales));
		const {change} = fitChange(remove(support), sheet.nextId, current);
		expect(applyChange(current, change).profiles).toEqual([sales]);
	});
});
