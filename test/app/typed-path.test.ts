import {expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {typedPath} from '../../source/app/typed-path.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';

it.each([
	['users.csv', 'users.csv'],
	['  My users.csv ', 'My users.csv'],
	["'/home/ann/My users.csv' ", '/home/ann/My users.csv'],
	['"/home/ann/My users.csv"', '/home/ann/My users.csv'],
	["'/home/ann/it'\\''s.csv'", "/home/ann/it's.csv"],
	['"/home/ann/say \\"hi\\".csv"', '/home/ann/say "hi".csv'],
	['/home/ann/My\\ users\\ \\(new\\).csv', '/home/ann/My users (new).csv'],
	["/home/ann/it\\'s.csv", "/home/ann/it's.csv"],
	['/home/ann/Zürich\\ 1.csv', '/home/ann/Zürich 1.csv'],
	['file:///home/ann/My%20users.csv', '/home/ann/My users.csv'],
	['file://localhost/home/ann/Z%C3%BCrich.csv', '/home/ann/Zürich.csv'],
	['file:/home/ann/a.csv', '/home/ann/a.csv'],
	["'file:///home/ann/My%20users.csv'", '/home/ann/My users.csv'],
	['file:///C:/Users/ann/a.csv', 'C:/Users/ann/a.csv'],
	['"C:\\Users\\ann\\My users.csv"', 'C:\\Users\\ann\\My users.csv'],
])('%s means %s', (typed, path) => {
	expect(typedPath(typed)).toBe(path);
});

it.each([
	"O'Neill's users.csv",
	"'a.csv' 'b.csv'",
	"'half",
	'back\\slash.csv',
	'C:\\_new\\users.csv',
	'\\\\server\\share\\a.csv',
	'file://server/share/a.csv',
	'file:///home/ann/100%.csv',
	'100%20.csv',
	'',
])('%s stays as it is', (typed) => {
	expect(typedPath(typed)).toBe(typed);
});

it('opens a dragged path in the import, and lists what is there', () => {
	const session = openSession(makeSheet(1));
	session.press('f5');
	session.send({type: 'input/paste', text: "'/home/ann/My users.csv' "});
	expect(session.effects.at(-1)).toEqual({type: 'file/list', path: '/home/ann/My users.csv'});
	const files = [{path: '/home/ann/My users.csv', isFolder: false, size: 7}];
	session.send({type: 'import/files-listed', path: '/home/ann/My users.csv', files});
	expect(topScreen(session.model())).toMatchObject({file: {listed: files}});
	session.press('enter');
	expect(session.effects.at(-1)).toEqual({type: 'file/read', path: '/home/ann/My users.csv'});
	expect(topScreen(session.model())).toMatchObject({file: {field: {text: '/home/ann/My users.csv'}}});
});

it('takes a file that is really called so', () => {
	const session = openSession(makeSheet(1));
	session.press('f5', ...'a\\ b.csv');
	session.send({
		type: 'import/files-listed',
		path: 'a b.csv',
		files: [{path: 'a\\ b.csv', isFolder: false, size: 7}],
	});
	session.press('enter');
	expect(session.effects.at(-1)).toEqual({type: 'file/read', path: 'a\\ b.csv'});
});

it('writes to a dragged path, and takes the answer for it', () => {
	const session = openSession(makeSheet(1));
	session.press('ctrl+e', 'ctrl+u', ...'file:///home/ann/My%20users.csv', 'enter');
	expect(session.effects.at(-1)).toMatchObject({type: 'file/write', path: '/home/ann/My users.csv'});
	session.send({type: 'export/written', path: '/home/ann/My users.csv', content: {kind: 'template'}});
	expect(session.model().screens).toEqual([]);
});

it('writes nothing where no name is typed', () => {
	const session = openSession(makeSheet(1));
	session.press('ctrl+e', 'ctrl+u', ' ', 'enter');
	expect(session.effects).toEqual([]);
	expect(topScreen(session.model())).toMatchObject({name: 'export', writing: false});
});
