import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {pinsTable} from '../../source/app/screens/pins/pins-table.ts';
import {isTold} from '../../source/domain/pins/told-pin.ts';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';
import {createAnswers} from '../helpers/answer-effect.ts';
import {goTo} from '../helpers/go-to.ts';
import {openImportSession} from '../helpers/import-session.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

const sheet = sheetOf(
	...['480913', '', '731904', '55120'].map((deploymentPin, index) =>
		makeUser(index + 1, {
			firstName: 'Ann',
			lastName: `Archer${index + 1}`,
			email: `a${index + 1}@example.com`,
			directoryNumber: `200${index + 1}`,
			deploymentPin,
		}),
	),
);

const open = (options = {}) => openSession(sheet, {answer: createAnswers(), ...options});
const labels = ({history}: ModelSession) => history.map(({change}) => change.label);

/** What the list shows, row by row. */
function listed(session: ModelSession): readonly string[] {
	const screen = topScreen(session.model());
	if (screen?.name !== 'pins') return [];
	const {state, rowOf, kind, context, columns} = pinsTable(screen, session.model());
	return state.rows.map((id) => {
		const row = rowOf(id);
		return columns.map(({key, width}) => row && kind.cellOf?.(row, key, context, width).text).join(' ');
	});
}

describe('the list of PINs', () => {
	it('has name, number and PIN of the scope, leaves out who has none, and is masked again by itself', () => {
		const session = open();
		session.press('ctrl+a', ':', 'pins', 'enter');
		expect(listed(session)).toEqual([
			'1 Ann Archer1 2001 480913 no',
			'3 Ann Archer3 2003 731904 no',
			'4 Ann Archer4 2004 55120 no',
		]);
		expect(topScreen(session.model())).toMatchObject({leftOut: '1 user has no PIN, and is left out.'});
		expect(session.effects).toContainEqual({type: 'screen/hide-later'});
		session.send({type: 'screen/hide-secrets'});
		expect(listed(session)[0]).toBe('1 Ann Archer1 2001 •••• no');
		session.press('ctrl+r');
		expect(listed(session)[0]).toBe('1 Ann Archer1 2001 480913 no');
	});

	it('is of the user under the cursor where nothing is marked, and hides PINs when it is left', () => {
		const session = open();
		session.press('down', 'down', ':', 'pins', 'enter');
		expect(listed(session)).toEqual(['3 Ann Archer3 2003 731904 no']);
		session.press('escape');
		expect(session.model()).toMatchObject({screens: [], revealed: false});
	});

	it('does not open where there is no PIN', () => {
		const session = open();
		session.press('down', ':', 'pins', 'enter');
		expect(session.model()).toMatchObject({screens: [], revealed: false, notice: {tone: 'bad'}});
		expect(session.history).toEqual([]);
	});

	it('shows the PIN of now where another person changes it', () => {
		const session = open();
		session.press(':', 'pins', 'enter');
		const [first = makeUser(1)] = session.stored().users;
		session.commitByOther({
			label: 'Set',
			added: [],
			removed: [],
			updated: [
				{
					id: 1,
					firstName: '',
					lastName: '',
					cells: {deploymentPin: {before: first.deploymentPin, after: '902716'}},
				},
			],
		});
		expect(listed(session)).toEqual(['1 Ann Archer1 2001 902716 no']);
	});

	it('is offered after PINs were set for the users of then', () => {
		const session = open();
		session.press('ctrl+a', 'f6', 'down', 'down', 'enter', 'y');
		expect(topScreen(session.model())).toMatchObject({name: 'confirm', action: 'Show the 4 PINs now'});
		session.press('y');
		expect(listed(session)).toHaveLength(4);
		expect(labels(session)[0]).toBe('Show 4 PINs: ID 1-4');
	});

	it('is not offered where the person has typed the PIN', () => {
		const session = open();
		session.press('ctrl+a', 'f6', '480914', 'enter', 'y');
		expect(session.model().screens).toEqual([]);
	});
});

describe('showing PINs', () => {
	it('is noted once with how many, not for each key (rules.md 3.19)', () => {
		const session = open();
		session.press('ctrl+r', 'down', 'down', 'right');
		expect(labels(session)).toEqual(['Show 3 PINs: ID 1, 3-4']);
		expect(session.history[0]?.change).toMatchObject({added: [], updated: [], removed: []});
		session.press('ctrl+r');
		session.press('ctrl+r');
		expect(labels(session)).toHaveLength(2);
	});

	it('is noted again only for PINs that were not shown before', () => {
		const session = open();
		session.press('/', 'Archer3', 'enter', 'ctrl+r');
		expect(labels(session)).toEqual(['Show 1 PIN: ID 3']);
		session.press('escape');
		expect(labels(session)[0]).toBe('Show 3 PINs: ID 1, 3-4');
		session.press('/', 'Archer1', 'enter');
		expect(labels(session)).toHaveLength(2);
	});

	it('is noted where they come on the screen: of the form one, of a PIN that is typed none', () => {
		const session = open();
		session.press('f6', 'ctrl+r');
		expect(labels(session)).toEqual(['Show 3 PINs: ID 1, 3-4']);
		session.press('ctrl+r', 'escape', goTo('id'), 'enter', 'ctrl+r');
		expect(labels(session)[0]).toBe('Show 1 PIN: ID 1');
	});

	it('is noted in the preview of an import where it shows stored PINs', () => {
		const text = 'ID,PIN\n1,902716\n3,731904\n';
		const session = openImportSession(sheet, {'a.csv': text});
		session.read('a.csv');
		session.press('o', 'enter');
		session.answer();
		session.press('ctrl+r');
		expect(session.wizard()).toMatchObject({step: 'preview', plan: {updated: [{before: {id: 1}}]}});
		expect(labels(session)).toEqual(['Show 1 PIN: ID 1']);
	});

	it('is nothing that an undo takes back', () => {
		const session = open();
		session.press(goTo('lastName'), 'X', 'enter', 'ctrl+r', 'ctrl+z');
		expect(session.stored().users[0]?.lastName).toBe('Archer1');
		expect(labels(session)[0]).toMatch(/^Undo/);
	});

	it('of a sheet that is only read is not noted: it cannot be', () => {
		const session = open({readOnly: true});
		session.press('ctrl+r');
		expect(session.model().revealed).toBe(true);
		expect(session.effects.some(({type}) => type === 'store/commit')).toBe(false);
	});
});

describe('the hand-out', () => {
	const written = (session: ModelSession) => session.effects.findLast(({type}) => type === 'file/write');

	it('is written for the marked users, and noted once it is', () => {
		const session = open();
		session.press('ctrl+a', ':', 'handout', 'enter');
		expect(topScreen(session.model())).toMatchObject({
			title: 'Hand-out of 3 PINs',
			description: expect.arrayContaining(['1 user has no PIN, and is left out.']),
		});
		session.holdCommits = false;
		session.press('enter');
		const effect = written(session);
		if (effect?.type !== 'file/write') throw new Error('Nothing was written');
		expect(effect).toMatchObject({path: 'pins.txt', replace: false, content: {kind: 'hand-out'}});
		expect(labels(session)).toEqual([]);
		session.send({type: 'export/written', path: 'pins.txt', content: effect.content});
		expect(labels(session)).toEqual(['Hand-out of 3 PINs: ID 1, 3-4']);
	});

	it('of the list is of all its rows, or of those that are marked there', () => {
		const session = open();
		session.press('ctrl+a', ':', 'pins', 'enter', 'h');
		expect(topScreen(session.model())).toMatchObject({title: 'Hand-out of 3 PINs'});
		session.press('escape', 'space', 'h');
		expect(topScreen(session.model())).toMatchObject({title: 'Hand-out of 1 PIN'});
	});

	it('of nobody is none', () => {
		const session = open();
		session.press('down', ':', 'handout', 'enter');
		expect(session.model()).toMatchObject({screens: [], notice: {tone: 'bad'}});
	});
});

describe('ticking PINs as told', () => {
	const told = (session: ModelSession) => session.stored().users.map(isTold);

	it('asks with the counts, is one change, and leaves out who has no PIN', () => {
		const session = open();
		session.press('ctrl+a', ':', 'told', 'enter');
		expect(topScreen(session.model())).toMatchObject({
			name: 'confirm',
			action: 'Tick 3 PINs as told',
			details: expect.arrayContaining(['1 user has no PIN.']),
		});
		expect(told(session)).toEqual([false, false, false, false]);
		session.press('y');
		expect(told(session)).toEqual([true, false, true, true]);
		expect(labels(session)).toEqual(['Tick the PINs of 3 users as told']);
		session.press('ctrl+z');
		expect(told(session)).toEqual([false, false, false, false]);
	});

	it('of many users is planned by the shell, and not carried out over what was begun meanwhile', () => {
		const many = sheetOf(
			...Array.from({length: 1200}, (_, place) => makeUser(place + 1, {deploymentPin: '480913'})),
		);
		const session = openSession(many, {});
		const answer = () => {
			const effect = session.effects.findLast(({type}) => type === 'pins/plan-tick');
			const message = effect && createAnswers()(effect);
			if (message === undefined) throw new Error('No plan was asked for');
			session.send(message);
		};
		session.press('ctrl+a', ':', 'told', 'enter', ':');
		answer();
		expect(topScreen(session.model())?.name).toBe('commands');
		session.press('escape', ':', 'told', 'enter');
		answer();
		expect(topScreen(session.model())).toMatchObject({action: 'Tick 1,200 PINs as told'});
		session.press('y');
		answer();
		expect(told(session).every(Boolean)).toBe(true);
	});

	it('of one user asks nothing; another PIN is not told', () => {
		const session = open();
		session.press(':', 'told', 'enter');
		expect(told(session)[0]).toBe(true);
		session.press(goTo('deploymentPin'), '902716', 'enter');
		expect(told(session)[0]).toBe(false);
	});

	it('is shown in the list of PINs, where it is taken away, too', () => {
		const session = open();
		session.press('ctrl+a', ':', 'pins', 'enter', 'space', 't');
		expect(listed(session)[0]).toBe('1 Ann Archer1 2001 480913 yes');
		session.press('u');
		expect(listed(session)[0]).toBe('1 Ann Archer1 2001 480913 no');
		session.press('u');
		expect(session.model().notice).toMatchObject({tone: 'bad'});
	});

	it('is done by no hand-out', () => {
		const session = open();
		session.press(':', 'handout', 'enter', 'enter');
		const effect = session.effects.findLast(({type}) => type === 'file/write');
		if (effect?.type !== 'file/write') throw new Error('Nothing was written');
		session.send({type: 'export/written', path: 'pins.txt', content: effect.content});
		expect(told(session)).toEqual([false, false, false, false]);
		expect(session.model().notice?.text).toContain(':told');
	});
});
