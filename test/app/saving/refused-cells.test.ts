import {describe, expect, it} from 'vitest';
import {draftOf} from '../../../source/app/loop/draft-of.ts';
import {topScreen} from '../../../source/app/model.ts';
import {emptyChange, updateChange} from '../../../source/domain/change.ts';
import type {UserValues} from '../../../source/domain/field.ts';
import {fullName} from '../../../source/domain/user.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {openSlowSession, type SlowSession, userOf} from '../../helpers/slow-store.ts';

/** Another process changes values of a user. */
function editAsOther(session: SlowSession, id: number, values: Partial<UserValues>): void {
	const user = userOf(session.disk(), id);
	session.writeAsOther(updateChange('by another', user, {...user, ...values}));
}

/** A sheet whose first name of user 1 was changed here and by another process at the same moment; nothing is answered. */
function collide(users = 3): SlowSession {
	const session = openSlowSession(makeSheet(users));
	editAsOther(session, 1, {firstName: 'Theirs', lastName: 'Seen'});
	session.press('Mine', 'enter');
	return session;
}

const firstName = (session: SlowSession, id = 1) => userOf(session.disk(), id).firstName;

describe('a cell that somebody else has changed between the last look and the commit', () => {
	it('is not written, and both values are shown with who and when', () => {
		const session = collide();
		session.answerAll();
		expect(firstName(session)).toBe('Theirs');
		expect(userOf(session.model().sheet, 1)).toEqual(userOf(session.disk(), 1));
		expect(session.model().save.state).toBe('saved');
		expect(topScreen(session.model())).toMatchObject({
			name: 'choice',
			title: 'First name of Theirs Seen: changed by another person',
			items: [
				{label: 'Yours: Mine', detail: 'not saved yet'},
				{label: 'Theirs: Theirs', detail: 'ben at 192.0.2.7, 2026-11-22 14:03'},
			],
		});
		expect(session.model().undo).toEqual([]);
	});

	it('takes mine when that is chosen, and Ctrl+Z brings theirs back', () => {
		const session = collide();
		session.answerAll();
		session.press('down', 'enter');
		session.answerAll();
		expect(userOf(session.disk(), 1)).toMatchObject({firstName: 'Mine', lastName: 'Seen'});
		expect(session.model().refused).toEqual([]);
		session.press('ctrl+z');
		session.answerAll();
		expect(firstName(session)).toBe('Theirs');
		session.press('ctrl+y');
		session.answerAll();
		expect(firstName(session)).toBe('Mine');
	});

	it('keeps theirs when that is chosen', () => {
		const session = collide();
		session.answerAll();
		session.press('down', 'down', 'enter');
		expect(session.model().refused).toEqual([]);
		expect(session.model().screens).toEqual([]);
		expect(session.effects.filter(({type}) => type === 'store/commit')).toHaveLength(1);
		session.press('ctrl+z');
		expect(session.model().notice?.text).toBe('Nothing has been changed since the sheet was opened.');
	});

	it('is not answered by keys that were meant for the grid, and takes none of them away', () => {
		const session = collide();
		session.answerAll();
		session.press('Next', 'enter', 'enter', 'space', 'Last', 'enter');
		session.answerAll();
		expect(topScreen(session.model())).toMatchObject({items: [{label: 'Yours: Mine'}, {}]});
		expect(session.disk().users.map((user) => user.firstName)).toEqual(['Theirs', 'Next', 'Last']);
	});

	it('is asked about by Ctrl+S after Esc; meanwhile it counts as not saved', () => {
		const session = collide();
		session.answerAll();
		session.press('escape');
		expect(session.model().screens).toEqual([]);
		expect(draftOf(session.model())?.refused).toEqual([{id: 1, key: 'firstName', value: 'Mine'}]);
		session.press('ctrl+q');
		expect(topScreen(session.model())).toMatchObject({
			question: 'Quit? 1 change is not saved, because another person changed the same values.',
		});
		session.press('n', 'ctrl+s', 'down', 'enter');
		session.answerAll();
		expect(firstName(session)).toBe('Mine');
		expect(draftOf(session.model())).toBeUndefined();
	});

	it('waits until what is typed by now is done, and leaves filter and marks alone', () => {
		const session = collide();
		session.press('space', 'Type');
		const {grid} = session.model();
		session.answerAll();
		expect(session.model().grid).toEqual(grid);
		expect(session.model().screens).toEqual([]);
		expect(session.model().notice?.text).toMatch(/^Another person changed First name .* not saved yet\.$/);
		session.press('d', 'enter');
		session.answerAll();
		expect(firstName(session, 2)).toBe('Typed');
		expect(topScreen(session.model())).toMatchObject({items: [{label: 'Yours: Mine'}, {}]});
		expect([...session.model().grid.marks]).toEqual([2]);
		session.press('down', 'enter');
		session.answerAll();
		expect(session.model().grid.cursor).toEqual({row: 2, column: 1});
		expect(
			session
				.disk()
				.users.map((user) => user.firstName)
				.slice(0, 2),
		).toEqual(['Mine', 'Typed']);
	});

	it('waits for the filter and for what lies over the grid', () => {
		for (const [open, close] of [
			['/', 'enter'],
			['?', 'escape'],
			['f4', 'escape'],
		] as const) {
			const session = collide();
			session.press(open);
			const {screens} = session.model();
			session.answerAll();
			expect(session.model().screens).toEqual(screens);
			session.press(close);
			expect(topScreen(session.model())?.name).toBe('choice');
		}
	});

	it('is shown again when theirs has changed under the question', () => {
		const session = collide();
		session.answerAll();
		editAsOther(session, 1, {firstName: 'Newer'});
		session.tellOthers();
		session.press('down', 'enter');
		expect(topScreen(session.model())).toMatchObject({items: [{}, {label: 'Theirs: Newer'}]});
		session.press('down', 'enter');
		session.answerAll();
		expect(firstName(session)).toBe('Mine');
	});

	it('is asked about anew when it collides once more', () => {
		const session = collide();
		session.answerAll();
		editAsOther(session, 1, {firstName: 'Newer'});
		session.press('down', 'enter');
		session.answerAll();
		expect(firstName(session)).toBe('Newer');
		expect(topScreen(session.model())).toMatchObject({
			items: [{label: 'Yours: Mine'}, {label: 'Theirs: Newer'}],
		});
	});

	it('may have been emptied by Delete or chosen from a list', () => {
		const session = openSlowSession(makeSheet(1));
		editAsOther(session, 1, {firstName: 'Theirs', profile: 'Else'});
		session.press('delete');
		session.send({type: 'users/set-cell', id: 1, key: 'profile', value: 'default'});
		session.answerAll();
		expect(topScreen(session.model())).toMatchObject({items: [{label: 'Yours: empty'}, {}]});
		session.press('down', 'enter');
		expect(topScreen(session.model())).toMatchObject({items: [{}, {label: 'Theirs: Else'}]});
		session.answerAll();
		expect(firstName(session)).toBe('');
	});

	it('knows who it was also where that was told before the commit', () => {
		const session = openSlowSession(makeSheet(1));
		session.press('Mine', 'enter');
		editAsOther(session, 1, {firstName: 'Theirs'});
		session.tellOthers();
		session.answerAll();
		expect(topScreen(session.model())).toMatchObject({items: [{}, {detail: expect.stringContaining('ben')}]});
	});

	it('is told, not asked, where the user is deleted', () => {
		const session = openSlowSession(makeSheet(2));
		session.writeAsOther({...emptyChange('by another'), removed: [userOf(session.disk(), 1)]});
		session.press('Mine', 'enter');
		session.answerAll();
		expect(session.model().refused).toEqual([]);
		expect(session.model().notice?.text).toMatch(/^Another person deleted /);
	});
});

describe('what waits behind a refused cell', () => {
	it('is stored, and what was typed over the cell since takes its place', () => {
		const session = collide();
		session.press('Next', 'enter', 'up', 'up', 'Last', 'enter');
		session.answerAll();
		expect(firstName(session, 2)).toBe('Next');
		expect(session.model().refused).toHaveLength(1);
		expect(topScreen(session.model())).toMatchObject({
			items: [{label: 'Yours: Last'}, {label: 'Theirs: Theirs'}],
		});
		session.press('down', 'enter');
		session.answerAll();
		expect(firstName(session)).toBe('Last');
		session.press('ctrl+z');
		session.answerAll();
		expect(firstName(session)).toBe('Theirs');
	});

	it('may be its undo: then there is nothing to ask, and nothing to do again', () => {
		const session = collide();
		session.press('ctrl+z');
		session.answerAll();
		expect(firstName(session)).toBe('Theirs');
		expect(session.model().screens).toEqual([]);
		expect(session.model().refused).toEqual([]);
		expect([session.model().undo, session.model().redo]).toEqual([[], []]);
		expect(session.model().sheet.users).toEqual(session.disk().users);
	});

	it('may be the end of the session: that waits for the answer', () => {
		const session = collide();
		session.press('ctrl+q');
		session.answerAll();
		expect(session.effects.some(({type}) => type === 'app/quit')).toBe(false);
		expect(topScreen(session.model())?.name).toBe('choice');
	});

	it('may delete the user', () => {
		const session = collide();
		session.press('up', 'ctrl+k', 'y');
		session.answerAll();
		expect(session.disk().users.map(({id}) => id)).toEqual([2, 3]);
		expect(session.model().refused).toEqual([]);
		session.press('ctrl+z');
		session.answerAll();
		expect(fullName(userOf(session.disk(), 1))).toBe('Theirs Seen');
	});
});
