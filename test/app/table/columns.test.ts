import {describe, expect, it} from 'vitest';
import {keymaps} from '../../../source/app/keymap/keymaps.ts';
import {focusedTable} from '../../../source/app/screens/screen-table.ts';
import {cursorField} from '../../../source/app/screens/users/users-state.ts';
import {drawnColumns} from '../../../source/app/table/table-layout.ts';
import {updateChange} from '../../../source/domain/change.ts';
import type {FieldKey} from '../../../source/domain/field.ts';
import {gridColumns} from '../../../source/domain/life-cycle/grid-columns.ts';
import {defaultSettings} from '../../../source/domain/sheet.ts';
import type {User} from '../../../source/domain/user.ts';
import {makeUser, sheetOf} from '../../domain/make-sheet.ts';
import {goTo} from '../../helpers/go-to.ts';
import {type ModelSession, openSession} from '../../helpers/model-session.ts';

const usual = [
	'id',
	'firstName',
	'lastName',
	'directoryNumber',
	'email',
	'deploymentPin',
	'profile',
	'state',
];

const ann = makeUser(1, {firstName: 'Ann', lastName: 'Archer', email: 'ann@example.com'});
const ben = makeUser(2, {firstName: 'Ben', lastName: 'Baker', email: 'ben@example.com'});

const columnsOf = (session: ModelSession) => focusedTable(session.model())?.columns ?? [];
const keysOf = (session: ModelSession) => columnsOf(session).map(({key}) => key);
const widthOf = (session: ModelSession, key: string) =>
	columnsOf(session).find((column) => column.key === key)?.width;
const cursorOf = (session: ModelSession) => cursorField(session.model().grid).key;
/** What the shell was asked to keep last. */
const kept = (session: ModelSession) => {
	const effect = session.effects.findLast(({type}) => type === 'columns/remember');
	return effect?.type === 'columns/remember' ? effect.views : undefined;
};
/** Chooses from the list of columns by what an item is called. */
const choose = (session: ModelSession, label: string) => session.press('ctrl+w', label, 'enter');
const run = (session: ModelSession, command: string) => session.press(':', command, 'enter');

function fill(session: ModelSession, user: User, values: Partial<Record<FieldKey, string>>): void {
	session.commitByOther(updateChange('Fill', user, {...user, ...values}));
}

describe('columns that are empty for everybody', () => {
	it('are hidden, with what people look for first beside the name', () => {
		expect(keysOf(openSession(sheetOf(ann, ben)))).toEqual(usual);
		expect(keysOf(openSession(sheetOf()))).toEqual(usual);
	});

	it.each([
		['pbxSipHost', 'pbx.example.com'],
		['voicemailNumber', '7'],
		['servicePassword', 's3cret'],
	] as const)('are shown as soon as somebody has a value: %s', (key, value) => {
		const session = openSession(sheetOf(ann, ben));
		fill(session, ben, {[key]: value});
		expect(keysOf(session)).toEqual([...usual, key]);
	});

	it('are shown where a stand-alone deployment requires them', () => {
		const settings = {...defaultSettings, standAlone: true};
		const session = openSession({...sheetOf(ann), settings});
		expect(keysOf(session)).toEqual([...usual, 'pbxSipHost', 'pbxSipUser', 'pbxSipPassword']);
	});

	it('stay when their last value goes: nothing jumps', () => {
		const full = {...ann, pbxSipHost: 'pbx.example.com'};
		const session = openSession(sheetOf(full, ben));
		session.press(goTo('pbxSipHost'), 'delete');
		expect(session.stored().users[0]?.pbxSipHost).toBe('');
		session.press('home');
		expect(keysOf(session)).toEqual([...usual, 'pbxSipHost']);
	});

	it('leave the cursor on its field when they come', () => {
		const session = openSession(sheetOf({...ann, voicemailNumber: '7'}, ben));
		session.press(goTo('voicemailNumber'));
		fill(session, ben, {pbxSipHost: 'pbx.example.com', serviceUser: 'ben'});
		expect(keysOf(session)).toEqual([...usual, 'pbxSipHost', 'serviceUser', 'voicemailNumber']);
		expect(cursorOf(session)).toBe('voicemailNumber');
	});
});

describe('widths', () => {
	it('come from the values and the header, as far as a column goes', () => {
		const long = makeUser(3, {firstName: 'Maximiliana Theodora', lastName: '王', email: 'm@example.com'});
		const session = openSession(sheetOf(ann, long));
		expect(columnsOf(session).map(({width}) => width)).toEqual([4, 14, 6, 8, 15, 5, 9, 7]);
	});

	it('do not come from one of many that is far longer than the others', () => {
		const many = Array.from({length: 30}, (_, place) => ({...ann, id: place + 1, directoryNumber: '2001'}));
		const session = openSession(sheetOf(...many, {...ben, id: 31, directoryNumber: '+49.30.55512015'}));
		expect(widthOf(session, 'directoryNumber')).toBe(8);
	});

	it('leave room for the next column in a narrow terminal', () => {
		const long = {...ann, email: `${'a'.repeat(60)}@example.com`};
		const widths = [60, 80, 120].map((columns) =>
			widthOf(openSession(sheetOf(long), {size: {columns, rows: 24}}), 'email'),
		);
		expect(widths).toEqual([22, 30, 40]);
	});

	it('grow with a value and never shrink', () => {
		const session = openSession(sheetOf(ann, ben));
		expect(widthOf(session, 'lastName')).toBe(6);
		session.press(goTo('lastName'), 'Archer-Baker', 'enter');
		expect(widthOf(session, 'lastName')).toBe(12);
		session.press('ctrl+z');
		expect(session.stored().users[0]?.lastName).toBe('Archer');
		expect(widthOf(session, 'lastName')).toBe(12);
	});

	it('do not tell how long a secret is', () => {
		const [short, long] = ['s3', 's3cret'.repeat(9)].map((pbxSipPassword) =>
			widthOf(openSession(sheetOf({...ann, pbxSipPassword})), 'pbxSipPassword'),
		);
		expect(short).toBe(long);
	});
});

describe('by hand', () => {
	it('hides the column under the cursor, and the next one takes its place', () => {
		const session = openSession(sheetOf(ann, ben));
		session.press(goTo('directoryNumber'));
		run(session, 'hide');
		expect(keysOf(session)).toEqual(usual.filter((key) => key !== 'directoryNumber'));
		expect(cursorOf(session)).toBe('email');
		choose(session, 'directory');
		expect(keysOf(session)).toEqual(usual);
		expect(cursorOf(session)).toBe('directoryNumber');
	});

	it('does not hide the last one', () => {
		const session = openSession(sheetOf(ann));
		for (const _ of usual) run(session, 'hide');
		expect(keysOf(session)).toHaveLength(1);
		expect(session.model().notice?.tone).toBe('bad');
	});

	it('shows an empty one, and it stays', () => {
		const session = openSession(sheetOf(ann));
		choose(session, 'PBX SIP Host');
		expect(cursorOf(session)).toBe('pbxSipHost');
		session.press('home');
		expect(keysOf(session)).toEqual([...usual, 'pbxSipHost']);
	});

	it('moves one among those that scroll, with the cursor on it', () => {
		const session = openSession(sheetOf(ann));
		session.press(goTo('email'), 'alt+shift+left');
		expect(keysOf(session).slice(3, 5)).toEqual(['email', 'directoryNumber']);
		expect(cursorOf(session)).toBe('email');
		session.press('alt+shift+left');
		expect(session.model().notice?.tone).toBe('bad');
		session.press('alt+shift+right', 'alt+shift+right');
		expect(keysOf(session).slice(3, 6)).toEqual(['directoryNumber', 'deploymentPin', 'email']);
	});

	it('freezes one behind those that are, and lets it scroll again', () => {
		const session = openSession(sheetOf(ann));
		session.press(goTo('email'));
		run(session, 'freeze');
		expect(columnsOf(session).map(({key, frozen}) => (frozen === true ? `${key}!` : key))).toEqual([
			'id!',
			'firstName!',
			'lastName!',
			'email!',
			'directoryNumber',
			'deploymentPin',
			'profile',
			'state',
		]);
		expect(cursorOf(session)).toBe('email');
		run(session, 'freeze');
		expect(keysOf(session).slice(3, 5)).toEqual(['email', 'directoryNumber']);
	});

	it.each([
		['wider', ['alt+right', 'alt+right'], 19],
		['narrower', ['alt+left'], 13],
		['as asked', [':', 'width 30', 'enter'], 30],
		['never too narrow', Array<string>(12).fill('alt+left'), 3],
		['as wide as its values again', ['alt+right', ':', 'width', 'enter'], 15],
	])('makes one %s', (_, keys, width) => {
		const session = openSession(sheetOf(ann));
		session.press(goTo('email'), ...keys);
		expect(widthOf(session, 'email')).toBe(width);
	});

	it.each([
		['People', ['id', 'firstName', 'lastName', 'directoryNumber', 'email', 'profile']],
		['PIN', ['id', 'firstName', 'lastName', 'directoryNumber', 'email', 'deploymentPin']],
		['As they come', usual],
	])('shows what belongs together: %s', (name, keys) => {
		const session = openSession(sheetOf({...ann, voicemailNumber: '7'}));
		choose(session, 'Everything');
		expect(keysOf(session)).toHaveLength(gridColumns.length);
		choose(session, name);
		expect(keysOf(session).filter((key) => key !== 'voicemailNumber')).toEqual(keys);
	});

	it('has keys in Vim, and takes counts', () => {
		const session = openSession(sheetOf(ann), {keymap: keymaps.vim});
		session.press(goTo('email'), '5', 'z', '>');
		expect(widthOf(session, 'email')).toBe(20);
		session.press('z', '=', 'z', 'c');
		expect(keysOf(session)).not.toContain('email');
	});

	it('works in the history, and is kept by list', () => {
		const session = openSession(sheetOf(ann, ben));
		session.press('Zoe', 'enter', 'f9', 'right', 'right');
		run(session, 'hide');
		expect(keysOf(session)).toEqual(['revision', 'when', 'from', 'what', 'users']);
		session.press('escape');
		run(session, 'hide');
		expect(Object.keys(kept(session) ?? {})).toEqual(['history', 'users']);
		session.press('f9');
		expect(keysOf(session)).toEqual(['revision', 'when', 'from', 'what', 'users']);
		choose(session, 'as they come');
		expect(Object.keys(kept(session) ?? {})).toEqual(['users']);
	});

	it('shows the column of the next problem', () => {
		const carla = {...ann, id: 3, serviceUser: 'x'};
		const session = openSession(sheetOf(ben, carla));
		session.press(goTo('serviceUser'));
		run(session, 'hide');
		session.press('f7');
		expect(cursorOf(session)).toBe('serviceUser');
	});

	it('keeps room for a column that scrolls, however many are to stay', () => {
		const session = openSession(sheetOf(ann), {size: {columns: 60, rows: 15}});
		for (const key of ['directoryNumber', 'email', 'deploymentPin', 'profile', 'state'] as const) {
			session.press(goTo(key));
			run(session, 'freeze');
		}
		for (const key of usual) {
			session.press(goTo(key as 'id'));
			const {grid} = session.model();
			const drawn = drawnColumns(columnsOf(session), 60, grid.left);
			expect(drawn.map(({index}) => index)).toContain(grid.cursor.column);
		}
	});

	it('is refused where a list has fixed columns', () => {
		const session = openSession(sheetOf(ann));
		session.press('ctrl+w', 'alt+right');
		expect(session.model().columnViews).toEqual({});
	});
});
