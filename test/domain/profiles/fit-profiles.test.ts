import {describe, expect, it} from 'vitest';
import {applyChange} from '../../../source/domain/apply-change.ts';
import {type Change, emptyChange, updateChange} from '../../../source/domain/change.ts';
import type {Conflict} from '../../../source/domain/conflict.ts';
import {fitChange} from '../../../source/domain/fit-change.ts';
import {planUndo} from '../../../source/domain/plan-undo.ts';
import {defaultProfile, findProfile, type Profile} from '../../../source/domain/profile.ts';
import {
	type ProfileJob,
	planProfileJob,
	planProfileValues,
} from '../../../source/domain/profiles/plan-profiles.ts';
import {findUser, type Sheet} from '../../../source/domain/sheet.ts';
import {finishWork} from '../../../source/domain/work.ts';
import {makeUser, sheetOf} from '../make-sheet.ts';

const named = (name: string, values: Partial<Profile> = {}): Profile => ({
	...defaultProfile,
	...values,
	name,
});

const base: Sheet = {
	...sheetOf(makeUser(1, {profile: 'Sales'}), makeUser(2)),
	profiles: [named('Default'), named('Sales', {mbgSipHost: 'a'}), named('Other')],
};

type Act = (sheet: Sheet) => Change;

const job =
	(wanted: ProfileJob): Act =>
	(sheet) => {
		const change = finishWork(planProfileJob(wanted, sheet));
		if (change === undefined) throw new Error('Nothing is planned');
		return change;
	};
const set =
	(name: string, values: Partial<Profile>): Act =>
	(sheet) => {
		const profile = findProfile(sheet.profiles, name) ?? named(name);
		return planProfileValues(sheet, profile, {...profile, ...values});
	};
const give =
	(id: number, profile: string): Act =>
	(sheet) => {
		const user = findUser(sheet, id) ?? makeUser(id);
		return updateChange('Give', user, {...user, profile});
	};
const add =
	(profile: Profile): Act =>
	({profiles}) => ({...emptyChange('Add'), profiles: [profiles, [...profiles, profile]]});

const rename = job({verb: 'rename', profile: 'Sales', name: 'Office'});
const replace = job({verb: 'remove', profile: 'Sales', replacement: 'Other'});

/** "Sales a" is a profile with its host. */
const tell = ({profiles, users}: Sheet) => ({
	profiles: profiles.map(({name, mbgSipHost}) => `${name} ${mbgSipHost}`.trim()),
	users: users.map(({profile}) => profile),
});

type Case = {
	readonly what: string;
	readonly theirs: Act;
	readonly mine: Act;
	readonly profiles: readonly string[];
	readonly users: readonly string[];
	readonly conflicts?: readonly Partial<Conflict>[];
};

const cases: readonly Case[] = [
	{
		what: 'renamed here, and given another host there: both are kept',
		theirs: set('Sales', {mbgSipHost: 't'}),
		mine: rename,
		profiles: ['Default', 'Office t', 'Other'],
		users: ['Office', 'Default'],
	},
	{
		what: 'renamed there, and given another host here: it is still the same profile',
		theirs: rename,
		mine: set('Sales', {mbgSipHost: 'm'}),
		profiles: ['Default', 'Office m', 'Other'],
		users: ['Office', 'Default'],
	},
	{
		what: 'renamed by both: mine is the newer one',
		theirs: job({verb: 'rename', profile: 'Sales', name: 'Theirs'}),
		mine: rename,
		profiles: ['Default', 'Office a', 'Other'],
		users: ['Office', 'Default'],
		conflicts: [
			{what: 'user', id: 1, key: 'profile', reason: 'changed-since'},
			{what: 'profile', name: 'Theirs', key: 'name', reason: 'changed-since'},
		],
	},
	{
		what: 'renamed here, and given to a user there: the user follows',
		theirs: give(2, 'Sales'),
		mine: rename,
		profiles: ['Default', 'Office a', 'Other'],
		users: ['Office', 'Office'],
	},
	{
		what: 'replaced here, and given to a user there: the user follows',
		theirs: give(2, 'Sales'),
		mine: replace,
		profiles: ['Default', 'Other'],
		users: ['Other', 'Other'],
	},
	{
		what: 'removed here as nobody had it, and given to a user there: it stays',
		theirs: give(2, 'Other'),
		mine: job({verb: 'remove', profile: 'Other'}),
		profiles: ['Default', 'Sales a', 'Other'],
		users: ['Sales', 'Other'],
		conflicts: [{what: 'profile', name: 'Other', reason: 'in-use'}],
	},
	{
		what: 'renamed here, and replaced there: the users have mine, with what it held',
		theirs: replace,
		mine: rename,
		profiles: ['Default', 'Office a', 'Other'],
		users: ['Office', 'Default'],
		conflicts: [
			{what: 'user', id: 1, key: 'profile', reason: 'changed-since'},
			{what: 'profile', name: 'Sales', reason: 'removed-since'},
		],
	},
	{
		what: 'the name was taken meanwhile: the profile keeps its own',
		theirs: add(named('Office', {mbgSipHost: 't'})),
		mine: rename,
		profiles: ['Default', 'Sales a', 'Other', 'Office t'],
		users: ['Office', 'Default'],
		conflicts: [{what: 'profile', name: 'Sales', key: 'name', reason: 'changed-since'}],
	},
	{
		what: 'one that holds nothing is not taken for another one',
		theirs: job({verb: 'rename', profile: 'Other', name: 'New'}),
		mine: set('Other', {mbgSipHost: 'm'}),
		profiles: ['Default', 'Sales a', 'New'],
		users: ['Sales', 'Default'],
		conflicts: [{what: 'profile', name: 'Other', reason: 'removed-since'}],
	},
];

describe('a profile that two people work on', () => {
	it.each(cases)('$what', ({theirs, mine, profiles, users, conflicts = []}) => {
		const current = applyChange(base, theirs(base));
		const fitted = fitChange(mine(base), base.nextId, current);
		const after = applyChange(current, fitted.change);
		expect({...tell(after), conflicts: fitted.conflicts}).toEqual({
			profiles: expect.arrayContaining([...profiles]),
			users,
			conflicts: conflicts.map((one) => expect.objectContaining(one)),
		});
		expect(after.profiles).toHaveLength(profiles.length);
	});
});

describe('the undo of a rename', () => {
	const change = rename(base);
	const renamed = applyChange(base, change);

	it('keeps another host, and users who were given the profile since have its old name', () => {
		const later = applyChange(renamed, set('Office', {mbgSipHost: 't'})(renamed));
		const now = applyChange(later, give(2, 'Office')(later));
		const undo = planUndo({change}, now);
		expect(undo.left).toEqual([]);
		expect(tell(applyChange(now, undo.change))).toEqual({
			profiles: ['Default', 'Sales t', 'Other'],
			users: ['Sales', 'Sales'],
		});
	});

	it('leaves a user who was given another profile since', () => {
		const now = applyChange(renamed, give(1, 'Other')(renamed));
		const undo = planUndo({change}, now);
		expect(undo.left).toEqual([{what: 'user', id: 1, name: '', key: 'profile', reason: 'changed-since'}]);
		expect(tell(applyChange(now, undo.change))).toEqual({
			profiles: ['Default', 'Sales a', 'Other'],
			users: ['Other', 'Default'],
		});
	});
});
