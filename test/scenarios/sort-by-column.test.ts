import {expect, it} from 'vitest';
import {type AppDriver, openApp} from '../helpers/app-driver.tsx';
import {goTo} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';

const numbers = ['10', '9', '', '100'];
const sheet = {
	...makeSheet(4),
	users: makeSheet(4).users.map((user, index) => ({...user, directoryNumber: numbers[index] ?? ''})),
};
const ids = (app: AppDriver) =>
	app.terminal
		.screen()
		.slice(2, 6)
		.map((row) => Number.parseInt(row.slice(2), 10));

it('sorts by the column under the cursor: up, down, off; blank ones last both ways', async () => {
	const app = await openApp({sheet});
	await app.press(goTo('directoryNumber'), 'table.sort');
	expect(ids(app)).toEqual([2, 1, 4, 3]);
	expect(app.terminal.screen()[1]).toContain('^');
	expect(app.screen()).toContain('by Directory Number');
	await app.press('table.sort');
	expect(ids(app)).toEqual([4, 1, 2, 3]);
	expect(app.terminal.screen()[1]).toContain('v');
	await app.press('table.sort');
	expect(ids(app)).toEqual([1, 2, 3, 4]);
	expect(app.screen()).toContain('Sorted by ID again.');
});

it('stays on the user it was on, and moves no row while editing', async () => {
	const app = await openApp({sheet});
	await app.press(goTo('directoryNumber'), 'table.sort');
	expect(app.screen()).toContain('Row 2 of 4');
	await app.type('999');
	await app.press('cell.commit-down');
	expect(ids(app)).toEqual([2, 1, 4, 3]);
});
