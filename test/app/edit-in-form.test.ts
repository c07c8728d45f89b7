import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import type {FormState} from '../../source/app/screens/form/form-state.ts';
import {updateChange} from '../../source/domain/change.ts';
import type {UserValues} from '../../source/domain/field.ts';
import type {Origin} from '../../source/domain/origin.ts';
import {findUser, type Sheet} from '../../source/domain/sheet.ts';
import {goTo, goToField} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';
import {openSlowSession, userOf} from '../helpers/slow-store.ts';

function formOf(session: ModelSession): FormState {
	const screen = session.model().screens.find(({name}) => name === 'form');
	if (screen?.name !== 'form') throw new Error('No form is open');
	return screen;
}

const ann = {firstName: 'Ann', lastName: 'Archer', email: 'ann@example.com', directoryNumber: '2001'};

/** Two users, of whom the first is Ann. */
function sheetOf(values: Partial<UserValues> = {}, origin: Origin = 'manual'): Sheet {
	const sheet = makeSheet(2);
	return {
		...sheet,
		users: sheet.users.map((user) => (user.id === 1 ? {...user, ...ann, ...values, origin} : user)),
	};
}

/** Opens Ann in the form, by Enter on her ID. */
function openAnn(
	values: Partial<UserValues> = {},
	origin: Origin = 'manual',
	readOnly = false,
): ModelSession {
	const session = openSession(sheetOf(values, origin), {readOnly});
	session.press(goTo('id'), 'enter');
	return session;
}

const storedAnn = (session: ModelSession) => findUser(session.stored(), 1);

/** Another person gives Ann other values. */
function changeByOther(session: ModelSession, values: Partial<UserValues>): void {
	const before = storedAnn(session);
	if (before === undefined) throw new Error('Ann is gone');
	session.commitByOther(updateChange('Edit Ann', before, {...before, ...values}));
}

describe('a user of the sheet in the form', () => {
	it('opens by Enter on the ID, with her values and without her secrets', () => {
		const {values, edited, focus} = formOf(openAnn({pbxSipPassword: 'geheim'}));
		expect(values).toMatchObject({...ann, pbxSipPassword: ''});
		expect(edited?.id).toBe(1);
		expect(focus).toMatchObject({kind: 'text', key: 'firstName'});
	});

	it('opens by its command on the field under the cursor', () => {
		const session = openSession(sheetOf());
		session.press(goTo('email'), ':', 'open', 'enter');
		expect(formOf(session).focus).toMatchObject({key: 'email', caret: 'ann@example.com'.length});
	});

	it('is saved as one change with the cells that differ', () => {
		const session = openAnn({pbxSipPassword: 'geheim'});
		session.press(goToField('lastName'), 'x', goToField('deploymentPin'), '482913', 'ctrl+s');
		expect(session.model().screens).toEqual([]);
		const change = session.model().undo.at(-1);
		expect(change?.label).toBe('Edit Ann Archer');
		expect(change?.updated.map(({cells}) => Object.keys(cells))).toEqual([['lastName', 'deploymentPin']]);
		expect(storedAnn(session)).toMatchObject({lastName: 'Archerx', pbxSipPassword: 'geheim'});
		session.press('ctrl+z');
		expect(storedAnn(session)).toMatchObject(ann);
	});

	it('replaces a secret that is typed, exactly', () => {
		const session = openAnn({pbxSipPassword: 'geheim'});
		session.press(goToField('pbxSipPassword'), ' new ', 'ctrl+s');
		expect(storedAnn(session)?.pbxSipPassword).toBe(' new ');
	});

	it('keeps a text that an older version stored and that is too long, unless it is replaced', () => {
		const long = 'x'.repeat(200);
		const session = openAnn({firstName: long});
		expect(formOf(session).values.firstName).toBe('');
		session.press(goToField('lastName'), 'x', 'ctrl+s');
		expect(storedAnn(session)).toMatchObject({firstName: long, lastName: 'Archerx'});
	});

	it('changes nothing where nothing was typed', () => {
		const session = openAnn();
		session.press('ctrl+s');
		expect(session.model().screens).toEqual([]);
		expect(session.model().undo).toEqual([]);
	});

	it('says what is wrong at once, and keeps only what was typed from being saved', () => {
		const session = openAnn({email: 'ann@'});
		expect(formOf(session).problems.get('email')?.code).toBe('email-address');
		session.press(goToField('directoryNumber'), '1 2', 'ctrl+s');
		expect(formOf(session).problems.get('directoryNumber')?.code).toBe('directory-number');
		session.press('ctrl+u', '2002', 'ctrl+s');
		expect(storedAnn(session)).toMatchObject({email: 'ann@', directoryNumber: '2002'});
	});

	it('says what follows from a changed service user name (rules.md 3.16)', () => {
		const session = openAnn({serviceUser: 'archera'});
		session.press(goToField('serviceUser'), '2', 'ctrl+s');
		expect(session.model().notice?.text).toContain('factory reset');
	});

	it('is one of many: nobody else is added', () => {
		const session = openAnn();
		session.press(goToField('firstName'), 'a', 'ctrl+n');
		expect(formOf(session).values.firstName).toBe('Anna');
		expect(session.stored().users.length).toBe(2);
	});

	it('asks before what was typed is lost', () => {
		const session = openAnn();
		session.press('escape');
		expect(session.model().screens).toEqual([]);
		session.press('enter', 'a', 'escape');
		expect(topScreen(session.model())?.name).toBe('confirm');
	});
});

describe('what belongs to another system (rules.md 1.5)', () => {
	it('is never reached in the form: only what belongs to the deployment is', () => {
		const session = openAnn({}, 'users-and-services');
		const {stops} = formOf(session);
		expect(stops.map((stop) => (typeof stop === 'string' ? stop : stop.key))).toEqual([
			'profile',
			'deploymentPin',
			'deploymentLink',
			'authenticationCode',
			'save',
			'cancel',
		]);
		session.press('482913', 'ctrl+s');
		expect(storedAnn(session)?.deploymentPin).toBe('482913');
	});

	it('is all of a sheet that is opened for reading', () => {
		const session = openAnn({}, 'manual', true);
		expect(formOf(session).stops).toEqual(['cancel']);
		session.press('enter');
		expect(session.model().screens).toEqual([]);
	});
});

describe('what others change meanwhile', () => {
	it('stays where it is another value', () => {
		const session = openAnn();
		session.press(goToField('firstName'), 'a');
		changeByOther(session, {email: 'archer@example.com'});
		session.press('ctrl+s');
		expect(storedAnn(session)).toMatchObject({firstName: 'Anna', email: 'archer@example.com'});
		expect(session.model().screens).toEqual([]);
	});

	it('is asked about where it is the same value, with who it was; all others are saved', () => {
		const session = openAnn();
		session.press(goToField('firstName'), 'a', goToField('lastName'), 's');
		changeByOther(session, {firstName: 'Anne'});
		session.press('ctrl+s');
		expect(storedAnn(session)).toMatchObject({firstName: 'Anne', lastName: 'Archers'});
		const asked = topScreen(session.model());
		expect(asked?.name === 'choice' && asked.items.map(({label}) => label)).toEqual([
			'Yours: Anna',
			'Theirs: Anne',
		]);
		expect(asked?.name === 'choice' && asked.items[1]?.detail).toContain('ben');
		session.press('up', 'enter');
		expect(storedAnn(session)?.firstName).toBe('Anna');
	});

	it('is another number for a user who is not stored yet: the form stays with that user', () => {
		const session = openSlowSession(makeSheet(1));
		const theirs = {...userOf(session.disk(), 1), id: 2, lastName: 'Theirs'};
		session.writeAsOther({label: 'by another', added: [theirs], updated: [], removed: []});
		session.press(
			'f4',
			'Ann',
			goToField('lastName'),
			'Archer',
			goToField('email'),
			'ann@example.com',
			'ctrl+s',
		);
		session.press(goTo('id'), 'enter', 'a');
		session.answerAll();
		expect(formOf(session).edited?.id).toBe(3);
		session.press('ctrl+s');
		session.answerAll();
		expect(userOf(session.disk(), 2).lastName).toBe('Theirs');
		expect(userOf(session.disk(), 3).firstName).toBe('Anna');
	});

	it('is told where the user is gone', () => {
		const session = openAnn();
		session.press('a');
		const gone = storedAnn(session);
		session.commitByOther({label: 'Delete Ann', added: [], updated: [], removed: gone ? [gone] : []});
		session.press('ctrl+s');
		expect(session.model().notice?.tone).toBe('bad');
		expect(formOf(session).values.firstName).toBe('Anna');
	});
});
