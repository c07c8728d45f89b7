import {describe, expect, it} from 'vitest';
import {draftSchema} from '../../source/app/draft.ts';
import {describeDraft, draftOf} from '../../source/app/loop/draft-of.ts';
import {focusedText} from '../../source/app/screens/form/form-state.ts';
import {findUser} from '../../source/domain/sheet.ts';
import {goTo, goToField} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';

function reopen(session: ReturnType<typeof openSession>, sheet = makeSheet(3)) {
	const draft = draftSchema.parse(JSON.parse(JSON.stringify(draftOf(session.model()))));
	const next = openSession(sheet);
	next.send({type: 'draft/offer', draft});
	return next;
}

describe('a draft', () => {
	it('is nothing where nothing is half-typed', () => {
		const session = openSession(makeSheet(3));
		expect(draftOf(session.model())).toBeUndefined();
		session.press('f4');
		expect(draftOf(session.model())).toBeUndefined();
	});

	it('brings a half-typed cell back, open, with its text', () => {
		const session = openSession(makeSheet(3));
		session.press('down', goTo('lastName'), 'Half');
		const next = reopen(session);
		expect(next.model().screens.at(-1)).toMatchObject({name: 'confirm'});
		next.press('y', ' done', 'enter');
		expect(findUser(next.stored(), 2)?.lastName).toBe('Half done');
		expect(next.effects.some((effect) => effect.type === 'draft/forget')).toBe(true);
	});

	it('brings a half-filled form back, secrets too, and never names a value that is one', () => {
		const session = openSession(makeSheet(3));
		session.press('f4', 'Ann', goToField('lastName'), 'Archer', goToField('pbxSipPassword'), 'geheim');
		const draft = draftOf(session.model());
		expect(describeDraft(draft ?? {}, session.model())).toEqual(['A new user was being typed: Ann Archer.']);
		const next = reopen(session);
		next.press('y');
		expect(next.model().screens.at(-1)).toMatchObject({
			name: 'form',
			values: {firstName: 'Ann', lastName: 'Archer', pbxSipPassword: 'geheim'},
		});
		next.press('escape');
		expect(next.model().screens.at(-1)).toMatchObject({name: 'confirm'});
	});

	it('brings what was typed for a user of the sheet back, and leaves what others have changed since', () => {
		const session = openSession(makeSheet(3));
		session.press(
			'down',
			goTo('id'),
			'enter',
			goToField('lastName'),
			'x',
			goToField('pbxSipPassword'),
			'geheim',
		);
		const sheet = makeSheet(3);
		const users = sheet.users.map((user) => (user.id === 2 ? {...user, firstName: 'Else'} : user));
		const next = reopen(session, {...sheet, users});
		next.press('y', 'ctrl+s');
		const before = findUser(sheet, 2);
		expect(findUser(next.stored(), 2)).toMatchObject({
			firstName: 'Else',
			lastName: `${before?.lastName}x`,
			pbxSipPassword: 'geheim',
		});
		const gone = reopen(session, makeSheet(1));
		expect(gone.model().screens).toEqual([]);
	});

	it('shows the text of every field of the form, and typing goes on at its end', () => {
		const session = openSession(makeSheet(3));
		session.press('f4', 'Ann', goToField('lastName'), 'Archer');
		const next = reopen(session);
		next.press('y');
		const form = next.model().screens.at(-1);
		expect(form?.name === 'form' && focusedText(form)).toEqual({text: 'Ann', caret: 3});
		next.press('a', goToField('lastName'), 's');
		expect(draftOf(next.model())?.form).toMatchObject({firstName: 'Anna', lastName: 'Archers'});
	});

	it('is thrown away by no, and by nothing else', () => {
		const session = openSession(makeSheet(3));
		session.press('x');
		const next = reopen(session);
		expect(next.effects).toEqual([]);
		next.press('n');
		expect(next.effects).toEqual([{type: 'draft/forget'}]);
		expect(next.model().grid.editor).toBeUndefined();
	});

	it('of a user who is gone is forgotten without a question', () => {
		const session = openSession(makeSheet(3));
		session.press('x');
		const next = reopen(session, makeSheet(0));
		expect(next.model().screens).toEqual([]);
		expect(next.effects).toEqual([{type: 'draft/forget'}]);
	});
});
