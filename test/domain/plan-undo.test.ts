import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyChange} from '../../source/domain/apply-change.ts';
import {type Change, emptyChange, invertChange, isEmptyChange, updateOf} from '../../source/domain/change.ts';
import {describeLeft} from '../../source/domain/describe-left.ts';
import type {Entry} from '../../source/domain/entry.ts';
import {fieldKeys} from '../../source/domain/field.ts';
import {fitChange} from '../../source/domain/fit-change.ts';
import {planUndo} from '../../source/domain/plan-undo.ts';
import {defaultProfile} from '../../source/domain/profile.ts';
import {defaultSettings, findUser, type Sheet} from '../../source/domain/sheet.ts';
import {arbitraryChange, arbitrarySheet} from './arbitrary-sheet.ts';
import {makeUser, sheetOf} from './make-sheet.ts';

const ann = makeUser(1, {firstName: 'Ann', lastName: 'Archer', email: 'ann@example.com'});
const ben = makeUser(2, {firstName: 'Ben', lastName: 'Baker', email: 'ben@example.com'});

function entryOf(change: Change, values: Partial<Entry> = {}): Entry {
	return {
		revision: 2,
		at: '2026-03-08T13:05:00.000Z',
		author: {user: 'ann'},
		origination: {from: 'grid'},
		change,
		...values,
	};
}

/** What an undo does not give back: numbers that only go up. */
const content = ({users, profiles, settings, toWithdraw}: Sheet) => ({
	users,
	profiles,
	settings,
	toWithdraw,
});
const byName = ({users, profiles, settings, toWithdraw}: Sheet) => ({
	users,
	toWithdraw,
	profiles: profiles.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
	settings,
});

/** Two changes, one after the other. */
const arbitraryPast = arbitrarySheet.chain((sheet) =>
	arbitraryChange(sheet).chain((older) =>
		fc.record({
			sheet: fc.constant(sheet),
			older: fc.constant(older),
			newer: arbitraryChange(applyChange(sheet, older)),
		}),
	),
);

describe('planUndo, whatever was changed', () => {
	it('gives back the sheet before the newest change', () => {
		fc.assert(
			fc.property(arbitraryPast, ({sheet, older}) => {
				const now = applyChange(sheet, older);
				const {change, left} = planUndo(entryOf(older), now);
				expect(left).toEqual([]);
				expect(content(applyChange(now, change))).toEqual(content(sheet));
				expect(isEmptyChange(change)).toBe(JSON.stringify(content(now)) === JSON.stringify(content(sheet)));
			}),
		);
	});

	it('does it again as the undo of its inverse', () => {
		fc.assert(
			fc.property(arbitraryPast, ({sheet, older}) => {
				const now = applyChange(sheet, older);
				const undone = applyChange(now, planUndo(entryOf(older), now).change);
				const {change, left} = planUndo({change: invertChange(older)}, undone);
				expect(left).toEqual([]);
				expect(content(applyChange(undone, change))).toEqual(content(now));
			}),
		);
	});

	it('never touches what was changed since, and lists what it leaves', () => {
		fc.assert(
			fc.property(arbitraryPast, ({sheet, older, newer}) => {
				const then = applyChange(sheet, older);
				const now = applyChange(then, newer);
				const {change, left} = planUndo(entryOf(older), now);
				const undone = applyChange(now, change);
				for (const user of now.users) {
					const [was, made, back] = [sheet, then, undone].map((one) => findUser(one, user.id));
					if (made === undefined) {
						expect(back).toEqual(user);
						continue;
					}
					for (const key of fieldKeys) {
						if (user[key] !== made[key]) expect(back?.[key]).toBe(user[key]);
						else if (was !== undefined) expect(back?.[key]).toBe(was[key]);
						const isLeft = left.some(
							(one) => one.what === 'user' && one.id === user.id && (one.key ?? key) === key,
						);
						const isOlder = was === undefined || was[key] !== made[key];
						const isBack = was !== undefined && user[key] === was[key];
						if (isOlder && user[key] !== made[key] && !isBack) expect(isLeft).toBe(true);
					}
				}
				for (const user of newer.removed) expect(findUser(undone, user.id)).toBeUndefined();
			}),
		);
	});

	it('makes a change that fits the sheet as it is', () => {
		fc.assert(
			fc.property(arbitraryPast, ({sheet, older, newer}) => {
				const now = applyChange(applyChange(sheet, older), newer);
				const {change} = planUndo(entryOf(older), now);
				const fitted = fitChange(change, now.nextId, now, 'theirs');
				expect(fitted.conflicts).toEqual([]);
				expect(byName(applyChange(now, fitted.change))).toEqual(byName(applyChange(now, change)));
				expect(applyChange(now, change).profiles.length).toBeGreaterThan(0);
			}),
		);
	});
});

describe('planUndo', () => {
	const edit = {
		...emptyChange('Edit'),
		updated: [updateOf(ann, {...ann, lastName: 'Ash', email: 'x@example.com'})],
	};

	it('is labelled after what it undoes', () => {
		const entry = entryOf({...emptyChange('Create Ann Archer'), added: [ann]});
		expect(planUndo(entry, sheetOf(ann)).change).toEqual({
			...emptyChange('Undo: Create Ann Archer'),
			removed: [ann],
		});
	});

	it('leaves a field that was changed since, and gives the others back', () => {
		const now = {...ann, lastName: 'Ashe', email: 'x@example.com', firstName: 'Anna'};
		const {change, left} = planUndo(entryOf(edit), sheetOf(now));
		expect(change.updated).toEqual([updateOf(now, {...now, email: 'ann@example.com'})]);
		expect(left.map(describeLeft)).toEqual(['1 Anna Ashe, Last name: changed since']);
	});

	it('does not list what is already as it was', () => {
		const {change, left} = planUndo(entryOf(edit), sheetOf(ann));
		expect(isEmptyChange(change)).toBe(true);
		expect(left).toEqual([]);
	});

	it('lists changed users who are deleted since', () => {
		const {change, left} = planUndo(entryOf(edit), sheetOf(ben));
		expect(isEmptyChange(change)).toBe(true);
		expect(left.map(describeLeft)).toEqual(['1 Ann Ash: deleted since']);
	});

	it('keeps created users whom somebody has worked on since', () => {
		const entry = entryOf({...emptyChange('Import'), added: [ann, ben]});
		const {change, left} = planUndo(entry, sheetOf(ann, {...ben, deploymentPin: '0042'}));
		expect(change.removed).toEqual([ann]);
		expect(left.map(describeLeft)).toEqual(['2 Ben Baker: changed since']);
	});

	it('brings deleted users back with their IDs, and never a second time', () => {
		const entry = entryOf({...emptyChange('Delete'), removed: [ann, ben]});
		const later = makeUser(7);
		expect(planUndo(entry, sheetOf(ben, later))).toEqual({
			change: {...emptyChange('Undo: Delete'), added: [ann]},
			left: [],
		});
	});

	it('leaves the secrets that compaction has taken out, and says so', () => {
		const kept = {...ann, pbxSipPassword: 'new'};
		const change = {
			...emptyChange('Import'),
			added: [ann],
			updated: [updateOf(ben, ben)],
			removed: [makeUser(3, {lastName: 'Carter'})],
		};
		const plan = planUndo(entryOf(change, {withoutSecrets: true}), sheetOf(kept, ben));
		expect(plan.change).toMatchObject({removed: [kept], updated: [], added: [{id: 3}]});
		expect(plan.left).toEqual([
			{what: 'user', id: 3, name: 'Carter', reason: 'secret-gone'},
			{what: 'user', id: 2, name: 'Ben Baker', reason: 'secret-gone'},
		]);
	});

	it('gives back where a user came from', () => {
		const moved = {...ann, origin: 'csv'} as const;
		const entry = entryOf({...emptyChange('Restore'), updated: [updateOf(ann, moved)]});
		expect(planUndo(entry, sheetOf(moved)).change.updated).toEqual([updateOf(moved, ann)]);
	});

	it('keeps a profile that somebody has got since, and the last one', () => {
		const remote = {...defaultProfile, name: 'Remote'};
		const entry = entryOf({
			...emptyChange('Add profile Remote'),
			profiles: [[defaultProfile], [defaultProfile, remote]],
		});
		const used = {...sheetOf({...ann, profile: 'remote'}), profiles: [defaultProfile, remote]};
		expect(planUndo(entry, used).left.map(describeLeft)).toEqual(['Profile "Remote": still in use']);
		const last = planUndo(entry, {...sheetOf(), profiles: [remote]});
		expect(last.change.profiles).toBeUndefined();
		expect(last.left).toHaveLength(1);
	});

	it('leaves a profile that was changed since, and switches a setting back', () => {
		const host = (mbgSipHost: string) => ({...defaultProfile, mbgSipHost});
		const entry = entryOf({
			...emptyChange('Change'),
			profiles: [[host('a')], [host('b')]],
			settings: [defaultSettings, {...defaultSettings, standAlone: true}],
		});
		const sheet = {...sheetOf(), profiles: [host('c')], settings: {...defaultSettings, standAlone: true}};
		const {change, left} = planUndo(entry, sheet);
		expect(change.profiles).toBeUndefined();
		expect(change.settings).toEqual([{...defaultSettings, standAlone: true}, defaultSettings]);
		expect(left).toEqual([{what: 'profile', name: 'Default', key: 'mbgSipHost', reason: 'changed-since'}]);
	});
});
