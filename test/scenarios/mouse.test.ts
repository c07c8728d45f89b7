import {describe, expect, it} from 'vitest';
import {usersTable} from '../../source/app/screens/users/users-table.ts';
import {type AppDriver, openApp, sampleProfiles} from '../helpers/app-driver.tsx';
import {goTo} from '../helpers/go-to.ts';

const wheelDown = '\u001b[<65;10;5M';
const wheelUp = '\u001b[<64;10;5M';

/** Whether the terminal tells what the mouse does. */
function tracksMouse({terminal}: AppDriver): boolean {
	return terminal.emulator.terminal.modes.mouseTrackingMode !== 'none';
}

async function switchMouse(app: AppDriver): Promise<void> {
	await app.press('palette.open');
	await app.type('mouse');
	await app.press('commands.run');
}

it('is off until it is switched on, and is off again when the program ends', async () => {
	const app = await openApp({users: 30});
	expect(tracksMouse(app)).toBe(false);
	await switchMouse(app);
	expect(tracksMouse(app)).toBe(true);
	expect(app.screen()).toContain('The mouse is for usersheet now');
	await switchMouse(app);
	expect(tracksMouse(app)).toBe(false);
	await switchMouse(app);
	expect(await app.quit()).toBe(0);
	await app.terminal.settle();
	expect(tracksMouse(app)).toBe(false);
});

it('moves three rows with each step of the wheel, and nothing while text is typed', async () => {
	const app = await openApp({users: 30});
	await app.type(wheelDown);
	await app.press('table.down');
	expect(app.screen()).toContain('Row 2 of 30');
	await switchMouse(app);
	await app.type(wheelDown + wheelDown);
	await app.press('table.down');
	expect(app.screen()).toContain('Row 9 of 30');
	await app.type(wheelUp);
	await app.type('Zoe');
	expect(app.screen()).toContain('Row 6 of 30');
	await app.type(wheelUp);
	await app.type('!');
	expect(app.model.grid.editor?.field.text).toBe('Zoe!');
});

/** What a terminal sends for a button in the cell of the screen where a text is, or in the first cell of it that follows. */
function mouseAt(app: AppDriver, text: string, action: keyof typeof actions = 'click'): string {
	const rows = app.terminal.screen();
	const row = rows.findLastIndex((line) => line.includes(text));
	if (row < 0) throw new Error(`No ${text} on\n${app.screen()}`);
	const place = `${(rows[row]?.indexOf(text) ?? 0) + 1};${row + 1}`;
	return actions[action].map((report) => `\u001b[<${report.replace('at', place)}`).join('');
}

const actions = {
	click: ['0;atM', '0;atm'],
	doubleClick: ['0;atM', '0;atm', '0;atM', '0;atm'],
	press: ['0;atM'],
	drag: ['32;atM'],
	release: ['0;atm'],
	rightClick: ['2;atM', '2;atm'],
} as const;

/** What the e-mail address of a made-up user has in it, and no other. */
function emailOf(id: number): string {
	return `.${id}@`;
}

/** Does it, and waits until the screen shows what came of it. */
async function point(app: AppDriver, text: string, action?: keyof typeof actions): Promise<void> {
	await app.type(mouseAt(app, text, action));
}

async function openWithMouse(options: Parameters<typeof openApp>[0] = {users: 60}): Promise<AppDriver> {
	const app = await openApp(options);
	await switchMouse(app);
	return app;
}

function cursorOf({model}: AppDriver): readonly [number | undefined, string | undefined] {
	const {rows, cursor} = model.grid;
	return [rows[cursor.row], usersTable(model.grid, model).columns[cursor.column]?.key];
}

describe('in the grid', () => {
	it('a click puts the cursor on the cell, also where the list has scrolled', async () => {
		const app = await openWithMouse();
		await point(app, emailOf(5));
		expect(cursorOf(app)).toEqual([5, 'email']);
		await app.press('table.page-down', 'table.page-down');
		await point(app, emailOf(50));
		expect(cursorOf(app)).toEqual([50, 'email']);
	});

	it('nothing happens beside the rows, with other buttons, and where the mouse is off', async () => {
		const app = await openWithMouse();
		await point(app, 'Row 1 of');
		await point(app, emailOf(5), 'rightClick');
		expect(cursorOf(app)[0]).toBe(1);
		await switchMouse(app);
		await point(app, emailOf(5));
		expect(cursorOf(app)[0]).toBe(1);
	});

	it('dragging makes a range from where the button was pressed, and a click ends it', async () => {
		const app = await openWithMouse();
		await point(app, emailOf(3), 'press');
		await point(app, emailOf(3), 'drag');
		expect(app.model.grid.anchor).toBeUndefined();
		await point(app, emailOf(7), 'drag');
		await point(app, emailOf(6), 'drag');
		await point(app, emailOf(6), 'release');
		expect(app.screen()).toContain('4 users × 1 column');
		await point(app, emailOf(3));
		expect(app.screen()).not.toContain('4 users');
	});

	it('a click on a header sorts by it: up, down, and no more', async () => {
		const app = await openWithMouse();
		for (const descending of [false, true]) {
			await point(app, 'First  ');
			expect(app.model.grid.sort).toEqual([{key: 'firstName', descending}]);
		}
		await point(app, 'First  ');
		expect(app.model.grid.sort ?? []).toEqual([]);
	});

	it('a double click edits the cell; two clicks on two cells do not', async () => {
		const app = await openWithMouse();
		await app.type(mouseAt(app, emailOf(3)) + mouseAt(app, emailOf(4)));
		expect(app.model.grid.editor).toBeUndefined();
		await point(app, emailOf(5), 'doubleClick');
		expect(app.model.grid.editor).toMatchObject({id: 5, key: 'email'});
	});

	it('a click while the filter is typed keeps the filter', async () => {
		const app = await openWithMouse();
		await app.press('table.filter');
		await app.type('a');
		const id = app.model.grid.rows[3] ?? 0;
		await point(app, emailOf(id));
		expect(app.model.grid.filterEditor).toBeUndefined();
		expect(app.model.grid.filter).toBe('a');
		expect(cursorOf(app)).toEqual([id, 'email']);
	});

	it('a click on a key of the last line does what the key does', async () => {
		const app = await openWithMouse();
		await point(app, 'Mark');
		expect(app.model.grid.marks.size).toBe(1);
		await point(app, 'Help');
		expect(app.screen()).toContain('All keys');
		await point(app, 'Close');
		expect(app.model.screens).toHaveLength(0);
	});
});

describe('in other lists', () => {
	it('a panel has the mouse, and what it covers has not', async () => {
		const app = await openWithMouse();
		const below = mouseAt(app, emailOf(2));
		await app.press('palette.open');
		await app.type(below);
		await app.press('commands.close');
		expect(cursorOf(app)[0]).toBe(1);
	});

	it('a click chooses a line of the palette, and a double click runs it', async () => {
		const app = await openWithMouse();
		await app.press('palette.open');
		await app.type('hist');
		await point(app, '  History: who');
		expect(app.model.screens.at(-1)?.name).toBe('commands');
		await point(app, '  History: who', 'doubleClick');
		expect(app.model.screens.at(-1)?.name).toBe('history');
	});

	it('a double click on a change of the history opens it', async () => {
		const app = await openWithMouse();
		await app.press(goTo('firstName'));
		await app.type('Zacharias\r');
		await app.press('history.open');
		await point(app, 'grid    Edit', 'doubleClick');
		const top = app.model.screens.at(-1);
		expect(top?.name === 'history' && top.opened?.entry.revision).toBe(2);
	});

	it('a double click on a name of a list of choices chooses it', async () => {
		const app = await openWithMouse({users: 20, profiles: sampleProfiles()});
		await app.press(goTo('profile'), 'cell.edit');
		const {name = ''} = sampleProfiles()[1] ?? {};
		await point(app, name, 'doubleClick');
		expect(app.model.screens).toHaveLength(0);
		expect(app.model.sheet.users[0]?.profile).toBe(name);
	});
});
