import {describe, expect, it} from 'vitest';
import {draftOf} from '../../../source/app/loop/draft-of.ts';
import {topScreen} from '../../../source/app/model.ts';
import {applyChange} from '../../../source/domain/apply-change.ts';
import {emptyChange, updateChange, updateOf} from '../../../source/domain/change.ts';
import type {UserValues} from '../../../source/domain/field.ts';
import {defaultProfile} from '../../../source/domain/profile.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {entryOfOther} from '../../helpers/model-session.ts';
import {openSlowSession, type SlowSession, userOf} from '../../helpers/slow-store.ts';

function editAsOther(session: SlowSession, id: number, values: Partial<UserValues>): void {
	const user = userOf(session.disk(), id);
	session.writeAsOther(updateChange('by another', user, {...user, ...values}));
}

/** Pastes these values into the first users, from the first one on. */
function paste(session: SlowSession, ...values: readonly Partial<UserValues>[]): void {
	const updated = values.map((value, index) => {
		const user = userOf(session.model().sheet, index + 1);
		return updateOf(user, {...user, ...value});
	});
	session.make({...emptyChange('Paste'), updated}, {from: 'cells'});
}

/** A block of two columns and three users is pasted while another person changes three of its cells; nothing is answered. */
function collide(): SlowSession {
	const session = openSlowSession(makeSheet(4));
	editAsOther(session, 1, {firstName: 'Their 1', lastName: 'Theirs'});
	editAsOther(session, 3, {firstName: 'Their 3', voicemailNumber: '77'});
	paste(
		session,
		{firstName: 'My 1', lastName: 'Mine'},
		{firstName: 'My 2', lastName: 'Mine'},
		{firstName: 'My 3', lastName: 'Mine'},
	);
	return session;
}

const names = (session: SlowSession) =>
	session
		.disk()
		.users.map(({firstName, lastName}) => `${firstName} ${lastName}`)
		.slice(0, 3);
const shown = (session: SlowSession) => {
	const screen = topScreen(session.model());
	if (screen?.name !== 'choice') throw new Error('Nothing is asked');
	return [screen.title, ...screen.items.map(({label, detail}) => `${label} | ${detail}`)];
};

describe('a paste of which another person has changed some cells at the same moment', () => {
	it('is written but for those, and asks about all of them at once', () => {
		const session = collide();
		session.answerAll();
		expect(names(session)).toEqual(['Their 1 Theirs', 'My 2 Mine', 'Their 3 Mine']);
		expect(session.model().sheet.users).toEqual(session.disk().users);
		expect(session.model().refused).toHaveLength(3);
		expect(session.model().notice?.text).toMatch(
			/^Another person changed First name of .* and 2 more conflicts\. Only these are not saved yet\.$/,
		);
		expect(shown(session)).toEqual([
			'3 of your values: changed by another person',
			'Yours for all | not saved yet',
			'Theirs for all | ben at 192.0.2.7, 2026-11-22 14:03',
			'One by one | shows both values of each',
		]);
		session.press('escape');
		expect(session.model()).toMatchObject({screens: [], refused: [{isAsked: true}, {}, {}]});
	});

	it('stores mine for all as one change, which one undo takes back, as it does the rest', () => {
		const session = collide();
		session.answerAll();
		session.press('down', 'enter');
		session.answerAll();
		expect(names(session)).toEqual(['My 1 Mine', 'My 2 Mine', 'My 3 Mine']);
		expect(session.model()).toMatchObject({refused: [], screens: []});
		expect(session.model().undo.map(({label}) => label)).toEqual(['Paste', 'Edit 3 cells']);
		session.press('ctrl+z');
		session.answerAll();
		expect(names(session)).toEqual(['Their 1 Theirs', 'My 2 Mine', 'Their 3 Mine']);
		session.press('ctrl+z');
		session.answerAll();
		const [, second, third] = makeSheet(4).users;
		expect(names(session)).toEqual([
			'Their 1 Theirs',
			`${second?.firstName} ${second?.lastName}`,
			`Their 3 ${third?.lastName}`,
		]);
	});

	it('keeps theirs for all', () => {
		const session = collide();
		session.answerAll();
		session.press('down', 'down', 'enter');
		session.answerAll();
		expect(session.model()).toMatchObject({refused: [], screens: []});
		expect(names(session)).toEqual(['Their 1 Theirs', 'My 2 Mine', 'Their 3 Mine']);
	});

	it('may be decided one by one', () => {
		const session = collide();
		session.answerAll();
		session.press('down', 'down', 'down', 'enter');
		expect(shown(session)).toEqual([
			'First name of Their 1 Theirs: changed by another person',
			'Yours: My 1 | not saved yet',
			'Theirs: Their 1 | ben at 192.0.2.7, 2026-11-22 14:03',
		]);
		session.press('down', 'enter');
		expect(shown(session)[1]).toBe('Yours: Mine | not saved yet');
		session.press('down', 'down', 'enter');
		expect(shown(session)[1]).toBe('Yours: My 3 | not saved yet');
		session.press('down', 'enter');
		session.answerAll();
		expect(session.model()).toMatchObject({refused: [], screens: []});
		expect(names(session)).toEqual(['My 1 Theirs', 'My 2 Mine', 'My 3 Mine']);
	});

	it('leaves the rest open on Esc, and asks about them together with Ctrl+S', () => {
		const session = collide();
		session.answerAll();
		session.press('down', 'down', 'down', 'enter', 'down', 'enter', 'escape');
		session.answerAll();
		expect(session.model().screens).toEqual([]);
		expect(draftOf(session.model())?.refused).toEqual([
			{id: 1, key: 'lastName', value: 'Mine'},
			{id: 3, key: 'firstName', value: 'My 3'},
		]);
		session.press('ctrl+s');
		expect(shown(session)[0]).toBe('2 of your values: changed by another person');
	});

	it('asks again only about those that have changed under the question', () => {
		const session = collide();
		session.answerAll();
		editAsOther(session, 3, {firstName: 'Newer 3'});
		session.tellOthers();
		session.press('down', 'enter');
		session.answerAll();
		expect(names(session)).toEqual(['My 1 Mine', 'My 2 Mine', 'Newer 3 Mine']);
		expect(shown(session)).toEqual([
			'First name of Newer 3 Mine: changed by another person',
			'Yours: My 3 | not saved yet',
			'Theirs: Newer 3 | ben at 192.0.2.7, 2026-11-22 14:03',
		]);
	});

	it('asks about none that a later change has replaced, or of a user who is deleted', () => {
		const session = collide();
		session.send({type: 'users/set-cell', id: 1, key: 'firstName', value: 'Last'});
		session.answerOne();
		session.writeAsOther({...emptyChange('by another'), removed: [userOf(session.disk(), 3)]});
		session.tellOthers();
		session.answerAll();
		expect(session.model().refused).toMatchObject([
			{id: 1, key: 'lastName', value: 'Mine'},
			{id: 1, key: 'firstName', value: 'Last'},
		]);
	});

	it('asks about none when it has been taken back, before the answer or after it', () => {
		for (const isBefore of [true, false]) {
			const session = collide();
			if (!isBefore) session.answerAll();
			session.press(...(isBefore ? [] : ['escape']), 'ctrl+z');
			session.answerAll();
			expect(session.model()).toMatchObject({refused: [], screens: [], undo: []});
			expect(names(session)[0]).toBe('Their 1 Theirs');
			expect(userOf(session.disk(), 2)).toEqual(makeSheet(4).users[1]);
		}
	});

	it('says how many changes of theirs it were where there are several', () => {
		const session = collide();
		session.answerAll();
		session.press('escape');
		const user = userOf(session.disk(), 1);
		const change = updateChange('by another', user, {...user, lastName: 'Newer'});
		const entry = {...entryOfOther(session.disk().revision + 1, change), author: {user: 'carl'}};
		const sheet = applyChange(session.disk(), change);
		session.send({type: 'store/changed', sheet, entries: [entry], timeZone: 'UTC'});
		session.press('ctrl+s');
		expect(shown(session)[2]).toBe('Theirs for all | 2 changes');
	});
});

describe('values that are kept for all', () => {
	/** Others change the first two users, and the values pasted over them break a rule by then, or deserve a warning. */
	const collideOn = (values: Partial<UserValues>) => {
		const sheet = makeSheet(3);
		const withRemote = {...sheet, profiles: [...sheet.profiles, {...defaultProfile, name: 'Remote'}]};
		const session = openSlowSession(withRemote);
		editAsOther(session, 1, {firstName: 'Theirs', profile: 'Else', directoryNumber: '1'});
		editAsOther(session, 2, {firstName: 'Theirs'});
		session.writeAsOther({
			...emptyChange('by another'),
			profiles: [withRemote.profiles, sheet.profiles],
		});
		paste(session, values, {firstName: 'Mine'});
		session.answerAll();
		session.press('down', 'enter');
		session.answerAll();
		return session;
	};

	it('are left, and that is told, where they break a rule by now', () => {
		const session = collideOn({profile: 'Remote', firstName: 'Mine'});
		expect(userOf(session.disk(), 1)).toMatchObject({profile: 'Else', firstName: 'Mine'});
		expect(userOf(session.disk(), 2).firstName).toBe('Mine');
		expect(session.model().notice?.text).toBe('1 value breaks a rule now, and theirs was left.');
		expect(session.model()).toMatchObject({refused: [], screens: []});
	});

	it('are stored where they deserve a warning', () => {
		const number = userOf(makeSheet(3), 3).directoryNumber;
		const session = collideOn({directoryNumber: number});
		expect(userOf(session.disk(), 1).directoryNumber).toBe(number);
		expect(session.model().notice).toBeUndefined();
	});

	it('are asked about again where they collide once more', () => {
		const session = collide();
		session.answerAll();
		session.press('down', 'enter');
		editAsOther(session, 1, {firstName: 'Newer', lastName: 'Newer'});
		session.answerAll();
		expect(shown(session)[0]).toBe('2 of your values: changed by another person');
	});
});

it('who was quicker is forgotten with the value that waited', () => {
	const session = collide();
	session.answerAll();
	const news = () => {
		editAsOther(session, 4, {firstName: 'Else'});
		session.tellOthers();
		return [...session.model().rivals.keys()].sort();
	};
	expect(news()).toEqual(['1 firstName', '1 lastName', '3 firstName']);
	session.press('down', 'down', 'down', 'enter', 'down', 'down', 'enter', 'escape');
	expect(news()).toEqual(['1 lastName', '3 firstName']);
	session.press('ctrl+s', 'down', 'down', 'enter');
	expect(news()).toEqual([]);
});

it('values that were not decided when the terminal went away are asked about in the next session', () => {
	const session = collide();
	session.answerAll();
	const draft = draftOf(session.model());
	const next = openSlowSession(session.disk());
	if (draft === undefined) throw new Error('Nothing was kept');
	next.send({type: 'draft/offer', draft});
	expect(topScreen(next.model())).toMatchObject({
		details: ['3 values were not saved, because another person changed the same.', expect.any(String)],
	});
	next.press('y');
	expect(shown(next)[0]).toBe('3 of your values: changed by another person');
	next.press('down', 'enter');
	next.answerAll();
	expect(names(next)).toEqual(['My 1 Mine', 'My 2 Mine', 'My 3 Mine']);
});
