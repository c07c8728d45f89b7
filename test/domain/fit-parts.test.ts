import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyChange} from '../../source/domain/apply-change.ts';
import {type Change, emptyChange} from '../../source/domain/change.ts';
import type {Conflict} from '../../source/domain/conflict.ts';
import {fitChange} from '../../source/domain/fit-change.ts';
import {defaultProfile, findProfile, type Profile} from '../../source/domain/profile.ts';
import {profileFields} from '../../source/domain/profiles/profile-fields.ts';
import {settingFields} from '../../source/domain/setting-fields.ts';
import {defaultSettings, type Settings, type Sheet} from '../../source/domain/sheet.ts';
import {arbitraryRace} from './arbitrary-sheet.ts';
import {sheetOf} from './make-sheet.ts';

const named = (name: string, values: Partial<Profile> = {}): Profile => ({
	...defaultProfile,
	name,
	...values,
});
const base: readonly Profile[] = [
	named('Default'),
	named('Sales', {mbgSipHost: 'a', centralEmail: 'a@x.org'}),
];
const withSales = (values: Partial<Profile>): readonly Profile[] => [
	named('Default'),
	{...named('Sales', {mbgSipHost: 'a', centralEmail: 'a@x.org'}), ...values},
];
const only = [named('Default')];

/** What becomes of profiles, where both made something else of the same ones. */
function mergeProfiles(
	before: readonly Profile[],
	theirs: readonly Profile[],
	mine: readonly Profile[],
	prefer: 'mine' | 'theirs',
) {
	const current: Sheet = {...sheetOf(), profiles: theirs};
	const change: Change = {...emptyChange('Mine'), profiles: [before, mine]};
	const fitted = fitChange(change, 1, current, prefer);
	return {conflicts: fitted.conflicts, profiles: applyChange(current, fitted.change).profiles};
}

type Case = readonly [
	name: string,
	theirs: readonly Profile[],
	mine: readonly Profile[],
	conflicts: readonly Partial<Conflict>[],
	whenMine: readonly Profile[],
	whenTheirs: readonly Profile[],
];

const cases: readonly Case[] = [
	[
		'other values merge',
		withSales({remoteMbg: true}),
		withSales({mbgSipHost: 'm'}),
		[],
		withSales({remoteMbg: true, mbgSipHost: 'm'}),
		withSales({remoteMbg: true, mbgSipHost: 'm'}),
	],
	[
		'the same value is no conflict',
		withSales({mbgSipHost: 'm'}),
		withSales({mbgSipHost: 'm'}),
		[],
		withSales({mbgSipHost: 'm'}),
		withSales({mbgSipHost: 'm'}),
	],
	[
		'each value that both changed is told',
		withSales({mbgSipHost: 't', centralEmail: 't@x.org'}),
		withSales({mbgSipHost: 'm', centralEmail: 'm@x.org'}),
		[
			{what: 'profile', name: 'Sales', key: 'mbgSipHost'},
			{what: 'profile', name: 'Sales', key: 'centralEmail'},
		],
		withSales({mbgSipHost: 'm', centralEmail: 'm@x.org'}),
		withSales({mbgSipHost: 't', centralEmail: 't@x.org'}),
	],
	[
		'changed here and removed there: it stays removed',
		only,
		withSales({mbgSipHost: 'm'}),
		[{what: 'profile', name: 'Sales', reason: 'removed-since'}],
		only,
		only,
	],
	[
		'removed here and changed there',
		withSales({mbgSipHost: 't'}),
		only,
		[{what: 'profile', name: 'Sales', reason: 'changed-since'}],
		only,
		withSales({mbgSipHost: 't'}),
	],
	['removed by both', only, only, [], only, only],
	[
		'added by both with other values',
		[...base, named('New', {mbgSipHost: 't'})],
		[...base, named('New', {mbgSipHost: 'm'})],
		[{what: 'profile', name: 'New', key: 'mbgSipHost'}],
		[...base, named('New', {mbgSipHost: 'm'})],
		[...base, named('New', {mbgSipHost: 't'})],
	],
	[
		'others added by each',
		[...base, named('Theirs')],
		[...base, named('Mine')],
		[],
		[...base, named('Theirs'), named('Mine')],
		[...base, named('Theirs'), named('Mine')],
	],
];

describe('profiles that two people change', () => {
	it.each(cases)('%s', (_, theirs, mine, conflicts, whenMine, whenTheirs) => {
		expect(mergeProfiles(base, theirs, mine, 'mine')).toEqual({
			profiles: whenMine,
			conflicts: conflicts.map((one) => expect.objectContaining(one)),
		});
		expect(mergeProfiles(base, theirs, mine, 'theirs')).toEqual({
			profiles: whenTheirs,
			conflicts: conflicts.map((one) => expect.objectContaining(one)),
		});
	});
});

describe('settings that two people switch', () => {
	const settings = (days: number, keep: number): Settings => ({
		...defaultSettings,
		history: {...defaultSettings.history, days},
		backup: {...defaultSettings.backup, keep},
	});

	it('merge, and each that both changed is told', () => {
		const change: Change = {...emptyChange('Mine'), settings: [settings(1, 1), settings(2, 2)]};
		const current: Sheet = {...sheetOf(), settings: settings(3, 1)};
		const conflicts = [{what: 'setting', key: 'historyDays', reason: 'changed-since'}];
		const mine = fitChange(change, 1, current);
		expect(mine).toMatchObject({change: {settings: [settings(3, 1), settings(2, 2)]}, conflicts});
		const theirs = fitChange(change, 1, current, 'theirs');
		expect(theirs).toMatchObject({change: {settings: [settings(3, 1), settings(3, 2)]}, conflicts});
	});
});

describe('whatever two people do to profiles and settings', () => {
	it('no value is lost that only one of them changed, and every one that both did is told', () => {
		fc.assert(
			fc.property(
				arbitraryRace,
				fc.constantFrom('mine' as const, 'theirs' as const),
				({sheet, theirs, mine}, prefer) => {
					const current = applyChange(sheet, theirs);
					const {change, conflicts} = fitChange(mine, sheet.nextId, current, prefer);
					const merged = applyChange(current, change);
					const [, wanted = current.settings] = mine.settings ?? [];
					for (const {key, read} of settingFields) {
						const [was, is, now, after] = [sheet.settings, wanted, current.settings, merged.settings].map(
							read,
						);
						if (mine.settings === undefined || is === was) expect(after).toBe(now);
						const isDisputed = mine.settings !== undefined && is !== was && now !== was && is !== now;
						expect(conflicts.some((one) => one.what === 'setting' && one.key === key)).toBe(isDisputed);
						if (is !== was && mine.settings !== undefined)
							expect(after).toBe(isDisputed && prefer === 'theirs' ? now : is);
					}
					const [before = [], made = []] = mine.profiles ?? [];
					for (const profile of current.profiles) {
						const [was, is, after] = [before, made, merged.profiles].map((list) =>
							findProfile(list, profile.name),
						);
						if (was === undefined || is === undefined) continue;
						for (const {key} of profileFields) {
							const isDisputed =
								is[key] !== was[key] && profile[key] !== was[key] && is[key] !== profile[key];
							const told = conflicts.some(
								(one) => one.what === 'profile' && one.name === profile.name && one.key === key,
							);
							expect(told).toBe(isDisputed);
							const wins = is[key] !== was[key] && (!isDisputed || prefer === 'mine');
							expect(after?.[key]).toBe(wins ? is[key] : profile[key]);
						}
					}
				},
			),
			{numRuns: 300},
		);
	});
});
