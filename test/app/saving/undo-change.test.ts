import {describe, expect, it} from 'vitest';
import {makeChange} from '../../../source/app/saving/make-change.ts';
import {update} from '../../../source/app/update.ts';
import {emptyChange, updateChange, updateOf} from '../../../source/domain/change.ts';
import {findUser} from '../../../source/domain/sheet.ts';
import {fitCommit} from '../../../source/store/commit-change.ts';
import {importOrigin} from '../../helpers/import-origin.ts';
import {makeSheet, makeUsers} from '../../helpers/make-users.ts';
import {type ModelSession, openSession} from '../../helpers/model-session.ts';
import {openSlowSession, userOf} from '../../helpers/slow-store.ts';

const sheet = makeSheet(1001);

/** Everybody was deleted, and that is being taken back. */
function openUndoing(): ModelSession {
	const session = openSession(sheet);
	session.press('ctrl+a', 'ctrl+k', 'y');
	expect(session.stored().users).toEqual([]);
	session.press('ctrl+z');
	return session;
}

describe('an undo of many users', () => {
	it('says what is done, and keys typed meanwhile are pressed when it is', () => {
		const session = openUndoing();
		session.press('x', 'enter');
		expect(session.model().notice?.text).toBe('Undoing: Delete 1,001 users …');
		expect(session.model().sheet.users).toEqual([]);
		session.answerUndo();
		expect(session.stored().users.slice(1)).toEqual(sheet.users.slice(1));
		expect(session.stored().users[0]?.firstName).toBe('x');
	});

	it('and doing it again', () => {
		const session = openUndoing();
		session.answerUndo();
		expect(session.stored().users).toEqual(sheet.users);
		session.press('ctrl+y');
		expect(session.model().notice?.text).toBe('Doing again: Delete 1,001 users …');
		session.answerUndo();
		expect(session.stored().users).toEqual([]);
		session.press('ctrl+z');
		session.answerUndo();
		expect(session.stored().users).toEqual(sheet.users);
		expect(session.model().redo.length).toBe(1);
	});

	it.each(['escape', 'ctrl+c'])('is left with %s, and what was typed with it', (key) => {
		const session = openUndoing();
		session.press('ctrl+y', key);
		expect(session.model()).toMatchObject({notice: {text: 'Everything was left as it is.'}, typedAhead: []});
		session.answerUndo();
		expect(session.stored().users).toEqual([]);
		session.press('ctrl+z');
		session.answerUndo();
		expect(session.stored().users).toEqual(sheet.users);
	});

	it('is drawn anew with Ctrl+L, and loses nothing by it', () => {
		const session = openUndoing();
		session.press('x', 'enter', 'ctrl+l');
		expect(session.effects.at(-1)).toEqual({type: 'screen/redraw'});
		expect(session.model().notice?.text).toMatch(/^Undoing/);
		session.answerUndo();
		expect(session.stored().users[0]?.firstName).toBe('x');
	});

	it('keeps a paste in its place among the keys', () => {
		const session = openUndoing();
		session.press('f2', 'ctrl+u');
		session.send({type: 'input/paste', text: 'pasted'});
		session.press('enter');
		session.answerUndo();
		expect(session.stored().users[0]?.firstName).toBe('pasted');
	});

	it('is planned again where somebody else has changed the sheet meanwhile', () => {
		const session = openSession(sheet);
		session.press('ctrl+a', 'f6', '270451', 'enter');
		const plan = session.effects.findLast((effect) => effect.type === 'pin/plan');
		if (plan === undefined) throw new Error('No PINs were asked for');
		const updated = plan.users.map((user) => updateOf(user, {...user, deploymentPin: '270451'}));
		session.send({
			type: 'pin/planned',
			change: {label: 'Set the PIN of 1,001 users', added: [], updated, removed: []},
			easy: 0,
			weakness: undefined,
			users: plan.users,
		});
		session.press('y', 'ctrl+z');
		const theirs = userOf(session.stored(), 7);
		session.commitByOther(updateChange('Edit', theirs, {...theirs, deploymentPin: '314159'}));
		session.answerUndo();
		expect(findUser(session.model().sheet, 1)?.deploymentPin).toBe('270451');
		session.answerUndo();
		expect(session.stored().users.filter(({deploymentPin}) => deploymentPin === '270451')).toEqual([]);
		expect(findUser(session.stored(), 7)?.deploymentPin).toBe('314159');
		expect(session.model().notice?.text).toContain('1 thing is left as it is');
	});
});

describe('an undo of many users that are not stored yet', () => {
	it('is done when the store has refused them: nothing else is taken back, and nothing asked', () => {
		const session = openSlowSession(makeSheet(3));
		session.press('A', 'enter');
		session.answerAll();
		const base = session.model();
		const users = makeUsers(1001).map((user) => ({...user, id: user.id + 3}));
		const theirs = userOf(session.disk(), 2);
		session.writeAsOther(updateChange('by another', theirs, {...theirs, firstName: 'Theirs'}));
		const change = {
			...emptyChange('Import users.csv'),
			added: users,
			updated: [updateOf(userOf(base.sheet, 2), {...userOf(base.sheet, 2), firstName: 'Mine'})],
		} as const;
		const [importing, [commit]] = makeChange(base, change, importOrigin);
		const [undoing, [plan]] = update(importing, {type: 'undo/take-back'});
		if (commit?.type !== 'store/commit' || plan?.type !== 'undo/plan') throw new Error('Nothing was asked');
		const {conflicts} = fitCommit(commit.change, commit.base, session.disk(), commit);
		const [refused, more] = update(undoing, {
			type: 'store/committed',
			sheet: session.disk(),
			change: emptyChange(change.label),
			conflicts,
			others: [],
			timeZone: 'UTC',
		});
		expect(refused).toMatchObject({refused: [], screens: [], pending: [], undoing: undefined});
		expect(refused.notice?.text).toBe('Undone: Import users.csv. Nothing of it was written.');
		expect([more, refused.undo.map(({label}) => label)]).toEqual([[], [expect.stringMatching(/^Edit/)]]);
		const late = {change, way: 'undo', plan: {change: emptyChange(''), left: []}, sheet: plan.sheet} as const;
		expect(update(refused, {type: 'undo/planned', ...late})).toEqual([refused, []]);
	});

	it('has no question come in between, to be answered by keys that were typed for the grid', () => {
		const session = openSlowSession(sheet);
		const theirs = userOf(session.disk(), 1);
		session.writeAsOther(updateChange('by another', theirs, {...theirs, firstName: 'Theirs'}));
		session.press('Mine', 'enter', 'ctrl+a', 'ctrl+k', 'y', 'ctrl+z', 'up', 'x', 'enter');
		session.answerOne();
		expect(session.model()).toMatchObject({screens: [], undoing: 'undo'});
		while (session.model().undoing !== undefined) {
			session.answerUndo();
			session.answerAll();
		}
		session.answerAll();
		expect(userOf(session.disk(), 1).firstName).toBe('x');
		expect(session.model()).toMatchObject({screens: [], refused: []});
	});

	it('ends, with what was typed for the sheet after it, where the users go with a refused import', () => {
		const session = openSlowSession(makeSheet(1));
		const [first] = session.model().sheet.users;
		if (first === undefined) throw new Error('No user');
		const added = makeUsers(1001).map((user) => ({...user, id: user.id + 1}));
		const updated = [updateOf(first, {...first, firstName: 'Mine'})];
		session.writeAsOther(updateChange('by another', first, {...first, firstName: 'Theirs'}));
		session.make({...emptyChange('Import users.csv'), added, updated}, importOrigin);
		const pins = added.map((user) => updateOf(user, {...user, deploymentPin: '270451'}));
		session.make({...emptyChange('Set PINs'), updated: pins}, {from: 'bulk'});
		session.press('ctrl+z', 'x');
		expect(session.model()).toMatchObject({undoing: 'undo', typedAhead: [{}]});
		session.answerOne();
		expect(session.model()).toMatchObject({undoing: undefined, typedAhead: [], undo: [], pending: []});
		expect(session.model().grid.editor).toBeUndefined();
		expect(session.model().notice?.text).toMatch(/1 later change of its users went with it\.$/);
	});

	it('has a question wait that another change has raised', () => {
		const session = openSlowSession(sheet);
		const [first, ...others] = sheet.users;
		const more = makeUsers(1003).at(-1);
		if (first === undefined || more === undefined) throw new Error('No user');
		session.writeAsOther(updateChange('by another', first, {...first, firstName: 'Theirs'}));
		session.press('Mine', 'enter');
		const pins = others.map((user) => updateOf(user, {...user, deploymentPin: '270451'}));
		session.make({...emptyChange('Set PINs'), updated: pins, added: [more]}, {from: 'bulk'});
		session.press('ctrl+z');
		session.answerOne();
		expect(session.model()).toMatchObject({undoing: 'undo', screens: [], refused: [{isAsked: false}]});
		session.answerUndo();
		while (session.model().undoing !== undefined) session.answerUndo();
		expect(session.model()).toMatchObject({screens: [{name: 'choice'}], refused: [{isAsked: true}]});
	});
});
