import {expect, it, vi} from 'vitest';
import type {Model, Screen} from '../source/app/model.ts';
import {openTable, type TableState} from '../source/app/table/table-state.ts';
import {makeSheet} from './helpers/make-users.ts';

/** A screen that the program does not know: what its folder would hold. */
const dummy = vi.hoisted(() => {
	const kind = {
		noun: {one: 'colour', many: 'colours'},
		numbered: 'row',
		valueOf: (row: string) => row,
		nameOf: (row: string) => row,
	};
	const colours = ['blue', 'green', 'red'];
	return {
		layer: 'base',
		contexts: {dummy: {title: 'In the dummy', counts: true, inList: true}},
		commands: [
			{
				id: 'dummy.leave',
				title: 'Leave the colours',
				short: 'Leave',
				pinned: true,
				when: ['dummy'],
				run: () => ({type: 'screen/close'}),
			},
		],
		contextsOf: () => ['dummy', 'table'],
		update: (model: Model) => [model, []],
		isWaiting: ({waiting}: {waiting: boolean}) => waiting,
		describeLoss: () => 'The colours are lost.',
		table: (screen: {table: TableState}, model: Model) => ({
			kind,
			context: kind,
			state: screen.table,
			columns: [{key: 'colour', header: 'Colour', width: 10}],
			size: {columns: model.size.columns, rows: 10},
			cursor: 'cell',
			emptyText: 'There is no colour.',
			query: () => ({
				fields: [],
				values: (place: number) => [colours[place]],
				searched: (place: number) => colours[place],
			}),
			rowCount: colours.length,
			rowIds: () => colours.map((_, place) => place),
			rowOf: (place: number) => colours[place],
			keep: (table: TableState) => ({...model, screens: [{...screen, table}]}),
		}),
	};
});

vi.mock('../source/app/screens/screen-table.ts', async (importOriginal) => {
	const original = await importOriginal<typeof import('../source/app/screens/screen-table.ts')>();
	Object.assign(original.screenTable, {dummy});
	return original;
});
vi.mock('../source/app/keymap/sheet-keys.ts', async (importOriginal) => {
	const original = await importOriginal<typeof import('../source/app/keymap/sheet-keys.ts')>();
	Object.assign(original.sheetKeys, {'dummy.leave': ['escape']});
	return original;
});

const {openSession} = await import('./helpers/model-session.ts');
const {commands, currentCommands} = await import('../source/app/loop/command-table.ts');
const {contexts} = await import('../source/app/loop/contexts.ts');
const {keyName} = await import('../source/app/keymap/keymap.ts');

/** The names of screens and commands are literal types: only a test has one more. */
const screen = {name: 'dummy', table: openTable([0, 1, 2]), waiting: false} as unknown as Screen;

function openDummy(state: object = {}) {
	const session = openSession({...makeSheet(2)});
	return {
		...session,
		open: () => Object.assign(session.model(), {screens: [{...screen, ...state}]}),
	};
}

it('needs one folder and one row of the screen table: keys, footer, help, list, filter, waiting and quitting know it', () => {
	const session = openDummy();
	session.open();
	const top = () => session.model().screens.at(-1) as unknown as {table: TableState};
	expect(currentCommands(session.model()).map(({id}) => id)).toContain('dummy.leave');
	expect(commands.some(({title}) => title === 'Leave the colours')).toBe(true);
	expect(contexts.dummy?.title).toBe('In the dummy');
	expect(keyName(session.model(), 'dummy.leave' as 'app.quit')).toBe('Esc');
	session.press('down', 'down', 'down');
	expect(top().table.cursor.row).toBe(2);
	session.press('/', 'r', 'e', 'enter', 'ctrl+a');
	expect(top().table.rows).toEqual([1, 2]);
	expect(session.model().notice?.text).toBe('2 colours are marked now.');
	session.press('ctrl+q');
	expect(session.model().screens.at(-1)).toMatchObject({
		name: 'confirm',
		question: 'Quit? The colours are lost.',
	});
	session.press('n', 'escape');
	expect(session.model().screens).toEqual([]);
});

it('keeps keys while it waits', () => {
	const session = openDummy({waiting: true});
	session.open();
	session.press('down');
	expect(session.model().typedAhead).toHaveLength(1);
});
