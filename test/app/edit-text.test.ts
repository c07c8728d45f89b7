import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {focusedText} from '../../source/app/screens/form/form-state.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';
import {userOf} from '../helpers/slow-store.ts';

const paste = (text: string) => ({type: 'input/paste', text}) as const;

/** Where text is typed, how to get there, and what stands there then. */
const places: readonly (readonly [string, readonly string[]])[] = [
	['a cell', ['f2', 'ctrl+u']],
	['the filter', ['/']],
	['the form', ['f4']],
	['the name of an import file', ['f5']],
	['a PIN', ['f6']],
	['a value for many', ['shift+down', 'f3']],
	['the name of a file', ['ctrl+e', 'ctrl+u']],
	['the search of the palette', [':']],
];

function textOf(session: ReturnType<typeof openSession>): string | undefined {
	const screen = topScreen(session.model());
	const {editor, filterEditor} = session.model().grid;
	if (screen === undefined) return (editor ?? filterEditor)?.field.text;
	if (screen.name === 'form') return focusedText(screen)?.text;
	if (screen.name === 'import') return screen.file.field.text;
	return 'field' in screen ? screen.field?.text : undefined;
}

describe.each(places)('%s', (_place, keys) => {
	it('takes keys, deletions and caret moves', () => {
		const session = openSession(makeSheet(2));
		session.press(...keys, 'abd', 'left', 'c', 'end', 'backspace', 'x', 'home', 'delete', ' ', '?', ':');
		expect(textOf(session)).toBe(' ?:bcx');
		session.press('ctrl+k', 'ctrl+w');
		expect(textOf(session)?.trim()).toBe('');
	});

	it('takes a paste as one line, but where a file is chosen: there several lines are a file themselves', () => {
		const session = openSession(makeSheet(2));
		session.press(...keys);
		session.send(paste(' one\r\ntwo\tthree\n'));
		const isFile = topScreen(session.model())?.name === 'import';
		expect(textOf(session)).toBe(isFile ? 'pasted' : 'one two three');
	});
});

describe('a paste in the grid', () => {
	it('starts a new value for the cell, control characters and all', () => {
		const session = openSession(makeSheet(1));
		session.send(paste('Zo\u001b[31me\n'));
		session.press('enter');
		expect(userOf(session.stored(), 1).firstName).toBe('Zo\u001b[31me');
	});

	it('is asked about when it is a block of cells', () => {
		const sheet = makeSheet(2);
		const session = openSession(sheet);
		session.send(paste('a\tb\nc\td\n'));
		expect(topScreen(session.model())?.name).toBe('confirm');
		expect(session.stored()).toBe(sheet);
		expect(session.model().grid.editor).toBeUndefined();
	});

	it('is refused where the cell is', () => {
		const session = openSession(makeSheet(1), {readOnly: true});
		session.send(paste('x'));
		expect(session.model().notice?.text).toContain('--read-only');
	});

	it('of nothing does nothing', () => {
		const session = openSession(makeSheet(1));
		session.send(paste(' \n'));
		expect(session.model().grid.editor).toBeUndefined();
	});
});

describe('a question', () => {
	it('takes neither text nor paste', () => {
		const session = openSession(makeSheet(1));
		session.press('ctrl+k', 'x');
		session.send(paste('y'));
		expect(topScreen(session.model())?.name).toBe('confirm');
	});
});
