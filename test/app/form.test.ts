import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import type {FormState} from '../../source/app/screens/form/form-state.ts';
import {formFields} from '../../source/domain/field-lists.ts';
import {defaultProfile} from '../../source/domain/profile.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import {defaultSettings} from '../../source/domain/sheet.ts';
import {goToField, type Keys} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';
import {userOf} from '../helpers/slow-store.ts';

const remote = {...defaultProfile, name: 'Remote', mbgSipHost: 'mbg.example.com', remoteMbg: true};
const twoProfiles: Sheet = {...makeSheet(1), profiles: [defaultProfile, remote]};

function formOf(session: ModelSession): FormState {
	const screen = session.model().screens.find((candidate) => candidate.name === 'form');
	if (screen === undefined) throw new Error('No form is open');
	return screen;
}

const focusOf = (session: ModelSession): string => {
	const {focus} = formOf(session);
	return focus.kind === 'text' ? focus.key : focus.kind === 'button' ? focus.button : 'profile';
};

/** Opens the form and fills in what every user needs. */
function fill(session: ModelSession, ...more: readonly Keys[]): void {
	session.press('f4', 'Ann', goToField('lastName'), 'Archer', ...more);
	session.press(goToField('email'), 'ann.archer@example.com');
}

describe('the focus', () => {
	it('goes through every field and button, and round the end', () => {
		const session = openSession(makeSheet(0));
		session.press('f4');
		const [profile, ...typed] = formFields.filter(({role}) => role === 'stored').map(({key}) => key);
		const stops = [...typed, 'save', 'save-another', 'cancel', profile, typed[0]];
		for (const stop of stops) {
			expect(focusOf(session)).toBe(stop);
			session.press('tab');
		}
		session.press('shift+tab');
		session.press('shift+tab', 'up');
		expect(focusOf(session)).toBe('cancel');
	});

	it('goes on with Enter, and on a button presses it', () => {
		const session = openSession(makeSheet(0));
		session.press(
			'f4',
			'Ann',
			'enter',
			goToField('lastName'),
			'Archer',
			goToField('email'),
			'ann@example.com',
		);
		session.press(goToField('authenticationCode'), 'enter');
		expect(focusOf(session)).toBe('save');
		session.press('enter');
		expect(session.stored().users.map((user) => user.lastName)).toEqual(['Archer']);
	});

	it('starts a line with the caret at its end', () => {
		const session = openSession(makeSheet(0));
		session.press('f4', 'Ann', 'tab', 'shift+tab', 'a');
		expect(formOf(session).values.firstName).toBe('Anna');
	});
});

describe('what is wrong', () => {
	it('is said of a field when it is left, and taken back as soon as it is right', () => {
		const session = openSession(makeSheet(0));
		session.press('f4', goToField('email'), 'ann@');
		expect(formOf(session).problems.has('email')).toBe(false);
		session.press('tab');
		expect(formOf(session).problems.get('email')?.code).toBe('email-address');
		session.press('shift+tab', 'example.com');
		expect(formOf(session).problems.has('email')).toBe(false);
	});

	it('is all said at once on save, with the focus on the first', () => {
		const sheet = makeSheet(0);
		const session = openSession(sheet);
		session.press('f4', goToField('directoryNumber'), '1 2', 'end', 'ctrl+s');
		expect([...formOf(session).problems.keys()]).toEqual(['lastName', 'directoryNumber', 'email']);
		expect(focusOf(session)).toBe('lastName');
		expect(session.model().notice?.text).toBe('Not saved yet: 3 fields need a look.');
		expect(session.stored()).toBe(sheet);
	});

	it('holds the PBX fields in a stand-alone deployment (rules.md 1)', () => {
		const session = openSession({...makeSheet(0), settings: {...defaultSettings, standAlone: true}});
		fill(session);
		session.press('ctrl+s');
		expect([...formOf(session).problems.keys()]).toEqual(['pbxSipHost', 'pbxSipUser', 'pbxSipPassword']);
	});

	it('is no mere doubt: a # under a remote MBG is saved and warned of (rules.md 3.12)', () => {
		const session = openSession(twoProfiles);
		fill(session, goToField('directoryNumber'), '1#001');
		session.press(goToField('profile'), 'enter', 'down', 'enter', 'ctrl+s');
		expect(userOf(session.stored(), 2)).toMatchObject({directoryNumber: '1#001', profile: 'Remote'});
		expect(session.model().notice?.text).toContain('Write "1*001"');
	});
});

describe('saving', () => {
	it('stores trimmed values, secrets exactly, and shows the new user', () => {
		const session = openSession(makeSheet(2));
		session.press('f4', ' Ann ', goToField('lastName'), 'Archer ', goToField('email'), 'ann@example.com');
		session.press(goToField('pbxSipPassword'), ' p ', 'ctrl+s');
		const user = userOf(session.stored(), 3);
		expect(user).toMatchObject({firstName: 'Ann', lastName: 'Archer', pbxSipPassword: ' p '});
		expect(user.origin).toBe('manual');
		expect(session.model().grid.cursor.row).toBe(2);
		expect(session.model().notice?.text).toBe('Created Ann Archer, ID 3.');
		session.press('ctrl+z');
		expect(session.stored().users.length).toBe(2);
	});

	it('adds another with the same profile', () => {
		const session = openSession(twoProfiles);
		session.press('f4', goToField('profile'), 'enter', 'down', 'enter', goToField('firstName'));
		session.press('Ann', goToField('lastName'), 'Archer', goToField('email'), 'ann@example.com', 'ctrl+n');
		expect(formOf(session).values).toMatchObject({profile: 'Remote', firstName: '', lastName: ''});
		session.press('Ben', goToField('lastName'), 'Baker', goToField('email'), 'ben@example.com', 'ctrl+s');
		expect(
			session
				.stored()
				.users.slice(1)
				.map((user) => [user.id, user.firstName, user.profile]),
		).toEqual([
			[2, 'Ann', 'Remote'],
			[3, 'Ben', 'Remote'],
		]);
		expect(session.model().screens).toEqual([]);
	});

	it('asks when somebody with this name and address is there, without case', () => {
		const session = openSession(makeSheet(0));
		fill(session);
		session.press('ctrl+s');
		session.press(
			'f4',
			goToField('lastName'),
			'ARCHER',
			goToField('email'),
			'Ann.Archer@Example.com',
			'ctrl+n',
		);
		const asked = topScreen(session.model());
		expect(asked).toMatchObject({name: 'confirm'});
		session.press('n');
		expect(focusOf(session)).toBe('email');
		session.press('ctrl+n', 'y');
		expect(session.stored().users.map((user) => user.lastName)).toEqual(['Archer', 'ARCHER']);
		expect(formOf(session).values.lastName).toBe('');
	});
});

describe('a generated PIN', () => {
	it('avoids the numbers typed, goes into its field, and is not told', () => {
		const session = openSession(makeSheet(0));
		session.press('f4', goToField('directoryNumber'), '4711', 'ctrl+g');
		expect(session.effects.at(-1)).toEqual({type: 'pin/make', avoid: ['4711', '', '']});
		session.send({type: 'form/take-pin', pin: '902817'});
		expect(formOf(session).values.deploymentPin).toBe('902817');
		expect(focusOf(session)).toBe('deploymentPin');
		expect(session.model().notice?.text).not.toContain('902817');
		session.press('backspace');
		expect(formOf(session).values.deploymentPin).toBe('90281');
	});

	it('is dropped when the form is left before it comes', () => {
		const sheet = makeSheet(1);
		const session = openSession(sheet);
		session.press('f4', 'ctrl+g', 'escape');
		session.send({type: 'form/take-pin', pin: '902817'});
		expect(session.model().screens).toEqual([]);
		expect(session.stored()).toBe(sheet);
	});
});

describe('leaving', () => {
	it('asks only when something differs from the start', () => {
		const session = openSession(makeSheet(0));
		session.press('f4', 'A', 'backspace', 'escape');
		expect(session.model().screens).toEqual([]);
		session.press('f4', 'A', 'escape');
		expect(topScreen(session.model())?.name).toBe('confirm');
		session.press('escape');
		expect(formOf(session).values.firstName).toBe('A');
		session.press('escape', 'y');
		expect(session.model().screens).toEqual([]);
	});
});
