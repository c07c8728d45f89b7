import {describe, expect, it} from 'vitest';
import {draftSchema} from '../../source/app/draft.ts';
import {draftOf} from '../../source/app/loop/draft-of.ts';
import {topScreen} from '../../source/app/model.ts';
import {columnsTable} from '../../source/app/screens/import/columns/columns-table.ts';
import {emptyUser} from '../../source/domain/user.ts';
import {type ImportSession, openImportSession} from '../helpers/import-session.ts';
import {makeSheet} from '../helpers/make-users.ts';

const files = {
	'near.csv': 'Last name,Emial address\nArcher,ann@example.com\nBaker,ben@example.com\n',
	'names.csv': 'Name,Email\n"Archer, Ann",ann@example.com\n"Baker, Ben",ben@example.com\n',
	'twice.csv': 'Last name,Email,Number,Directory Number\nArcher,ann@example.com,1,2001\n',
	'plain.csv': 'Last name,Email,Room\nArcher,ann@example.com,7\n',
	'italian.csv': 'Email,Cognome,Nome\nann@example.com,Archer,Ann\n',
};
const open = () => openImportSession(makeSheet(0), files);

/** Header and field of each column. */
function listed(session: ImportSession): readonly string[] {
	const model = session.model();
	const table = columnsTable(session.wizard(), model);
	if (table === undefined) throw new Error('No columns');
	const {kind, context, rowIds, rowOf} = table;
	return rowIds().flatMap((id) => {
		const row = rowOf(id);
		return row === undefined
			? []
			: [`${kind.valueOf(row, 'header', context)}: ${kind.valueOf(row, 'field', context)}`];
	});
}

/** Chooses for the column under the cursor. */
function choose(session: ImportSession, label: string): void {
	session.press('enter');
	const asked = topScreen(session.model());
	if (asked?.name !== 'choice') throw new Error('Nothing is asked');
	const place = asked.items.findIndex((item) => item.label === label);
	const steps = place - asked.table.cursor.row;
	session.press(...Array.from({length: Math.abs(steps)}, () => (steps < 0 ? 'up' : 'down')), 'enter');
	session.answer();
}

describe('the columns come first', () => {
	it.each([
		['near.csv', 'columns'],
		['names.csv', 'columns'],
		['twice.csv', 'columns'],
		['plain.csv', 'options'],
		['italian.csv', 'options'],
	])('where one needs a decision: %s', (name, step) => {
		const session = open();
		session.read(name);
		expect(session.wizard().step).toBe(step);
	});

	it('else they are one key away, and lead to the options', () => {
		const session = open();
		session.read('plain.csv');
		session.press('C');
		expect(session.wizard().step).toBe('columns');
		session.press('escape');
		expect(session.wizard().step).toBe('options');
	});
});

describe('choosing', () => {
	it('takes nothing that is only suggested, and all of it in one key', () => {
		const session = open();
		session.read('near.csv');
		expect(listed(session)).toEqual(['Last name: Last name', 'Emial address: Email address?']);
		expect(session.wizard().plan?.created).toEqual([]);
		session.press('T');
		session.answer();
		expect(listed(session)[1]).toBe('Emial address: Email address');
		expect(session.wizard().plan?.created.map(({user}) => user.email)).toEqual([
			'ann@example.com',
			'ben@example.com',
		]);
		session.press('T');
		expect(session.model().notice?.text).toContain('Nothing is suggested.');
	});

	it('has the cursor on what is suggested', () => {
		const session = open();
		session.read('near.csv');
		session.press('down', 'enter');
		const asked = topScreen(session.model());
		expect(asked?.name === 'choice' && asked.items[asked.table.cursor.row]?.label).toBe('Email address');
	});

	it('splits full names, with a look at what comes of three values', () => {
		const session = open();
		session.read('names.csv');
		session.press('enter');
		const asked = topScreen(session.model());
		if (asked?.name !== 'choice') throw new Error('Nothing is asked');
		expect(asked.items.slice(0, 3).map(({label, detail}) => [label, detail])).toEqual([
			['Ignore it', 'nothing of it is imported'],
			['Split "Last, First"', 'Ann | Archer · Ben | Baker'],
			['Split "First Last"', 'Archer, Ann: A comma in First Last · Baker, Ben: A comma in First Last'],
		]);
		session.press('down', 'enter');
		session.answer();
		expect(listed(session)[0]).toBe('Name: Last name + First name');
		expect(session.wizard().plan?.created[0]?.user).toMatchObject({firstName: 'Ann', lastName: 'Archer'});
	});

	it('settles two columns for one field: the other is ignored', () => {
		const session = open();
		session.read('twice.csv');
		expect(session.wizard().refusal?.code).toBe('duplicate-column');
		session.press('down', 'down', 'down');
		choose(session, 'Directory Number');
		expect(listed(session).slice(2)).toEqual(['Number: (ignored)', 'Directory Number: Directory Number']);
		expect(session.wizard().refusal).toBeUndefined();
		expect(session.wizard().plan?.created[0]?.user.directoryNumber).toBe('2001');
		// The one that was chosen last has the field.
		session.press('up');
		choose(session, 'Directory Number');
		expect(session.wizard().plan?.created[0]?.user.directoryNumber).toBe('1');
		expect(listed(session)[3]).toBe('Directory Number: (ignored)');
	});

	it('ignores a column in one key', () => {
		const session = open();
		session.read('plain.csv');
		session.press('C', 'X');
		session.answer();
		expect(session.wizard().plan?.rejected[0]?.problems).toMatchObject([{column: 'Last name'}]);
	});
});

describe('what was chosen', () => {
	const importItalian = (session: ImportSession): void => {
		session.press('C', 'down');
		choose(session, 'Last name');
		session.press('down');
		choose(session, 'First name');
		session.press('escape', 'enter', 'enter', 'y');
	};

	it('is kept when steps are gone back and forth, and when the file is read again', () => {
		const session = open();
		session.read('near.csv');
		session.press('T', 'escape', 'escape', 'enter');
		session.answer();
		expect(session.wizard().step).toBe('options');
		expect(session.wizard().plan?.created).toHaveLength(2);
	});

	it('is remembered with the import, and said when it is taken for the next file with these headers', () => {
		const session = open();
		session.read('italian.csv');
		importItalian(session);
		expect(session.stored().users[0]).toMatchObject({
			...emptyUser,
			id: 1,
			firstName: 'Ann',
			lastName: 'Archer',
			email: 'ann@example.com',
			profile: 'Default',
			origin: 'csv',
		});
		expect(session.effects).toContainEqual({
			type: 'mappings/remember',
			mappings: [
				{
					headers: ['Email', 'Cognome', 'Nome'],
					mapping: {1: {use: 'field', key: 'lastName'}, 2: {use: 'field', key: 'firstName'}},
				},
			],
		});
		session.press('enter');
		session.read('italian.csv');
		expect(session.model().notice?.text).toContain('matched as you chose before');
		expect(session.wizard()).toMatchObject({step: 'options', source: {isRecalled: true}});
		expect(session.wizard().plan?.rejected).toEqual([]);
	});

	it('is forgotten in one key, for later files too', () => {
		const session = open();
		session.read('italian.csv');
		importItalian(session);
		session.press('enter');
		session.read('italian.csv');
		session.press('C', 'F');
		session.answer();
		expect(listed(session)).toEqual(['Email: Email address', 'Cognome: (ignored)', 'Nome: (ignored)']);
		expect(session.effects.findLast(({type}) => type === 'mappings/remember')).toMatchObject({mappings: []});
		session.press('F');
		expect(session.model().notice?.text).toContain('Nothing was chosen by hand.');
	});

	it('stays with the file that it was chosen for', () => {
		const session = open();
		session.read('near.csv');
		session.press('T');
		session.answer();
		expect(session.wizard().source?.mapping).toEqual({1: {use: 'field', key: 'email'}});
	});
});

it('what was chosen for columns and for reading goes with a draft, and is asked of the file again', () => {
	const session = open();
	session.read('twice.csv');
	session.press('down', 'down', 'down');
	choose(session, 'Directory Number');
	session.send({type: 'import/read-again', reading: {headerLine: 1}});
	session.answer();
	const draft = draftSchema.parse(JSON.parse(JSON.stringify(draftOf(session.model()))));
	const next = open();
	next.send({type: 'draft/resume', draft});
	next.answer();
	expect(next.wizard().source).toMatchObject({
		reading: {headerLine: 1},
		mapping: {3: {use: 'field', key: 'directoryNumber'}},
	});
	expect(next.wizard().plan?.created[0]?.user.directoryNumber).toBe('2001');
});
