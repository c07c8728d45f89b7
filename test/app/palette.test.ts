import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {cursorField, cursorUser} from '../../source/app/screens/users/users-state.ts';
import {openImportSession} from '../helpers/import-session.ts';
import {listedCommands} from '../helpers/listed-commands.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';
import {openSlowSession} from '../helpers/slow-store.ts';

const type = (text: string, ...before: readonly string[]) => {
	const session = openSession(makeSheet(12));
	session.press(...before, ':', ...text);
	return session;
};

const first = (text: string, ...before: readonly string[]) =>
	listedCommands(type(text, ...before).model())[0]?.id;

describe('what is typed behind ":"', () => {
	it.each([
		['q', 'app.quit'],
		[':q', 'app.quit'],
		['Q', 'app.quit'],
		['q!', 'app.quit'],
		['wq', 'app.quit'],
		['x', 'app.quit'],
		['quit', 'app.quit'],
		['w', 'store.retry'],
		['help', 'help.open'],
		['h', 'help.open'],
		['e', 'import.open'],
		['e samples/clean-25.csv', 'import.open'],
		['42', 'table.go-to'],
		['u', 'change.undo'],
		['new', 'user.add'],
		['errors', 'user.next-problem'],
	])('%s finds %s first', (text, id) => {
		expect(first(text)).toBe(id);
	});

	it.each([
		['a whole word before the beginning of one', 'cell', 'cell.edit'],
		['the beginning of a word before its inside', 'exp', 'user.export'],
		['the inside of a word where there is nothing better', 'stand-al', 'settings.toggle-stand-alone'],
		['a key', 'ctrl+k', 'user.delete'],
		['all words, in any order', 'marked pin', 'pin.set'],
	])('is found: %s', (_, text, id) => {
		expect(first(text)).toBe(id);
	});

	it('is not looked for inside of words when it is a letter or two: Enter would do what nobody meant', () => {
		for (const text of ['z', 'ls', 'vs', 'bd', 'wn']) expect(first(text), text).toBeUndefined();
	});

	it('says where a name of Vim works that does not work here', () => {
		const session = type('w', 'x', 'enter', 'f9');
		expect(listedCommands(session.model())[0]?.id).toBe('store.retry');
		session.press('enter');
		expect(session.model().notice?.text).toContain('Works elsewhere');
	});

	it('is a name of Vim before it is a key: w writes rejected rows in the preview', () => {
		const session = openImportSession(makeSheet(3), {
			'a.csv': 'Last name,Email address\nArcher,a@example.com\nBaker,b@\n',
		});
		session.read('a.csv');
		session.press('down', 'space');
		session.answer();
		session.press('enter', ':', 'w');
		expect(
			listedCommands(session.model())
				.slice(0, 2)
				.map(({id}) => id),
		).toEqual(['store.retry', 'import.write-rejects']);
	});

	it('does nothing where nothing fits', () => {
		const session = type('zzz');
		const before = session.model();
		session.press('enter');
		expect(session.model().screens).toEqual(before.screens);
		expect(session.model().sheet).toBe(before.sheet);
		expect(session.effects).toEqual([]);
	});
});

describe(':q', () => {
	it('quits, and switches no setting', () => {
		const session = type('q');
		session.press('enter');
		expect(session.effects).toEqual([{type: 'app/quit'}]);
		expect(session.model().sheet.settings.standAlone).toBe(false);
	});
});

describe(':w', () => {
	it('says that everything is saved by itself', () => {
		const session = type('w');
		session.press('enter');
		expect(session.model().screens).toEqual([]);
		expect(session.model().notice).toEqual({
			tone: 'good',
			text: 'All changes are saved; saving is automatic.',
		});
	});

	it('tries again what could not be saved, and sends nothing twice', () => {
		const session = openSlowSession(makeSheet(2));
		session.press('A', 'enter', 'B', 'enter', ':', 'w', 'enter', 'ctrl+s');
		const commits = () => session.effects.filter(({type}) => type === 'store/commit').length;
		expect(commits()).toBe(1);
		session.send({type: 'store/failed', message: 'The disk is full.'});
		session.press(':', 'w', 'enter');
		expect(commits()).toBe(2);
	});
});

describe(':e FILE', () => {
	it('opens the import with that file being read', () => {
		const session = type('e  My users.csv ');
		session.press('enter');
		expect(topScreen(session.model())).toMatchObject({name: 'import', file: {field: {text: 'My users.csv'}}});
		expect(session.effects.at(-1)).toEqual({type: 'file/read', path: 'My users.csv'});
	});

	it('opens it without a file, where none is named', () => {
		const session = type('e');
		session.press('enter');
		expect(topScreen(session.model())).toMatchObject({
			name: 'import',
			step: 'file',
			file: {field: {text: ''}},
		});
	});
});

describe('a number', () => {
	const go = (number: string, ...before: readonly string[]) => {
		const session = openSession({...makeSheet(12), users: makeSheet(12).users.filter(({id}) => id > 4)});
		session.press(...before, ':', ...number, 'enter');
		const {grid, sheet, notice} = session.model();
		return {id: cursorUser(grid, sheet)?.id, column: cursorField(grid).key, text: notice?.text};
	};

	it.each([
		['7', 7, /^ID 7: /],
		['2', 6, /^There is no ID 2: this is row 2, .* \(ID 6\)\.$/],
		['007', 7, /^ID 7: /],
		['0', 5, /^There is neither an ID 0 nor a row 0\.$/],
		['99', 5, /^There is neither an ID 99 nor a row 99\.$/],
		['99999999999999999999', 5, /neither/],
	])('%s goes to the user with that ID, or else to that row, and says so', (number, id, text) => {
		expect(go(number)).toEqual({id, column: 'firstName', text: expect.stringMatching(text)});
	});

	it('says that the filter hides the user, and goes to no row instead', () => {
		expect(go('7', '/', '12@', 'enter')).toMatchObject({
			id: 12,
			text: expect.stringMatching(/^ID 7: .*, hidden by the filter\. Esc takes it away\.$/),
		});
	});
});
