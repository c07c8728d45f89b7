import {describe, expect, it} from 'vitest';
import {applyChange} from '../../../source/domain/apply-change.ts';
import {type Change, emptyChange, updateChange} from '../../../source/domain/change.ts';
import {findUser, type Sheet} from '../../../source/domain/sheet.ts';
import type {User} from '../../../source/domain/user.ts';
import {goTo} from '../../helpers/go-to.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {entryOfOther, openSession} from '../../helpers/model-session.ts';

function edit(sheet: Sheet, id: number, values: Partial<User>): Change {
	const user = findUser(sheet, id);
	if (user === undefined) throw new Error(`No user ${id}`);
	return updateChange('Edit Last name', user, {...user, ...values});
}

describe('what others commit', () => {
	it('appears without a key, and leaves cursor, filter and marks alone', () => {
		const session = openSession(makeSheet(20));
		session.press('down', 'down', 'space', 'right');
		const {grid} = session.model();
		session.commitByOther(edit(session.model().sheet, 3, {lastName: 'Changed'}));
		expect(findUser(session.model().sheet, 3)?.lastName).toBe('Changed');
		expect(session.model().grid).toEqual(grid);
		expect(session.model().notice?.text).toContain('ben');
	});

	it('keeps the cursor on its user when others come and go', () => {
		const session = openSession(makeSheet(5));
		session.press('down', 'down');
		const {sheet} = session.model();
		const first = findUser(sheet, 1);
		const other = findUser(sheet, 5);
		if (first === undefined || other === undefined) throw new Error('no users');
		session.commitByOther({...emptyChange('Swap'), removed: [first], added: [{...other, id: 6}]});
		const {grid} = session.model();
		expect(grid.rows).toEqual([2, 3, 4, 5, 6]);
		expect(grid.rows[grid.cursor.row]).toBe(3);
	});

	it('leaves an open editor undisturbed, and merges another field without a question', () => {
		const session = openSession(makeSheet(3));
		session.press(goTo('lastName'), 'Typ');
		session.commitByOther(edit(session.model().sheet, 1, {firstName: 'Theirs'}));
		session.press('ed', 'enter');
		expect(findUser(session.model().sheet, 1)).toMatchObject({firstName: 'Theirs', lastName: 'Typed'});
		expect(session.model().screens).toEqual([]);
	});

	it('shows both values, who and when, where both changed the same field, and lets the person choose', () => {
		const session = openSession(makeSheet(3));
		session.press(goTo('lastName'), 'Mine');
		session.commitByOther(edit(session.model().sheet, 1, {lastName: 'Theirs'}));
		session.press('enter');
		expect(session.model().screens.at(-1)).toMatchObject({
			name: 'choice',
			items: [
				{label: 'Yours: Mine'},
				{label: 'Theirs: Theirs', detail: expect.stringMatching(/ben.*192\.0\.2\.7.*14:03/)},
			],
		});
		session.press('enter');
		expect(findUser(session.model().sheet, 1)?.lastName).toBe('Mine');
		expect(session.model().grid.editor).toBeUndefined();
	});

	it('keeps theirs when that is chosen', () => {
		const session = openSession(makeSheet(3));
		session.press(goTo('lastName'), 'Mine');
		session.commitByOther(edit(session.model().sheet, 1, {lastName: 'Theirs'}));
		session.press('enter', 'down', 'enter');
		expect(findUser(session.model().sheet, 1)?.lastName).toBe('Theirs');
		expect(session.model().grid.editor).toBeUndefined();
	});

	it('never shows a secret in the question', () => {
		const session = openSession(makeSheet(3));
		session.press(goTo('pbxSipPassword'), 'geheim');
		expect(session.model().grid.editor?.key).toBe('pbxSipPassword');
		session.commitByOther(edit(session.model().sheet, 1, {pbxSipPassword: 'andres'}));
		session.press('enter');
		const screen = session.model().screens.at(-1);
		if (screen?.name !== 'choice') throw new Error('Nothing is asked');
		const text = JSON.stringify([screen.title, screen.items.map(({label, detail}) => [label, detail])]);
		expect(text).toContain('Yours: ••••');
		expect(text).not.toMatch(/geheim|andres/);
	});

	it('is put under the changes that still wait', () => {
		const session = openSession(makeSheet(3));
		session.holdCommits = true;
		session.press('Waiting', 'enter');
		session.commitByOther(edit(session.model().stored, 1, {lastName: 'Theirs'}));
		expect(findUser(session.model().sheet, 1)).toMatchObject({firstName: 'Waiting', lastName: 'Theirs'});
		expect(session.model().pending.length).toBe(1);
	});

	it('is told in a line with how much more there is, but never over an answer or an open cell', () => {
		const session = openSession(makeSheet(3));
		const tell = (count: number) => {
			const change = edit(session.model().sheet, 2, {firstName: `Theirs ${count}`});
			const sheet = applyChange(session.model().stored, change);
			const entries = Array.from({length: count}, () => entryOfOther(sheet.revision, change));
			session.send({type: 'store/changed', sheet, entries, timeZone: 'UTC'});
			return session.model().notice?.text;
		};
		expect(tell(1)).toBe('ben at 192.0.2.7: Edit Last name');
		expect(tell(3)).toBe('ben at 192.0.2.7: Edit Last name');
		session.press('down');
		expect(tell(3)).toBe('ben at 192.0.2.7: Edit Last name (and 2 more)');
		session.press('A');
		expect(tell(2)).toBeUndefined();
	});

	it('may be a sheet of before that was put back by hand: the store is right, whatever its number', () => {
		const session = openSession(makeSheet(2));
		session.press('Mine', 'enter');
		const {stored} = session.model();
		for (const revision of [stored.revision, 0]) {
			const sheet = {...makeSheet(2), revision};
			session.send({type: 'store/changed', sheet, entries: [], timeZone: 'UTC'});
			expect(session.model()).toMatchObject({sheet, stored: sheet});
		}
	});
});
