import {describe, expect, it} from 'vitest';
import {applyChange} from '../../../source/domain/apply-change.ts';
import {invertChange} from '../../../source/domain/change.ts';
import {planUndo} from '../../../source/domain/plan-undo.ts';
import {defaultProfile, type Profile} from '../../../source/domain/profile.ts';
import {judgeProfile, withProfileText} from '../../../source/domain/profiles/judge-profile.ts';
import {
	type ProfileJob,
	planProfileAdd,
	planProfileJob,
	planProfileValues,
} from '../../../source/domain/profiles/plan-profiles.ts';
import {describeProfileConsequences} from '../../../source/domain/profiles/profile-consequences.ts';
import {profileFields} from '../../../source/domain/profiles/profile-fields.ts';
import {countUsersByProfile} from '../../../source/domain/profiles/profile-users.ts';
import type {Sheet} from '../../../source/domain/sheet.ts';
import {finishWork} from '../../../source/domain/work.ts';
import {makeUser, sheetOf} from '../make-sheet.ts';

const named = (name: string, values: Partial<Profile> = {}): Profile => ({
	...defaultProfile,
	...values,
	name,
});

/** Two users in Berlin, one of them with the name in other letters, one in Default, and one whose profile is unknown. */
const sheet: Sheet = {
	...sheetOf(
		makeUser(1, {profile: 'Berlin'}),
		makeUser(2, {profile: 'Default', directoryNumber: '20#1'}),
		makeUser(3, {profile: 'BERLIN ', directoryNumber: '20#3'}),
		makeUser(4, {profile: 'Gone'}),
	),
	profiles: [named('Default'), named('Berlin', {mbgSipHost: 'mbg.example.com'}), named('Unused')],
};

const profilesOf = (one: Sheet) => one.users.map(({profile}) => profile);
const plan = (job: ProfileJob, now = sheet) => finishWork(planProfileJob(job, now));

it('counts the users of each profile, as names are compared', () => {
	expect([...countUsersByProfile(sheet)]).toEqual([
		['Berlin', 2],
		['Default', 1],
		['Gone', 1],
	]);
});

describe('a job on profiles', () => {
	const cases: readonly [
		what: string,
		job: ProfileJob,
		names: readonly string[],
		users: readonly string[],
	][] = [
		[
			'gives another name, and the users follow',
			{verb: 'rename', profile: 'berlin', name: 'Potsdam'},
			['Default', 'Potsdam', 'Unused'],
			['Potsdam', 'Default', 'Potsdam', 'Gone'],
		],
		[
			'gives a name in other letters',
			{verb: 'rename', profile: 'Berlin', name: 'BERLIN'},
			['Default', 'BERLIN', 'Unused'],
			['BERLIN', 'Default', 'BERLIN', 'Gone'],
		],
		[
			'removes one that no user has',
			{verb: 'remove', profile: 'Unused'},
			['Default', 'Berlin'],
			['Berlin', 'Default', 'BERLIN ', 'Gone'],
		],
		[
			'removes one, and its users get another one',
			{verb: 'remove', profile: 'Berlin', replacement: 'unused'},
			['Default', 'Unused'],
			['Unused', 'Default', 'Unused', 'Gone'],
		],
	];

	it.each(cases)('%s, and one undo takes it back', (_, job, names, users) => {
		const change = plan(job);
		if (change === undefined) throw new Error('Nothing is planned');
		const after = applyChange(sheet, change);
		expect(after.profiles.map(({name}) => name)).toEqual(names);
		expect(profilesOf(after)).toEqual(users);
		expect(after.profiles.find(({mbgSipHost}) => mbgSipHost !== '')?.name).toBe(
			names.length === 3 ? names[1] : names[1] === 'Berlin' ? 'Berlin' : undefined,
		);
		const undone = planUndo({change}, after);
		expect(undone.left).toEqual([]);
		expect(applyChange(after, undone.change)).toMatchObject({users: sheet.users});
		expect(new Set(applyChange(after, undone.change).profiles)).toEqual(new Set(sheet.profiles));
		const again = planUndo({change: invertChange(change)}, sheet);
		expect(profilesOf(applyChange(sheet, again.change))).toEqual(users);
	});

	it.each<[string, ProfileJob]>([
		['the profile is gone', {verb: 'rename', profile: 'Nowhere', name: 'X'}],
		['another one has the name', {verb: 'rename', profile: 'Berlin', name: 'unused'}],
		['users have it and get no other one', {verb: 'remove', profile: 'Berlin'}],
		['it is to replace itself', {verb: 'remove', profile: 'Berlin', replacement: 'Berlin'}],
		['the replacement is gone', {verb: 'remove', profile: 'Berlin', replacement: 'Nowhere'}],
	])('is none where %s', (_, job) => {
		expect(plan(job)).toBeUndefined();
	});

	it('is none for the only profile', () => {
		expect(plan({verb: 'remove', profile: 'Default'}, sheetOf())).toBeUndefined();
	});
});

it('adds a profile behind the others, and changes values in their place', () => {
	const added = named('New');
	expect(planProfileAdd(sheet, added).profiles?.[1].map(({name}) => name)).toEqual([
		'Default',
		'Berlin',
		'Unused',
		'New',
	]);
	const [, berlin = added] = sheet.profiles;
	const change = planProfileValues(sheet, berlin, {...berlin, mbgSipHost: 'x'}, 'MBG SIP host');
	expect(change).toMatchObject({label: 'Edit MBG SIP host of profile Berlin', updated: []});
	expect(change.profiles?.[1][1]).toEqual({...berlin, mbgSipHost: 'x'});
});

describe('what is wrong with a profile', () => {
	const judge = (values: Partial<Profile>) =>
		judgeProfile({...named('New'), ...values}, sheet.profiles).map(
			({severity, code}) => `${severity} ${code}`,
		);

	it.each<[Partial<Profile>, readonly string[]]>([
		[{}, []],
		[{name: ''}, ['error profile-name']],
		[{name: 'berlin '}, ['error profile-exists']],
		[{name: 'a\u001bb'}, ['error control-character']],
		[{name: 'x'.repeat(101)}, ['error too-long']],
		[{mbgSipHost: '10.0.0.1'}, []],
		[{mbgSipHost: 'a b'}, ['error host-name']],
		[{mbgWebrtcSipHost: 'webrtc.example.com'}, []],
		[{mbgWebrtcSipHost: '10.0.0.1'}, ['warning ip-address']],
		[{mbgWebrtcSipHost: '2001:db8::1'}, ['warning ip-address']],
		[{mbgWebrtcSipHost: 'a b'}, ['error host-name']],
		[{centralEmail: 'it@'}, ['error email-address']],
		[{centralEmail: 'it@example.com', remoteMbg: true}, []],
		[{subject: 'For {First name}'}, []],
		[{subject: 'For {Frist name}'}, ['warning unknown-placeholder']],
		[{messageText: 'Dear {First name}'}, ['warning no-link-in-text']],
		[{messageText: '{Deployment link} {Deployment PIN}'}, ['error secret-placeholder']],
		[{linkTemplate: 'https://x.example/{Directory Number}'}, []],
		[{linkTemplate: 'https://x.example/{Deployment link}'}, ['error circular-placeholder']],
		[{linkTemplate: 'no link'}, ['error deployment-link']],
	])('%j: %j', (values, expected) => {
		expect(judge(values)).toEqual(expected);
	});

	it('takes every value as text', () => {
		for (const field of profileFields) {
			const text = field.kind === 'switch' ? 'on' : ' x ';
			expect(withProfileText(named('New'), field, text)[field.key]).toBe(
				field.kind === 'switch' ? true : 'x',
			);
		}
	});
});

describe('users who must be deployed again', () => {
	const deployedOn = '2026-11-20T09:00:00.000Z';
	const profile = named('Default', {serviceHost: 'a.example.com', linkTemplate: 'https://x.example/{ID}'});
	const now: Sheet = {
		...sheetOf(
			makeUser(1, {deployedOn}),
			makeUser(2, {deployedOn, serviceHost: 'own.example.com', deploymentLink: 'https://own.example/2'}),
			makeUser(3),
		),
		profiles: [profile],
	};

	it.each<[Partial<Profile>, number]>([
		[{mbgSipHost: 'x'}, 2],
		[{mbgWebrtcSipHost: 'x'}, 2],
		[{remoteMbg: true}, 2],
		[{serviceHost: 'b.example.com'}, 1],
		[{linkTemplate: ''}, 1],
		[{centralEmail: 'it@example.com', subject: 'x', messageText: 'y'}, 0],
	])('%j: %i', (values, amount) => {
		const said = describeProfileConsequences(now, profile, {...profile, ...values});
		const again = said.find((text) => text.includes('deployed again')) ?? '0';
		expect(Number.parseInt(again, 10)).toBe(amount);
	});
});

it('says what follows for the users of a profile', () => {
	const [normal = named(''), berlin = named(''), unused = named('')] = sheet.profiles;
	const remote = {remoteMbg: true};
	expect(describeProfileConsequences(sheet, unused, {...unused, ...remote})).toEqual([]);
	expect(describeProfileConsequences(sheet, berlin, {...berlin, mbgSipHost: 'x'})).toEqual([
		'2 users have this profile.',
	]);
	expect(describeProfileConsequences(sheet, normal, {...normal, ...remote})).toEqual([
		'1 user has this profile.',
		expect.stringMatching(/^1 has a # in the directory number/),
	]);
});
