import {describe, expect, it} from 'vitest';
import {draftSchema} from '../../source/app/draft.ts';
import {draftOf} from '../../source/app/loop/draft-of.ts';
import {topScreen} from '../../source/app/model.ts';
import {formatRejects} from '../../source/csv/format-rejects.ts';
import {type ImportSession, openImportSession} from '../helpers/import-session.ts';
import {makeSheet} from '../helpers/make-users.ts';

const rows = [
	'Last name,First name,Email address,Directory Number,Deployment PIN',
	'Archer,Ann,ann@firm.example,2001,4711',
	'Baker,Ben,ben @firm.example,2002,4712',
	'Costa,Carla,carla@firm.example,2003,4713',
	'Diehl,Dana,dana @firm.example,2004,713',
	',Emil,emil@firm.example,2005,4715',
];
const files = {
	'bad.csv': rows.join('\n'),
	'same.csv': `${rows.join('\n')}\n`,
	'quote.csv': `${rows.slice(0, 3).join('\n')}\nFrey,"Fi"ona,fiona@firm.example,2006,4716\n`,
	'other.csv': rows.slice(0, 3).join('\n'),
};

function open(name: keyof typeof files = 'bad.csv'): ImportSession {
	const session = openImportSession(makeSheet(0), files);
	session.read(name);
	session.press('enter');
	return session;
}

function press(session: ImportSession, ...keys: readonly string[]): void {
	for (const key of keys) {
		session.press(key);
		session.answer();
	}
}

const counts = (session: ImportSession) => {
	const {created, rejected, leftOut, fixedCells} = session.wizard().plan ?? {};
	return {
		created: created?.length,
		rejected: rejected?.length,
		leftOut: leftOut?.length,
		fixed: fixedCells,
	};
};
const cellOf = (session: ImportSession, line: number, position: number) =>
	session.wizard().plan?.rows.find(({row}) => row.line === line)?.row.cells[position];

describe('a fix that is taken', () => {
	it('is none for a row that can only be left out, and that is said', () => {
		const session = open('quote.csv');
		press(session, 'down', 'f');
		expect(session.model().notice?.text).toMatch(/leave it out, or correct the file\.$/);
	});

	it('puts the row right, and the next problem comes under the cursor', () => {
		const session = open();
		expect(counts(session)).toEqual({created: 2, rejected: 3, leftOut: 0, fixed: 0});
		press(session, 'f');
		expect(cellOf(session, 3, 2)).toBe('ben@firm.example');
		expect(counts(session)).toEqual({created: 3, rejected: 2, leftOut: 0, fixed: 1});
		expect(session.wizard().tables.rejected.table.cursor.row).toBe(0);
		press(session, 'f', 'f');
		expect(counts(session)).toEqual({created: 4, rejected: 1, leftOut: 0, fixed: 3});
		expect(cellOf(session, 5, 4)).toBe('0713');
	});

	it('says where what is right is not known', () => {
		const session = open();
		press(session, 'ctrl+end', 'f');
		expect(session.model().notice).toMatchObject({tone: 'bad'});
		expect(counts(session).fixed).toBe(0);
	});

	it('is for all alike after a question with examples, and undone in one step', () => {
		const session = open();
		press(session, 'F');
		const asked = topScreen(session.model());
		expect(asked?.name === 'confirm' && asked.question).toContain('all 2 alike');
		expect(asked?.name === 'confirm' && asked.details).toContain(
			'Line 3: ben @firm.example → ben@firm.example',
		);
		press(session, 'y');
		expect(counts(session)).toMatchObject({created: 3, rejected: 2, fixed: 2});
		press(session, 'down', 'ctrl+z');
		expect(counts(session)).toMatchObject({created: 2, rejected: 3, fixed: 0});
		// To what was undone.
		expect(session.wizard().tables.rejected.table.cursor.row).toBe(0);
		press(session, 'ctrl+y');
		expect(counts(session)).toMatchObject({fixed: 2});
	});

	it('shows no PIN in the question', () => {
		const session = open();
		press(session, 'down', 'down', 'F');
		const asked = topScreen(session.model());
		expect(asked?.name === 'confirm' && asked.details[0]).toBe(
			'Line 5: •••• (3 characters) → •••• (4 characters)',
		);
	});

	it('is for the marked rows', () => {
		const session = open();
		press(session, 'ctrl+a', 'f');
		expect(counts(session)).toMatchObject({created: 4, rejected: 1, fixed: 3});
		expect(session.model().notice?.text).toContain('1 row has');
	});
});

describe('a cell of the file', () => {
	it('is edited where problems are listed, whatever column the cursor is on', () => {
		const session = open();
		press(session, 'ctrl+end', 'e', ...'Engel', 'enter');
		expect(cellOf(session, 6, 0)).toBe('Engel');
		expect(counts(session)).toMatchObject({created: 3, rejected: 2});
	});

	it('is edited in the list of rows, and the cursor goes on as in the grid', () => {
		const session = open();
		press(session, 'tab', 'f2', 'ctrl+u', ...'Bow', 'tab', 'e', 'ctrl+u', ...'Bea', 'enter');
		expect(session.wizard().plan?.created[0]).toMatchObject({user: {lastName: 'Bow', firstName: 'Bea'}});
		expect(session.wizard().tables.create.table.cursor.row).toBe(1);
	});

	it('makes a row that was right wrong, too, and tells of it', () => {
		const session = open();
		press(session, 'tab', 'right', 'right', 'right', 'e', 'ctrl+u', ...'2003', 'enter');
		expect(session.wizard().plan?.problems.some(({code}) => code === 'shared-directory-number')).toBe(true);
		press(session, 'home', 'delete');
		expect(session.model().notice?.text).toContain('only tells about the row');
	});

	it('is as before when the editing is cancelled or nothing was changed', () => {
		const session = open();
		press(session, 'e', 'x', 'escape', 'e', 'enter');
		expect(counts(session).fixed).toBe(0);
		expect(session.wizard().fixed.undo).toEqual([]);
		expect(session.wizard().editor).toBeUndefined();
	});

	it('is not edited where it is not known where the cells end', () => {
		const session = open('quote.csv');
		press(session, 'ctrl+end', 'e');
		expect(session.wizard().editor).toBeUndefined();
		press(session, 'x');
		expect(counts(session)).toMatchObject({leftOut: 1});
	});
});

describe('with Vim keys', () => {
	it('a cell is edited, a fix taken and undone, and a range begun as there', () => {
		const session = open();
		session.send({type: 'keymap/choose', name: 'vim'});
		press(session, 'f', 'u', 'ctrl+r');
		expect(counts(session)).toMatchObject({fixed: 1});
		press(session, 'G', 'i', ...'Engel', 'enter');
		expect(cellOf(session, 6, 0)).toBe('Engel');
		press(session, 'tab', 'v', 'j', 'x');
		expect(counts(session)).toMatchObject({leftOut: 2});
	});
});

describe('a row', () => {
	it('is left out, and taken back', () => {
		const session = open();
		press(session, 'x');
		expect(counts(session)).toMatchObject({rejected: 2, leftOut: 1});
		press(session, 'shift+tab', 'shift+tab', 'x');
		expect(counts(session)).toMatchObject({rejected: 3, leftOut: 0});
	});

	it('that is left out stays so when it is marked with others that are not', () => {
		const session = open();
		press(session, 'x', 'ctrl+a', 'x');
		expect(counts(session)).toMatchObject({rejected: 0, leftOut: 3, created: 2});
	});
});

describe('what was put right', () => {
	it('stays when options change and steps are gone back and forth', () => {
		const session = open();
		press(session, 'f', 'x', 'escape', 'down', 'space', 'enter');
		expect(counts(session)).toMatchObject({fixed: 1, leftOut: 1});
		press(session, 'escape', 'escape', 'enter', 'enter');
		expect(counts(session)).toMatchObject({fixed: 1, leftOut: 1});
	});

	it('is in the file of rejected rows', () => {
		const session = open();
		press(session, 'down', 'f', 'w', 'enter');
		const effect = session.effects.at(-1);
		const content = effect?.type === 'file/write' ? effect.content : undefined;
		const text =
			content?.kind === 'rejects' ? formatRejects(content.table, content.rejected, content.hash) : '';
		expect(text).toContain('Diehl,Dana,dana@firm.example,2004,713,5,');
		expect(text).not.toContain('dana @');
	});

	it('goes in with the import', () => {
		const session = open();
		press(session, 'ctrl+a', 'f', 'x', 'enter', 'y');
		expect(session.stored().users.map(({email}) => email)).toContain('ben@firm.example');
		expect(session.stored().users.length).toBe(4);
		expect(session.stored().users.map(({deploymentPin}) => deploymentPin)).toContain('0713');
	});
});

describe('what was put right is not lost', () => {
	it('without a question', () => {
		const session = open();
		press(session, 'f', 'escape', 'escape', 'escape');
		expect(topScreen(session.model())).toMatchObject({name: 'confirm', question: 'Leave the import?'});
		press(session, 'n', 'ctrl+q');
		const asked = topScreen(session.model());
		expect(JSON.stringify(asked)).toContain('1 cell put right in bad.csv');
	});

	it('when the session is cut off', () => {
		const session = open();
		press(session, 'f', 'x', 'tab');
		const draft = draftOf(session.model());
		const parsed = draftSchema.parse(JSON.parse(JSON.stringify(draft)));
		const next = openImportSession(makeSheet(0), files);
		next.send({type: 'draft/offer', draft: parsed});
		const asked = topScreen(next.model());
		expect(asked?.name === 'confirm' && asked.details.join(' ')).toContain(
			'1 cell put right, 1 row left out',
		);
		press(next, 'y');
		expect(counts(next)).toMatchObject({fixed: 1, leftOut: 1});
	});

	it('but is not laid over a file that has changed', () => {
		const session = open();
		press(session, 'f');
		const draft = draftOf(session.model());
		const next = openImportSession(makeSheet(0), {'bad.csv': `${rows.slice(0, 2).join('\n')}\n`});
		next.send({type: 'draft/resume', draft: draft ?? {}});
		next.answer();
		expect(counts(next)).toMatchObject({fixed: 0});
		expect(next.model().notice?.text).toContain('it has changed');
	});
});
