import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {describeMiss} from '../../source/app/screens/choice/find-choice.ts';
import {findByBeginning} from '../../source/domain/compare-text.ts';
import {defaultProfile} from '../../source/domain/profile.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import {goTo} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

const names = ['Default', 'Remote', 'Remote Office', 'Zürich', 'Øresund', 'Straße 5'];
const sheet: Sheet = {...makeSheet(1), profiles: names.map((name) => ({...defaultProfile, name}))};

function openOnProfile(...keys: readonly string[]): ModelSession {
	const session = openSession(sheet);
	session.press(goTo('profile'), ...keys);
	return session;
}

const choiceOf = (session: ModelSession) => {
	const screen = topScreen(session.model());
	if (screen?.name !== 'choice') throw new Error('No list is open');
	return screen;
};

const profileOf = (session: ModelSession) => session.stored().users[0]?.profile;

describe('the beginning of a name', () => {
	it.each([
		['r', 'Remote'],
		['REMOTE', 'Remote'],
		['remote ', 'Remote'],
		['remote o', 'Remote Office'],
		['office', 'Remote Office'],
		['zür', 'Zürich'],
		['Zu\u0308rich', 'Zürich'],
		['zurich', 'Zürich'],
		['zuerich', 'Zürich'],
		['oresund', 'Øresund'],
		['STRASSE', 'Straße 5'],
		['5', 'Straße 5'],
	])('%s finds %s', (typed, name) => {
		expect(names[findByBeginning(names, typed)]).toBe(name);
	});

	it.each(['', ' ', 'x', 'emote', 'Remotely', 'Remote Office 2', 'efault'])('"%s" finds none', (typed) => {
		expect(findByBeginning(names, typed)).toBe(-1);
	});

	it('is the exact name before one that only begins so', () => {
		expect(findByBeginning(['Remote Office', 'Remote'], 'remote')).toBe(1);
	});
});

describe('a Profile cell', () => {
	it('takes a name that is typed, and shows it', () => {
		const session = openOnProfile(...'remote o');
		expect(choiceOf(session)).toMatchObject({table: {cursor: {row: 2}}, find: {text: 'remote o'}});
		session.press('enter');
		expect(profileOf(session)).toBe('Remote Office');
	});

	it('takes a name that is pasted', () => {
		const session = openOnProfile();
		session.send({type: 'input/paste', text: 'ZÜRICH\n'});
		session.press('enter');
		expect(profileOf(session)).toBe('Zürich');
	});

	it.each([
		['typed', (session: ModelSession) => session.press(...'Remotely')],
		['pasted', (session: ModelSession) => session.send({type: 'input/paste', text: 'Remotely'})],
		[
			'pasted into the open list',
			(session: ModelSession) => {
				session.press('enter');
				session.send({type: 'input/paste', text: 'Remotely'});
			},
		],
	])('refuses one that there is not, with the nearest: %s', (_, enter) => {
		const session = openOnProfile();
		enter(session);
		session.press('enter', 'enter');
		expect(choiceOf(session)).toMatchObject({table: {cursor: {row: -1}}, find: {text: 'Remotely'}});
		expect(describeMiss(session.model(), choiceOf(session))).toBe(
			'None begins with "Remotely". Did you mean "Remote"?',
		);
		expect(profileOf(session)).toBe('Default');
		session.press('backspace', 'backspace', 'enter');
		expect(profileOf(session)).toBe('Remote');
	});

	it('opens on the profile of now, and lets arrows and Space choose', () => {
		const session = openOnProfile('enter');
		expect(choiceOf(session)).toMatchObject({table: {cursor: {row: 0}}, find: {text: ''}});
		session.press('down', 'space');
		expect(profileOf(session)).toBe('Remote');
	});

	it('goes on with arrows from what was found, and finds again with the next letter', () => {
		const session = openOnProfile('r', 'down');
		expect(choiceOf(session).table.cursor.row).toBe(2);
		session.press('left');
		expect(choiceOf(session).table.cursor.row).toBe(2);
		session.press('end', 'e');
		expect(choiceOf(session).table.cursor.row).toBe(1);
	});

	it('chooses nothing by itself where the profile of the user is gone', () => {
		const session = openSession({
			...sheet,
			users: sheet.users.map((user) => ({...user, profile: 'Gone'})),
		});
		session.press(goTo('profile'), 'enter', 'enter');
		expect(choiceOf(session).table.cursor.row).toBe(-1);
		expect(profileOf(session)).toBe('Gone');
	});
});

describe('the other lists of profiles', () => {
	it('find what is typed on the profile of the form', () => {
		const session = openSession(sheet);
		session.press('f4', 'shift+tab', 'z', 'enter');
		expect(topScreen(session.model())).toMatchObject({name: 'form', values: {profile: 'Zürich'}});
		session.send({type: 'input/paste', text: 'Remote Office'});
		session.press('enter');
		expect(topScreen(session.model())).toMatchObject({values: {profile: 'Remote Office'}});
	});
});
