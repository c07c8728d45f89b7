import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';
import {openSlowSession} from '../helpers/slow-store.ts';

const hasQuit = (session: ReturnType<typeof openSession>) =>
	session.effects.some((effect) => effect.type === 'app/quit');

const question = (session: ReturnType<typeof openSession>) => {
	const screen = topScreen(session.model());
	return screen?.name === 'confirm' ? screen.question : undefined;
};

describe('quitting', () => {
	it('asks nothing when nothing would be lost', () => {
		const session = openSession(makeSheet(1));
		session.press('A', 'enter', 'ctrl+q');
		expect(hasQuit(session)).toBe(true);
	});

	it('waits until everything is saved', () => {
		const session = openSlowSession(makeSheet(2));
		session.press('A', 'enter', 'B', 'enter', 'ctrl+q');
		expect(hasQuit(session)).toBe(false);
		expect(session.model().notice?.text).toBe('Saving, then quitting.');
		session.answerOne();
		expect(hasQuit(session)).toBe(false);
		session.answerOne();
		expect(hasQuit(session)).toBe(true);
	});

	it('stays when saving fails meanwhile, and asks the next time', () => {
		const session = openSlowSession(makeSheet(2));
		session.press('A', 'enter', 'ctrl+q');
		session.fail('The disk is full.');
		expect([hasQuit(session), session.model().quitting]).toEqual([false, false]);
		session.press('ctrl+q');
		expect(question(session)).toBe('Quit? 1 change is not saved and would be lost: The disk is full.');
		session.press('y');
		expect(hasQuit(session)).toBe(true);
	});

	it('asks about an open cell and a form with something in it, once', () => {
		const session = openSession(makeSheet(1));
		session.press('A', 'ctrl+q');
		expect(question(session)).toBe('Quit? The cell being edited is not saved.');
		session.press('ctrl+q', 'n', 'escape');
		expect(session.model().screens).toEqual([]);
		session.press('f4', 'A', 'f10');
		expect(question(session)).toBe('Quit? What was typed in the form is lost.');
		session.press('n');
		expect(topScreen(session.model())?.name).toBe('form');
		session.press('ctrl+q', 'y');
		expect(hasQuit(session)).toBe(true);
	});

	it('asks about the form also from what lies over it', () => {
		const session = openSession(makeSheet(1));
		session.press('f4', 'A', 'f1', 'ctrl+q');
		expect(question(session)).toContain('What was typed in the form');
	});
});

describe('Ctrl+C', () => {
	it('quits when it comes twice, and says so after the first', () => {
		const session = openSession(makeSheet(1));
		session.press('ctrl+c');
		expect(session.model().notice?.text).toContain('once more');
		session.press('down', 'ctrl+c');
		expect(hasQuit(session)).toBe(false);
		session.press('ctrl+c');
		expect(hasQuit(session)).toBe(true);
	});

	it('is Esc wherever something is open, and then counts for nothing', () => {
		const session = openSession(makeSheet(2));
		session.press('A', 'ctrl+c');
		expect(session.model().grid.editor).toBeUndefined();
		for (const open of ['f4', 'f5', 'f6', 'ctrl+e', '?', '/']) {
			session.press(open, 'ctrl+c');
			expect(session.model().screens).toEqual([]);
			expect(session.model().grid.filterEditor).toBeUndefined();
		}
		expect(hasQuit(session)).toBe(false);
	});

	it('still asks when something would be lost', () => {
		const session = openSlowSession(makeSheet(1));
		session.press('A', 'enter');
		session.fail('Locked.');
		session.press('ctrl+c', 'ctrl+c');
		expect(hasQuit(session)).toBe(false);
		expect(question(session)).toContain('not saved');
	});
});
