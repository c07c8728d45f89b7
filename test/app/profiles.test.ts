import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import type {ProfilesState} from '../../source/app/screens/profiles/profiles-state.ts';
import {profilesTable} from '../../source/app/screens/profiles/profiles-table.ts';
import {emptyChange} from '../../source/domain/change.ts';
import {fingerprintDeployment} from '../../source/domain/fingerprint-deployment.ts';
import {defaultProfile, type Profile} from '../../source/domain/profile.ts';
import {
	type ProfileJob,
	planProfileJob,
	planProfileValues,
} from '../../source/domain/profiles/plan-profiles.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import type {User} from '../../source/domain/user.ts';
import {finishWork} from '../../source/domain/work.ts';
import {createAnswers} from '../helpers/answer-effect.ts';
import {goToColumn} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

const named = (name: string, values: Partial<Profile> = {}): Profile => ({
	...defaultProfile,
	...values,
	name,
});

/** Users 1 and 2 have "Berlin", all others "Default"; nobody has "Unused". */
function sheetWith(users = 4): Sheet {
	const sheet = makeSheet(users);
	return {
		...sheet,
		profiles: [named('Default'), named('Berlin', {mbgSipHost: 'mbg.example.com'}), named('Unused')],
		users: sheet.users.map((user) =>
			user.id > 2 ? user : {...user, profile: 'Berlin', directoryNumber: `20#${user.id}`},
		),
	};
}

function open(sheet = sheetWith(), readOnly = false): ModelSession {
	const session = openSession(sheet, {readOnly, answer: createAnswers(), size: {columns: 120, rows: 24}});
	session.press(':', 'profiles', 'enter');
	return session;
}

function stateOf(session: ModelSession): ProfilesState {
	const screen = session.model().screens.find(({name}) => name === 'profiles');
	if (screen?.name !== 'profiles') throw new Error('The list of profiles is not open');
	return screen;
}

function underCursor(session: ModelSession): string | undefined {
	const {state, rowOf} = profilesTable(stateOf(session), session.model());
	return rowOf(state.rows[state.cursor.row] ?? -2)?.name;
}

const names = (session: ModelSession) => session.stored().profiles.map(({name}) => name);
const profilesOf = (session: ModelSession) => session.stored().users.map(({profile}) => profile);
const notice = (session: ModelSession) => session.model().notice?.text;

describe('the list of profiles', () => {
	it('opens on the profile of the user under the cursor, and says how many users have each', () => {
		const session = open();
		expect(underCursor(session)).toBe('Berlin');
		const {kind, context, state, rowOf} = profilesTable(stateOf(session), session.model());
		expect(state.rows.map((id) => kind.valueOf(rowOf(id) ?? named(''), 'users', context))).toEqual([
			'2',
			'2',
			'0',
		]);
	});

	it('finds profiles by what they hold, and by how many users they have', () => {
		const session = open();
		session.press('/', 'users:', 'enter');
		expect(underCursor(session)).toBe('Unused');
		session.press('escape', '/', 'mbgSipHost:mbg', 'enter');
		expect(profilesTable(stateOf(session), session.model()).state.rows).toHaveLength(1);
		session.press('escape');
		expect(topScreen(session.model())?.name).toBe('profiles');
		session.press('escape');
		expect(topScreen(session.model())).toBeUndefined();
	});

	it('goes to the users of a profile in the grid', () => {
		for (const keys of [['ctrl+g'], [goToColumn('users'), 'enter']]) {
			const session = open();
			session.press(...keys);
			const {grid, screens} = session.model();
			expect(screens).toEqual([]);
			expect(grid.filter).toBe('profile:=Berlin');
			expect(grid.rows).toEqual([1, 2]);
			session.press('escape');
			expect(session.model().grid.rows).toHaveLength(4);
		}
	});

	it('says how many users must be deployed again, at once when a host changes, and goes to them', () => {
		const sheet = sheetWith();
		const deployed = (user: User, profile: Profile): User => ({
			...user,
			deployedOn: '2026-11-20T09:00:00.000Z',
			deployedAs: fingerprintDeployment(user, profile),
		});
		const [, berlin = named('')] = sheet.profiles;
		const users = sheet.users.map((user) => (user.id === 2 ? deployed(user, berlin) : user));
		const session = open({...sheet, users});
		const again = () =>
			profilesTable(stateOf(session), session.model()).columns.some(({key}) => key === 'changed');
		expect(again()).toBe(false);
		session.press(goToColumn('mbgSipHost'), 'x.example.com', 'enter');
		expect(notice(session)).toBe(
			'MBG SIP host: 2 users have this profile. 1 is deployed, and must be deployed again.',
		);
		expect(again()).toBe(true);
		session.press('up', goToColumn('changed'), 'enter');
		expect(session.model().grid).toMatchObject({rows: [2], filter: 'profile:=Berlin state:changed-since'});
	});

	it('gives a profile to the marked users', () => {
		const session = openSession(sheetWith(), {answer: createAnswers()});
		session.press('space', 'down', 'down', 'space', ':', 'profiles', 'enter', 'ctrl+end', 'f3');
		expect(topScreen(session.model())).toMatchObject({name: 'confirm', action: 'Set Profile'});
		session.press('y');
		expect(profilesOf(session)).toEqual(['Unused', 'Berlin', 'Unused', 'Default']);
	});
});

describe('creating a profile', () => {
	it('takes a name in a new row', () => {
		const session = open();
		session.press('/', 'berlin', 'enter', 'f4', ' Wien ', 'enter');
		expect(names(session)).toEqual(['Default', 'Berlin', 'Unused', 'Wien']);
		expect(underCursor(session)).toBe('Wien');
		expect(session.history[0]?.change.label).toBe('Add profile Wien');
		session.press('ctrl+z');
		expect(names(session)).toEqual(['Default', 'Berlin', 'Unused']);
	});

	it.each([
		['', 'profile-name'],
		['berlin', 'profile-exists'],
	])('keeps the row open for the name "%s"', (name, code) => {
		const session = open();
		session.press('f4', ...(name === '' ? [] : [name]), 'enter');
		expect(stateOf(session).editor?.problem).toMatchObject({code});
		session.press('escape');
		expect(stateOf(session).editor).toBeUndefined();
		expect(stateOf(session).table.rows).toHaveLength(3);
		expect(names(session)).toHaveLength(3);
	});

	it('goes on while another person adds one', () => {
		const session = open();
		session.press('f4', 'Wi');
		const {profiles} = session.stored();
		session.commitByOther({...emptyChange('Add'), profiles: [profiles, [...profiles, named('Theirs')]]});
		session.press('en', 'enter');
		expect(names(session)).toEqual(['Default', 'Berlin', 'Unused', 'Theirs', 'Wien']);
		expect(underCursor(session)).toBe('Wien');
	});
});

describe('a value of a profile', () => {
	it('is edited in its cell, and one undo takes it back', () => {
		const session = open();
		session.press(goToColumn('mbgSipHost'), 'x.example.com', 'tab');
		expect(session.stored().profiles[1]).toMatchObject({mbgSipHost: 'x.example.com'});
		expect(notice(session)).toContain('2 users have this profile.');
		session.press('ctrl+z');
		expect(session.stored().profiles[1]).toMatchObject({mbgSipHost: 'mbg.example.com'});
		expect(topScreen(session.model())?.name).toBe('profiles');
	});

	it('that breaks a rule keeps the cell open; one that deserves a look is told', () => {
		const session = open();
		session.press(goToColumn('mbgWebrtcSipHost'), 'a b', 'enter');
		expect(stateOf(session).editor?.problem).toMatchObject({code: 'host-name'});
		session.press('escape', '10.0.0.1', 'enter');
		expect(session.stored().profiles[1]).toMatchObject({mbgWebrtcSipHost: '10.0.0.1'});
		expect(notice(session)).toContain('An IP address');
		expect(
			profilesTable(stateOf(session), session.model()).hasProblem?.(
				session.stored().profiles[1] ?? named(''),
			),
		).toBe(true);
	});

	it('is switched from a list, and says whose numbers cannot sync', () => {
		const session = open();
		session.press(goToColumn('remoteMbg'), 'enter', 'on', 'enter');
		expect(session.stored().profiles[1]).toMatchObject({remoteMbg: true});
		expect(notice(session)).toContain('2 have a # in the directory number');
		session.press('delete');
		expect(session.stored().profiles[1]).toMatchObject({remoteMbg: false});
	});

	it('is emptied by a key, and a name is not', () => {
		const session = open();
		session.press(goToColumn('mbgSipHost'), 'delete');
		expect(session.stored().profiles[1]).toMatchObject({mbgSipHost: ''});
		session.press(goToColumn('name'), 'delete');
		expect(notice(session)).toBe('A profile needs a name.');
		session.press(goToColumn('users'), '7');
		expect(notice(session)).toBe('It is counted, and cannot be changed.');
	});

	it('cannot be changed in a sheet that is read-only', () => {
		const session = open(sheetWith(), true);
		session.press(goToColumn('mbgSipHost'), 'enter');
		expect(notice(session)).toContain('--read-only');
		session.press('f4', 'ctrl+k');
		expect(stateOf(session).editor).toBeUndefined();
		session.press(goToColumn('users'), 'enter');
		expect(session.model().grid.rows).toEqual([1, 2]);
	});
});

describe('renaming a profile', () => {
	it('asks with the number of users, who follow', () => {
		const session = open();
		session.press(goToColumn('name'), 'Potsdam', 'enter');
		expect(names(session)).toContain('Berlin');
		expect(topScreen(session.model())).toMatchObject({
			name: 'confirm',
			question: 'Rename the profile "Berlin" to "Potsdam"?',
		});
		session.press('y');
		expect(names(session)).toEqual(['Default', 'Potsdam', 'Unused']);
		expect(profilesOf(session)).toEqual(['Potsdam', 'Potsdam', 'Default', 'Default']);
		expect(underCursor(session)).toBe('Potsdam');
		session.press('ctrl+z');
		expect(names(session)).toEqual(['Default', 'Berlin', 'Unused']);
		expect(profilesOf(session)).toEqual(['Berlin', 'Berlin', 'Default', 'Default']);
		expect(underCursor(session)).toBe('Berlin');
	});

	it('asks nothing where no user has it, and waits for the shell where there are many', () => {
		const session = open(sheetWith(1500));
		session.press('ctrl+end', 'Nobody', 'enter');
		expect(names(session)).toEqual(['Default', 'Berlin', 'Nobody']);
		session.press('ctrl+home', 'All', 'enter', 'y');
		expect(names(session)).toEqual(['All', 'Berlin', 'Nobody']);
		expect(profilesOf(session).filter((name) => name === 'All')).toHaveLength(1498);
		session.press('ctrl+z');
		session.answerUndo();
		expect(profilesOf(session).filter((name) => name === 'Default')).toHaveLength(1498);
	});
});

describe('removing a profile', () => {
	it('asks first, where no user has it', () => {
		const session = open();
		session.press('ctrl+end', 'ctrl+k', 'n');
		expect(names(session)).toHaveLength(3);
		session.press('ctrl+k', 'y');
		expect(names(session)).toEqual(['Default', 'Berlin']);
	});

	it('asks for another profile for its users', () => {
		const session = open();
		session.press('ctrl+k', 'enter');
		expect(names(session)).toHaveLength(3);
		session.press('un', 'enter');
		expect(names(session)).toEqual(['Default', 'Unused']);
		expect(profilesOf(session)).toEqual(['Unused', 'Unused', 'Default', 'Default']);
		expect(session.history[0]?.change.label).toBe('Remove profile Berlin');
		session.press('ctrl+z');
		expect(profilesOf(session)).toEqual(['Berlin', 'Berlin', 'Default', 'Default']);
		expect(new Set(names(session))).toEqual(new Set(['Default', 'Berlin', 'Unused']));
	});

	it('is not possible for the only one', () => {
		const session = open(makeSheet(1));
		session.press('ctrl+k');
		expect(notice(session)).toContain('the only profile');
	});
});

describe('while another person works on the same profile', () => {
	const carryOut = (session: ModelSession, job: ProfileJob) => {
		const change = finishWork(planProfileJob(job, session.stored()));
		if (change === undefined) throw new Error('Nothing is planned');
		session.commitByOther(change);
	};
	const setHost = (session: ModelSession, mbgSipHost: string) => {
		const [, berlin = named('')] = session.stored().profiles;
		session.commitByOther(planProfileValues(session.stored(), berlin, {...berlin, mbgSipHost}));
	};

	it('an open cell stays on the profile that is renamed', () => {
		const session = open();
		session.press(goToColumn('mbgSipHost'), 'mine.example.com');
		carryOut(session, {verb: 'rename', profile: 'Berlin', name: 'Potsdam'});
		session.press('enter');
		expect(session.stored().profiles[1]).toMatchObject({name: 'Potsdam', mbgSipHost: 'mine.example.com'});
	});

	it('a value that both have changed is asked about', () => {
		const session = open();
		session.press(goToColumn('mbgSipHost'), 'mine.example.com');
		setHost(session, 'theirs.example.com');
		session.press('enter');
		expect(topScreen(session.model())).toMatchObject({
			name: 'confirm',
			details: ['Yours: mine.example.com', 'Theirs: theirs.example.com'],
		});
		session.press('n');
		expect(session.stored().profiles[1]?.mbgSipHost).toBe('theirs.example.com');
		session.press('mine.example.com', 'enter');
		expect(session.stored().profiles[1]?.mbgSipHost).toBe('mine.example.com');
	});

	it('a profile that is removed takes the open cell with it', () => {
		const session = open();
		session.press(goToColumn('mbgSipHost'), 'mine.example.com');
		carryOut(session, {verb: 'remove', profile: 'Berlin', replacement: 'Default'});
		session.press('enter');
		expect(notice(session)).toBe('Another person has removed this profile.');
		expect(stateOf(session).editor).toBeUndefined();
	});

	it('a change that is on its way to the store meets theirs there', () => {
		const session = open();
		session.holdCommits = true;
		session.press(goToColumn('mbgSipHost'), 'mine.example.com', 'enter');
		carryOut(session, {verb: 'rename', profile: 'Berlin', name: 'Potsdam'});
		const {profiles} = session.model().sheet;
		expect(profiles[1]).toMatchObject({name: 'Potsdam', mbgSipHost: 'mine.example.com'});
	});
});
