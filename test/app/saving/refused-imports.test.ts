import {describe, expect, it} from 'vitest';
import {draftOf} from '../../../source/app/loop/draft-of.ts';
import {topScreen} from '../../../source/app/model.ts';
import {emptyChange, updateChange} from '../../../source/domain/change.ts';
import type {UserValues} from '../../../source/domain/field.ts';
import {defaultProfile} from '../../../source/domain/profile.ts';
import type {Sheet} from '../../../source/domain/sheet.ts';
import {goToOption} from '../../helpers/go-to.ts';
import {openImportSession} from '../../helpers/import-session.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {userOf, withSlowStore} from '../../helpers/slow-store.ts';

const files = {
	'edited.csv': 'ID,Voicemail number\n1,91\n2,92\n',
	'new.csv': 'Last name,Email address\nArcher,ann@example.com\nBaker,ben@example.com\n',
};

type Session = ReturnType<typeof openSlowImport>;

function openSlowImport(sheet: Sheet) {
	return withSlowStore(openImportSession(sheet, files), sheet);
}

function editAsOther(session: Session, id: number, values: Partial<UserValues>): void {
	const user = userOf(session.disk(), id);
	session.writeAsOther(updateChange('by another', user, {...user, ...values}));
}

/** Imports with overwrite, up to the page that says what was done; nothing is answered by the store yet. */
function importEdited(sheet = makeSheet(3)): Session {
	const session = openSlowImport(sheet);
	session.read('edited.csv');
	session.press(goToOption('overwrite'), 'space');
	session.answer();
	session.press('enter', 'enter', 'y');
	expect(session.wizard().step).toBe('result');
	return session;
}

const voicemail = (session: Session) => session.disk().users.map((user) => user.voicemailNumber);
const commits = (session: Session) => session.effects.filter(({type}) => type === 'store/commit').length;

describe('an import that somebody else gets in the way of between the last look and the commit', () => {
	it('is not written: its rows are planned again on what is there, and shown with the reason', () => {
		const session = importEdited();
		editAsOther(session, 2, {voicemailNumber: '77'});
		const before = session.disk();
		session.answerOne();
		expect(session.disk()).toBe(before);
		expect(session.wizard()).toMatchObject({step: 'preview', progress: {done: 0}});
		expect(session.model().notice?.text).toMatch(
			/^Another person changed Voicemail number of .* at the same time\. Nothing was imported\.$/,
		);
		expect(session.model().sheet.users).toEqual(before.users);
		expect([session.model().undo, session.model().refused]).toEqual([[], []]);
		session.answer();
		expect(session.wizard().plan?.updated[1]?.before.voicemailNumber).toBe('77');
		expect(draftOf(session.model())?.import?.path).toBe('edited.csv');
		session.press('enter', 'y');
		session.answerAll();
		expect(voicemail(session).slice(0, 2)).toEqual(['91', '92']);
		expect(session.wizard().step).toBe('result');
		session.press('ctrl+z');
		session.answerAll();
		expect(voicemail(session)).toEqual(before.users.map((user) => user.voicemailNumber));
	});

	it('is shown with a rejected row where a user was deleted', () => {
		const session = importEdited();
		session.writeAsOther({...emptyChange('by another'), removed: [userOf(session.disk(), 1)]});
		session.answerOne();
		session.answer();
		expect(session.model().notice?.text).toMatch(/^Another person deleted .* Nothing was imported\.$/);
		expect(session.wizard()).toMatchObject({step: 'preview', tab: 'rejected', plan: {rejected: [{}]}});
		expect(commits(session)).toBe(1);
	});

	it('goes in as shown where they changed something else', () => {
		const session = importEdited();
		editAsOther(session, 2, {lastName: 'Theirs'});
		session.answerAll();
		expect(session.wizard().step).toBe('result');
		expect(userOf(session.disk(), 2)).toMatchObject({lastName: 'Theirs', voicemailNumber: '92'});
	});

	it('is back at the options where they cannot be followed any more', () => {
		const {profiles} = makeSheet(0);
		const sheet = {...makeSheet(3), profiles: [...profiles, {...defaultProfile, name: 'Remote'}]};
		const session = openSlowImport(sheet);
		session.read('edited.csv');
		session.press(
			goToOption('overwrite'),
			'space',
			goToOption('profile'),
			'space',
			'down',
			'down',
			'down',
			'enter',
		);
		session.answer();
		expect(session.wizard().options.profile).toEqual({from: 'choice', name: 'Remote'});
		session.press('enter', 'enter', 'y');
		editAsOther(session, 1, {voicemailNumber: '77', profile: 'Default'});
		session.writeAsOther({...emptyChange('by another'), profiles: [sheet.profiles, profiles]});
		session.answerOne();
		session.answer();
		expect(session.wizard()).toMatchObject({step: 'options', refusal: {}});
	});
});

describe('an import that is refused when its wizard has been left', () => {
	/** Refused while a cell is typed. */
	const leaveAndRefuse = () => {
		const session = importEdited();
		session.press('enter', 'Typing');
		editAsOther(session, 2, {voicemailNumber: '77'});
		session.answerOne();
		return session;
	};

	it('asks when nothing else is open, and shows the preview again', () => {
		const session = leaveAndRefuse();
		expect(session.model().screens).toEqual([]);
		expect(draftOf(session.model())?.import?.path).toBe('edited.csv');
		session.press('enter');
		session.answerAll();
		expect(session.disk().users[0]?.firstName).toBe('Typing');
		expect(topScreen(session.model())).toMatchObject({
			name: 'choice',
			title: 'Nothing of edited.csv was imported: another person changed the same values',
		});
		session.press('down', 'enter');
		session.answer();
		expect(session.wizard()).toMatchObject({step: 'preview', plan: {updated: [{}, {}]}});
		expect(session.model().refused).toEqual([]);
		session.press('enter', 'y', 'enter');
		session.answerAll();
		expect(voicemail(session).slice(0, 2)).toEqual(['91', '92']);
		expect(session.model().screens).toEqual([]);
	});

	it('may be left', () => {
		const session = leaveAndRefuse();
		session.press('escape', 'down', 'down', 'enter');
		expect(session.model()).toMatchObject({screens: [], refused: []});
		expect(draftOf(session.model())).toBeUndefined();
	});

	it('is not asked about when it has been taken back already', () => {
		const session = importEdited();
		session.press('ctrl+z');
		editAsOther(session, 2, {voicemailNumber: '77'});
		session.answerAll();
		expect(session.model()).toMatchObject({screens: [], refused: [], undo: [], redo: []});
		expect(voicemail(session)[1]).toBe('77');
		expect(session.model().sheet.users).toEqual(session.disk().users);
	});
});

describe('users whom a refused import would have created', () => {
	it('take with them what was done to them: their IDs are other people’s now', () => {
		const sheet = makeSheet(2);
		const session = openSlowImport(sheet);
		const [first] = sheet.users;
		if (first === undefined) throw new Error('no user');
		const created = {...first, id: 3, lastName: 'Created', email: 'created@example.com'};
		const change = {
			...updateChange('Import both.csv', first, {...first, voicemailNumber: '91'}),
			added: [created],
		};
		session.read('new.csv');
		session.press('enter');
		const plan = session.wizard().plan;
		if (plan === undefined) throw new Error('no plan');
		session.send({type: 'import/planned', plan: {...plan, change}});
		session.press(
			'enter',
			'y',
			'enter',
			'escape',
			'escape',
			'ctrl+end',
			'space',
			'Edited',
			'enter',
			'ctrl+home',
			'Kept',
			'enter',
		);
		session.press('ctrl+end', 'Open');
		expect(session.model().grid.editor?.id).toBe(3);
		session.writeAsOther({...emptyChange('by another'), added: [{...created, lastName: 'Stranger'}]});
		editAsOther(session, 1, {voicemailNumber: '77'});
		session.answerOne();
		expect(session.model().notice?.text).toMatch(
			/Nothing was imported\. 1 later change of its users went with it\.$/,
		);
		session.answerAll();
		expect(session.disk().users).toMatchObject([
			{firstName: 'Kept', voicemailNumber: '77'},
			{},
			{id: 3, lastName: 'Stranger', firstName: created.firstName},
		]);
		const {grid, undo, sheet: shown} = session.model();
		expect(shown.users).toEqual(session.disk().users);
		expect(grid.rows).toEqual([1, 2, 3]);
		expect(grid.marks.size).toBe(0);
		expect(grid.editor).toBeUndefined();
		expect(undo.map(({label}) => label)).toEqual(["Edit First name of Samir O'Neill"]);
		expect(topScreen(session.model())).toMatchObject({title: expect.stringContaining('Nothing of new.csv')});
	});
});
