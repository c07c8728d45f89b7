import {describe, expect, it} from 'vitest';
import type {PreviewTab} from '../../source/app/screens/import/preview-tabs.ts';
import {type ImportSession, openImportSession} from '../helpers/import-session.ts';
import {makeSheet} from '../helpers/make-users.ts';

const files = {
	'mixed.csv': [
		'Last name,First name,Email address,Deployment PIN',
		'Archer,Ann,ann@new.example,4711',
		'Baker,Ben,ben@,12',
		',Carla,carla@,4713',
		'Costa,Dana,dana@new.example,1234',
	].join('\n'),
	'update.csv': 'ID,First name,Directory Number\n1,Zoe,\n2,Yara,2002\n',
};

function open(name: keyof typeof files, size = {columns: 80, rows: 24}): ImportSession {
	const session = openImportSession(makeSheet(2), files, size);
	session.read(name);
	session.press('enter');
	return session;
}

const shown = (session: ImportSession): PreviewTab => session.wizard().tab;
const rowsOf = (session: ImportSession) => session.wizard().tables[shown(session)].table.rows;

describe('the tabs of the preview', () => {
	it('begin with what is rejected, a line for each thing that is wrong', () => {
		const session = open('mixed.csv');
		expect(shown(session)).toBe('rejected');
		expect(rowsOf(session).length).toBe(4);
	});

	it('follow one another, without those that are rare and empty', () => {
		const session = open('mixed.csv');
		const seen = Array.from({length: 5}, () => {
			const tab = shown(session);
			session.press('tab');
			return tab;
		});
		expect(seen).toEqual(['rejected', 'create', 'update', 'look', 'all']);
		expect(shown(session)).toBe('rejected');
		session.press('shift+tab');
		expect(shown(session)).toBe('all');
		expect(rowsOf(session)).toEqual([2, 3, 4, 5]);
	});

	it('can be filtered by the column and the reason, and their rows by the names of fields', () => {
		const session = open('mixed.csv');
		session.press('/', ...'why:required', 'enter');
		expect(rowsOf(session)).toEqual([4]);
		session.press('tab', '/', ...'first:dana', 'enter');
		expect(rowsOf(session)).toEqual([5]);
		session.press('/', 'ctrl+u', ...'pin:set', 'enter');
		expect(rowsOf(session)).toEqual([2, 5]);
	});

	it('show one kind of problem from a list', () => {
		const session = open('mixed.csv', {columns: 120, rows: 40});
		session.press('p', 'down', 'enter');
		expect(rowsOf(session).length).toBe(2);
		session.press('p', 'up', 'enter');
		expect(rowsOf(session).length).toBe(4);
	});

	it('are kept, with their cursors, when a decision is made', () => {
		const session = open('mixed.csv');
		session.press('tab', 'tab', 'tab', 'tab', 'down', 'down');
		session.send({type: 'import/decide-option', key: 'duplicates', value: 'create'});
		session.answer();
		expect(shown(session)).toBe('all');
		expect(session.wizard().tables.all.table.cursor.row).toBe(2);
	});
});
