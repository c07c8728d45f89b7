import {describe, expect, it} from 'vitest';
import {cursorField, cursorUser} from '../../source/app/screens/users/users-state.ts';
import {emptyChange} from '../../source/domain/change.ts';
import {findUser} from '../../source/domain/sheet.ts';
import {goTo} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';

const at = (session: ReturnType<typeof openSession>) => {
	const {grid, sheet} = session.model();
	return `${cursorUser(grid, sheet)?.id} ${cursorField(grid).key}`;
};

describe('moving', () => {
	it('goes by cell and stays inside the grid', () => {
		const session = openSession(makeSheet(3));
		expect(at(session)).toBe('1 firstName');
		session.press('down', goTo('lastName'));
		expect(at(session)).toBe('2 lastName');
		session.press('right', 'left');
		expect(at(session)).toBe('2 lastName');
		session.press('down', 'down', 'down', goTo('id'), 'left');
		expect(at(session)).toBe('3 id');
	});

	it('keeps the cursor in view by page, end and column', () => {
		const session = openSession(makeSheet(100));
		session.press('pagedown');
		expect(session.model().grid.cursor.row).toBe(20);
		session.press('ctrl+end', 'end');
		const {grid} = session.model();
		expect(grid.cursor.row).toBe(99);
		expect(grid.top).toBe(80);
		expect(cursorField(grid).key).toBe('voicemailNumber');
		session.press('ctrl+home', 'home');
		expect(session.model().grid).toMatchObject({top: 0, cursor: {row: 0, column: 0}});
	});
});

describe('editing', () => {
	it('replaces by typing, and Enter keeps the value and goes down', () => {
		const session = openSession(makeSheet(3));
		session.press('Zoe', 'enter');
		expect(findUser(session.stored(), 1)?.firstName).toBe('Zoe');
		expect(at(session)).toBe('2 firstName');
		expect(session.model().save.state).toBe('saved');
	});

	it('keeps the text after F2 and moves the caret with the arrows', () => {
		const session = openSession(makeSheet(1));
		const before = findUser(session.stored(), 1)?.firstName ?? '';
		session.press('f2', 'home', 'X', 'left', 'Y', 'enter');
		expect(findUser(session.stored(), 1)?.firstName).toBe(`YX${before}`);
	});

	it('commits and moves with the arrows after typing', () => {
		const session = openSession(makeSheet(2));
		session.press('A', 'down');
		expect(findUser(session.stored(), 1)?.firstName).toBe('A');
		expect(at(session)).toBe('2 firstName');
	});

	it('leaves the cell as it was on Esc', () => {
		const sheet = makeSheet(1);
		const session = openSession(sheet);
		session.press('changed', 'escape');
		expect(session.stored()).toBe(sheet);
		expect(session.model().grid.editor).toBeUndefined();
	});

	it('keeps the cell open with the reason when a rule is broken, and the sheet as it was', () => {
		const sheet = makeSheet(1);
		const session = openSession(sheet);
		session.press(goTo('email'), 'ann@', 'enter');
		expect(session.model().grid.editor?.problem?.code).toBe('email-address');
		expect(session.stored()).toBe(sheet);
		const {column} = session.model().grid.cursor;
		session.press('example.com', 'tab');
		expect(findUser(session.stored(), 1)?.email).toBe('ann@example.com');
		expect(session.model().grid).toMatchObject({cursor: {row: 0, column: column + 1}});
	});

	it('refuses to clear what is required', () => {
		const session = openSession(makeSheet(1));
		session.press(goTo('lastName'), 'delete');
		expect(session.model().notice).toEqual({tone: 'bad', text: 'Last name: Required.'});
	});

	it('chooses the profile from a list', () => {
		const sheet = makeSheet(1);
		const [profile] = sheet.profiles;
		const session = openSession({
			...sheet,
			profiles: [...sheet.profiles, ...(profile ? [{...profile, name: 'Remote'}] : [])],
		});
		session.press(goTo('profile'), 'r', 'enter');
		expect(findUser(session.stored(), 1)?.profile).toBe('Remote');
	});

	it('replaces, and does not edit, a text of an older version that is too long', () => {
		const sheet = makeSheet(2);
		const users = sheet.users.map((user) => ({...user, firstName: 'x'.repeat(1_000_000)}));
		const session = openSession({...sheet, users});
		session.press('f2');
		expect(session.model().grid.editor?.field.text).toBe('');
		session.press('enter');
		expect(findUser(session.stored(), 1)?.firstName).toHaveLength(1_000_000);
		session.press('up', 'f2', 'A', 'enter');
		expect(findUser(session.stored(), 1)?.firstName).toBe('A');
	});

	it('leaves the data of a synchronised user alone, but for profile and PIN (rules.md 1)', () => {
		const sheet = makeSheet(1);
		const users = sheet.users.map((user) => ({...user, origin: 'client-service' as const}));
		const session = openSession({...sheet, users});
		session.press('x');
		expect(session.model().notice?.text).toContain('synchronised from MiCollab Client Service');
		session.press(goTo('deploymentPin'), '654321', 'enter');
		expect(findUser(session.stored(), 1)?.deploymentPin).toBe('654321');
	});

	it('replaces a stored secret without ever showing it, and leaves it alone when nothing is typed', () => {
		const sheet = makeSheet(1);
		const users = sheet.users.map((user) => ({...user, pbxSipPassword: 'geheim'}));
		const session = openSession({...sheet, users});
		session.press(goTo('pbxSipPassword'), 'f2');
		expect(session.model().grid.editor?.field.text).toBe('');
		session.press('enter');
		expect(session.stored().users).toEqual(users);
		session.press('f2', 'neu', 'enter');
		expect(findUser(session.stored(), 1)?.pbxSipPassword).toBe('neu');
	});

	it('changes nothing in a read-only sheet, and says why', () => {
		const sheet = makeSheet(1);
		const session = openSession(sheet, {readOnly: true});
		session.press('x', 'enter', 'delete', 'f4', 'f5', 'f6', 'ctrl+k', 'ctrl+z');
		expect(session.stored()).toBe(sheet);
		expect(session.model().screens).toEqual([]);
		expect(session.model().notice?.text).toContain('--read-only');
	});
});

describe('undo and redo', () => {
	it('take back and do again every change, one at a time', () => {
		const sheet = makeSheet(3);
		const session = openSession(sheet);
		session.press('A', 'enter', 'B', 'enter');
		session.press('ctrl+z');
		expect(findUser(session.stored(), 2)?.firstName).toBe(sheet.users[1]?.firstName);
		session.press('ctrl+z');
		expect(session.stored().users).toEqual(sheet.users);
		session.press('ctrl+y', 'ctrl+y');
		expect(
			session
				.stored()
				.users.map((user) => user.firstName)
				.slice(0, 2),
		).toEqual(['A', 'B']);
	});

	it('bring deleted users back with their IDs', () => {
		const sheet = makeSheet(5);
		const session = openSession(sheet);
		session.press('space', 'down', 'space', 'ctrl+k', 'y');
		expect(session.stored().users.map((user) => user.id)).toEqual([3, 4, 5]);
		session.press('ctrl+z');
		expect(session.stored().users).toEqual(sheet.users);
	});
});

describe('marks, filter and sort', () => {
	it('keeps marks by user through sorting and filtering', () => {
		const session = openSession(makeSheet(10));
		session.press('down', 'down', 'space', 'right', 'ctrl+o', 'ctrl+o');
		session.press('/', 'zzzz', 'enter');
		expect([...session.model().grid.marks]).toEqual([3]);
		expect(session.model().grid.rows).toEqual([]);
		session.press('escape');
		expect(session.model().grid.rows.length).toBe(10);
	});

	it('finds a name under every spelling of its letters', () => {
		const made = makeSheet(3);
		const users = made.users.map((user) =>
			user.id === 1 ? {...user, lastName: 'Müller'.normalize('NFD')} : user,
		);
		for (const typed of ['muller', 'MUELLER', 'Müller']) {
			const session = openSession({...made, users});
			session.press('/', typed, 'enter');
			expect(session.model().grid.rows).toEqual([1]);
		}
	});

	it('says so where somebody else has deleted them meanwhile', () => {
		const session = openSession(makeSheet(3));
		session.press('ctrl+k');
		session.commitByOther({...emptyChange('Delete'), removed: session.stored().users.slice(0, 1)});
		session.press('y');
		expect(session.stored().users.map((user) => user.id)).toEqual([2, 3]);
		expect(session.model().notice?.text).toBe('Another person has deleted them. Nothing was changed.');
		expect(session.model().undo).toEqual([]);
	});

	it('has rows around the cursor also when those above it are gone', () => {
		const session = openSession(makeSheet(200));
		session.press('ctrl+end');
		session.commitByOther({...emptyChange('Delete'), removed: session.stored().users.slice(10)});
		expect(session.model().grid).toMatchObject({top: 0, cursor: {row: 9}});
	});

	it('keeps the cursor on its line of the screen while others add and delete users above it', () => {
		const session = openSession(makeSheet(200));
		session.press('ctrl+end', 'pageup', 'pageup');
		const {top, cursor} = session.model().grid;
		session.commitByOther({...emptyChange('Delete'), removed: session.stored().users.slice(10, 13)});
		expect(session.model().grid).toMatchObject({top: top - 3, cursor: {row: cursor.row - 3}});
	});

	it('deletes only after another key has confirmed', () => {
		const session = openSession(makeSheet(3));
		session.press('ctrl+k', 'ctrl+k', 'enter');
		expect(session.stored().users.length).toBe(3);
		session.press('n', 'ctrl+k', 'y');
		expect(session.stored().users.map((user) => user.id)).toEqual([2, 3]);
	});

	it('never finds a user by a secret or a PIN', () => {
		const sheet = makeSheet(1);
		const users = sheet.users.map((user) => ({...user, deploymentPin: '99887766', pbxSipPassword: 'geheim'}));
		const session = openSession({...sheet, users});
		session.press('/', '99887766');
		expect(session.model().grid.rows).toEqual([]);
		session.press('escape', '/', 'geheim');
		expect(session.model().grid.rows).toEqual([]);
	});

	it('sorts up, down and back to IDs, and edits move no row', () => {
		const session = openSession(makeSheet(20));
		session.press('right', 'ctrl+o');
		const up = session.model().grid.rows;
		session.press('zzz', 'enter');
		expect(session.model().grid.rows).toEqual(up);
		session.press('ctrl+o');
		expect(session.model().grid.sort[0]?.descending).toBe(true);
		session.press('ctrl+o');
		expect(session.model().grid.rows).toEqual([...up].sort((a, b) => a - b));
	});
});

describe('undo and redo', () => {
	it('put the cursor on a cell that they change', () => {
		const session = openSession(makeSheet(3));
		session.press(goTo('email'), 'ann@example.com', 'enter', goTo('firstName'), 'ctrl+end');
		session.press('ctrl+z');
		expect(at(session)).toBe('1 email');
		session.press('down', goTo('lastName'), 'ctrl+y');
		expect(at(session)).toBe('1 email');
	});
});
