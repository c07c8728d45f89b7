import {describe, expect, it} from 'vitest';
import {emptyChange, updateChange} from '../../../source/domain/change.ts';
import type {UserValues} from '../../../source/domain/field.ts';
import {goTo, goToField} from '../../helpers/go-to.ts';
import {importOrigin} from '../../helpers/import-origin.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {openSlowSession, type SlowSession, userOf} from '../../helpers/slow-store.ts';

/** Another process changes values of a user. */
function editAsOther(session: SlowSession, id: number, values: Partial<UserValues>): void {
	const user = userOf(session.disk(), id);
	session.writeAsOther(updateChange('by another', user, {...user, ...values}));
}

/** Another process adds a user, with the ID that is next on the disk. */
function addAsOther(session: SlowSession, lastName: string): void {
	const sheet = session.disk();
	const user = {...userOf(sheet, 1), id: sheet.nextId, lastName};
	session.writeAsOther({...emptyChange('by another'), added: [user]});
}

/** Creates somebody in the form. */
function create(session: SlowSession, firstName: string): void {
	session.press('f4', firstName, goToField('lastName'), 'Archer');
	session.press(goToField('email'), `${firstName}@example.com`, 'ctrl+s');
}

describe('the queue of changes', () => {
	it('shows a change at once, and asks for one commit at a time, oldest first', () => {
		const session = openSlowSession(makeSheet(3));
		session.press('A', 'enter', 'B', 'enter', 'C', 'enter');
		expect(session.model().sheet.users.map((user) => user.firstName)).toEqual(['A', 'B', 'C']);
		expect(session.model().pending.length).toBe(3);
		expect(session.effects.filter((effect) => effect.type === 'store/commit').length).toBe(1);
		expect(session.model().save.state).toBe('saving');
		session.answerOne();
		expect(session.disk().users[0]?.firstName).toBe('A');
		expect(session.model().save.state).toBe('saving');
		session.answerAll();
		expect(session.disk().users.map((user) => user.firstName)).toEqual(['A', 'B', 'C']);
		expect(session.model().save.state).toBe('saved');
		expect(session.model().sheet).toEqual(session.disk());
	});

	it('tells the store where each change came from', () => {
		const session = openSlowSession(makeSheet(2));
		session.press('A', 'enter');
		create(session, 'Ann');
		session.press('ctrl+k', 'y', 'ctrl+z', 'ctrl+y');
		const user = userOf(session.model().sheet, 2);
		const source = {...importOrigin.source, path: 'some/folder/users.csv'};
		session.make(updateChange('Import', user, {...user, firstName: 'B'}), {...importOrigin, source});
		session.answerAll();
		const asked = session.effects.filter((effect) => effect.type === 'store/commit');
		const [remove = '', undo, redo] = asked.slice(2).map(({change}) => change.label);
		expect([undo, redo]).toEqual([`Undo: ${remove}`, `Redo: ${remove}`]);
		expect(asked.map(({origination}) => origination)).toEqual([
			{from: 'grid'},
			{from: 'form'},
			{from: 'grid'},
			{from: 'undo'},
			{from: 'undo'},
			{from: 'import', fileName: 'users.csv', hash: importOrigin.source.hash, counts: importOrigin.counts},
		]);
	});

	it('says with Ctrl+S how far it is', () => {
		const session = openSlowSession(makeSheet(1));
		session.press('A', 'enter', 'ctrl+s');
		expect(session.model().notice?.text).toBe('Saving is under way.');
		session.answerAll();
		session.press('ctrl+s');
		expect(session.model().notice?.text).toBe('All changes are saved; saving is automatic.');
	});

	it('takes back what is not saved yet', () => {
		const sheet = makeSheet(2);
		const session = openSlowSession(sheet);
		session.press('A', 'enter', 'ctrl+z');
		expect(session.model().sheet.users).toEqual(sheet.users);
		session.answerAll();
		expect(session.disk().users).toEqual(sheet.users);
		expect(session.model().redo.length).toBe(1);
	});

	it('writes nothing for a change that changes nothing', () => {
		const sheet = makeSheet(1);
		const session = openSlowSession(sheet);
		session.press('f2', 'enter');
		expect(session.effects).toEqual([]);
		expect(session.model().undo).toEqual([]);
	});

	it('forgets what could be done again when something new is done', () => {
		const session = openSlowSession(makeSheet(2));
		session.press('A', 'enter', 'ctrl+z', 'B', 'enter', 'ctrl+y');
		expect(session.model().redo).toEqual([]);
		expect(session.model().notice?.text).toBe('Nothing has been undone.');
	});
});

describe('a store that fails', () => {
	it('keeps the changes on the screen, says so, and saves them all when asked again', () => {
		const session = openSlowSession(makeSheet(2));
		session.press('A', 'enter', 'B', 'enter');
		session.fail('The disk is full.');
		expect(session.model().save).toEqual({state: 'failed', message: 'The disk is full.'});
		expect(session.model().sheet.users.map((user) => user.firstName)).toEqual(['A', 'B']);
		session.press('ctrl+s');
		session.answerAll();
		expect(session.disk().users.map((user) => user.firstName)).toEqual(['A', 'B']);
		expect(session.model().save.state).toBe('saved');
	});

	it('asks again about what was left open, too, when asked to save once more', () => {
		const session = openSlowSession(makeSheet(2));
		editAsOther(session, 1, {firstName: 'Theirs'});
		session.press('Mine', 'enter');
		session.answerAll();
		session.press('escape', 'B', 'enter');
		session.fail('Locked.');
		session.press('ctrl+s');
		expect(session.model()).toMatchObject({save: {state: 'saving'}, screens: [{name: 'choice'}]});
	});

	it('tries again with the next change', () => {
		const session = openSlowSession(makeSheet(2));
		session.press('A', 'enter');
		session.fail('Locked.');
		session.press('B', 'enter');
		expect(session.model().save.state).toBe('saving');
		session.answerAll();
		expect(session.disk().users.map((user) => user.firstName)).toEqual(['A', 'B']);
	});
});

describe('two people at once', () => {
	it('merges different fields of one user, without a word', () => {
		const session = openSlowSession(makeSheet(1));
		editAsOther(session, 1, {lastName: 'Theirs'});
		session.press('Mine', 'enter');
		session.answerAll();
		expect(userOf(session.disk(), 1)).toMatchObject({firstName: 'Mine', lastName: 'Theirs'});
		expect(session.model().sheet).toEqual(session.disk());
		expect(session.model().notice).toBeUndefined();
	});

	it('lets a bulk PIN stand where both changed it, tells, and gives theirs back with Ctrl+Z', () => {
		const session = openSlowSession(makeSheet(1));
		editAsOther(session, 1, {deploymentPin: '4711'});
		session.send({type: 'pin/open'});
		session.press('8153', 'enter');
		const before = userOf(session.model().sheet, 1);
		const change = updateChange('Set the PIN of 1 user', before, {...before, deploymentPin: '8153'});
		const asked = session.effects.at(-1);
		if (asked?.type !== 'pin/plan') throw new Error('No plan was asked for');
		session.send({type: 'pin/planned', change, easy: 0, weakness: undefined, users: asked.users});
		session.press('y');
		session.answerAll();
		expect(userOf(session.disk(), 1).deploymentPin).toBe('8153');
		expect(session.model().notice?.text).toMatch(
			/^Another person changed Deployment PIN of .*Your value is saved/,
		);
		session.press('ctrl+z');
		session.answerAll();
		expect(userOf(session.disk(), 1).deploymentPin).toBe('4711');
	});

	it('never takes back what somebody else has changed since, and says so truly', () => {
		const session = openSlowSession(makeSheet(1));
		session.press('Mine', 'enter');
		session.answerAll();
		editAsOther(session, 1, {firstName: 'Theirs'});
		session.press('ctrl+z');
		session.answerAll();
		expect(userOf(session.disk(), 1).firstName).toBe('Theirs');
		expect(session.model().sheet).toEqual(session.disk());
		expect(session.model().notice?.text).toContain('Theirs was left as it is.');
	});

	it('lists what Ctrl+Z leaves, and does again only what it took back', () => {
		const session = openSlowSession(makeSheet(2));
		session.send({type: 'users/ask-delete'});
		session.press('y');
		session.answerAll();
		session.press('First', 'enter');
		session.answerAll();
		editAsOther(session, 2, {firstName: 'Theirs'});
		session.tellOthers();
		session.press('ctrl+z');
		expect(session.model().notice?.text).toMatch(
			/^Nothing can be undone\. 2 Theirs \w+, First name: changed since\.$/,
		);
		session.press('ctrl+z');
		session.answerAll();
		expect(session.model().notice?.text).toMatch(/^Undone: Delete .*\. 1 user created\.$/);
		expect(session.model().grid.rows).toEqual([1, 2]);
		session.press('ctrl+y', 'ctrl+y');
		session.answerAll();
		expect(session.disk().users).toMatchObject([{id: 2, firstName: 'Theirs'}]);
		expect(session.model().notice?.text).toMatch(/^Nothing can be done again\. 2 Theirs .* changed since\.$/);
	});

	it('keeps what they write while a later change of ours still waits', () => {
		const session = openSlowSession(makeSheet(2));
		session.press('A', 'enter', 'B', 'enter');
		editAsOther(session, 2, {lastName: 'Theirs'});
		session.answerAll();
		expect(userOf(session.disk(), 2)).toMatchObject({firstName: 'B', lastName: 'Theirs'});
		expect(session.model().sheet).toEqual(session.disk());
	});

	it('shows whom they added and drops whom they deleted', () => {
		const session = openSlowSession(makeSheet(3));
		addAsOther(session, 'Newcomer');
		session.writeAsOther({...emptyChange('by another'), removed: [userOf(session.disk(), 2)]});
		session.press('A', 'enter');
		session.answerAll();
		expect(session.model().grid.rows).toEqual([1, 3, 4]);
	});

	it('says that a user was deleted while we changed them', () => {
		const session = openSlowSession(makeSheet(2));
		session.writeAsOther({...emptyChange('by another'), removed: [userOf(session.disk(), 1)]});
		session.press('A', 'enter');
		session.answerAll();
		expect(session.model().notice?.text).toMatch(/^Another person deleted .* gone with them\.$/);
		expect(session.model().sheet).toEqual(session.disk());
	});

	it('says that a user was changed while we deleted them, and brings theirs back', () => {
		const session = openSlowSession(makeSheet(2));
		editAsOther(session, 1, {lastName: 'Theirs'});
		session.press('ctrl+k', 'y');
		session.answerAll();
		expect(session.model().notice?.text).toMatch(/^Another person changed .* while you deleted them\./);
		session.press('ctrl+z');
		session.answerAll();
		expect(userOf(session.disk(), 1).lastName).toBe('Theirs');
	});

	it('does not commit a cell of somebody whom they have deleted, and says why it closed', () => {
		const session = openSlowSession(makeSheet(2));
		session.press('A', 'enter', 'B');
		session.writeAsOther({...emptyChange('by another'), removed: [userOf(session.disk(), 2)]});
		session.answerAll();
		session.press('enter');
		expect(session.model().grid.editor).toBeUndefined();
		expect(session.model().notice?.text).toBe('Another person has deleted this user.');
	});
});

describe('new users who get another ID than expected', () => {
	it('leaves what is done to them afterwards with them', () => {
		const session = openSlowSession(makeSheet(1));
		addAsOther(session, 'Theirs');
		create(session, 'Ann');
		create(session, 'Ben');
		expect(session.model().grid.rows).toEqual([1, 2, 3]);
		session.press('ctrl+home', 'down', 'Anna', 'enter', 'Benno', 'enter');
		session.answerAll();
		expect(
			session
				.disk()
				.users.map(({id, firstName}) => [id, firstName])
				.slice(1),
		).toEqual([
			[2, userOf(session.disk(), 1).firstName],
			[3, 'Anna'],
			[4, 'Benno'],
		]);
		expect(session.model().sheet).toEqual(session.disk());
	});

	it('never get one that was somebody’s for a moment', () => {
		const session = openSlowSession(makeSheet(1));
		session.press('A', 'enter');
		create(session, 'Ann');
		addAsOther(session, 'Theirs');
		session.writeAsOther({...emptyChange('by another'), removed: [userOf(session.disk(), 2)]});
		session.answerAll();
		expect(session.disk().users.map(({id}) => id)).toEqual([1, 3]);
		expect(session.model().sheet).toEqual(session.disk());
	});

	it('never get one that was given and taken back before their own commit', () => {
		const session = openSlowSession(makeSheet(1));
		create(session, 'Ann');
		addAsOther(session, 'Theirs');
		session.writeAsOther({...emptyChange('by another'), removed: [userOf(session.disk(), 2)]});
		session.answerAll();
		expect(session.disk().users.map(({id}) => id)).toEqual([1, 3]);
	});

	it('takes all of it back, one by one', () => {
		const session = openSlowSession(makeSheet(1));
		addAsOther(session, 'Theirs');
		const others = session.disk();
		create(session, 'Ann');
		create(session, 'Ben');
		session.press('Benno', 'enter');
		session.answerAll();
		session.press('ctrl+z', 'ctrl+z', 'ctrl+z');
		session.answerAll();
		expect(session.disk().users).toEqual(others.users);
		session.press('ctrl+y', 'ctrl+y', 'ctrl+y');
		session.answerAll();
		expect(
			session
				.disk()
				.users.map((user) => user.firstName)
				.slice(2),
		).toEqual(['Ann', 'Benno']);
		expect(session.disk().users.map((user) => user.lastName)).toContain('Theirs');
	});

	it('follows with marks and with the cell being edited', () => {
		const session = openSlowSession(makeSheet(1));
		addAsOther(session, 'Theirs');
		create(session, 'Ann');
		session.press('space', goTo('firstName'), 'Anna');
		session.answerAll();
		session.press('enter');
		session.answerAll();
		expect([...session.model().grid.marks]).toEqual([3]);
		expect(userOf(session.disk(), 3).firstName).toBe('Anna');
		expect(userOf(session.disk(), 2).lastName).toBe('Theirs');
	});

	it('drops a question about them rather than have it answered about somebody else', () => {
		const session = openSlowSession(makeSheet(1));
		addAsOther(session, 'Theirs');
		create(session, 'Ann');
		session.press('ctrl+k');
		expect(session.model().screens.length).toBe(1);
		session.answerAll();
		expect(session.model().screens).toEqual([]);
		expect(session.disk().users.length).toBe(3);
	});

	it('leaves every other screen, and a question where all IDs are as they were', () => {
		const session = openSlowSession(makeSheet(1));
		addAsOther(session, 'Theirs');
		create(session, 'Ann');
		session.press('f4', 'Ben');
		session.answerAll();
		expect(session.model().screens).toMatchObject([{name: 'form'}]);
		session.press('escape', 'y', 'ctrl+k');
		editAsOther(session, 1, {firstName: 'Else'});
		session.tellOthers();
		expect(session.model().screens).toMatchObject([{name: 'confirm'}]);
	});

	it('leaves the way back from a filter to them', () => {
		for (const keys of [
			['/', 'zzz'],
			['/', 'zzz', 'enter'],
		] as const) {
			const session = openSlowSession(makeSheet(3));
			addAsOther(session, 'Theirs');
			const removed = [userOf(session.disk(), 1), userOf(session.disk(), 4)];
			session.writeAsOther({...emptyChange('by another'), removed});
			create(session, 'Ann');
			create(session, 'Ben');
			session.press('up');
			session.press(...keys);
			session.answerAll();
			session.press('escape');
			const {rows, cursor} = session.model().grid;
			expect(userOf(session.model().sheet, rows[cursor.row] ?? 0).firstName).toBe('Ann');
		}
	});
});
