import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';
import {goTo} from '../helpers/go-to.ts';

it('edits a cell by typing over it, and finds it saved', async () => {
	const app = await openApp({users: 5});
	await app.type('Zoe');
	expect(app.screen()).toContain('> ');
	await app.press('cell.commit-down');
	expect(app.screen()).toContain('All saved');
	expect(app.screen()).toContain('Row 2 of 5');
	expect((await app.stored()).users[0]?.firstName).toBe('Zoe');
	expect(await app.quit()).toBe(0);
});

it('keeps the value with Enter or F2, moves the caret, and leaves the cell as it was on Esc', async () => {
	const app = await openApp({users: 2});
	const before = (await app.stored()).users[0]?.firstName;
	await app.press('cell.edit', 'home');
	await app.type('Dr. ');
	expect(app.screen()).toContain(`1 Dr. ${before}`);
	await app.press('cell.cancel', 'f2', 'home');
	await app.type('Prof. ');
	await app.press('cell.commit-right');
	expect((await app.stored()).users[0]?.firstName).toBe(`Prof. ${before}`);
	expect(app.model.grid.cursor).toEqual({row: 0, column: 2});
});

it('takes a change back and does it again', async () => {
	const app = await openApp({users: 2});
	const before = (await app.stored()).users;
	await app.type('Zoe');
	await app.press('cell.commit-down', 'change.undo');
	expect(app.screen()).toContain(`Undone: Edit First name of ${before[0]?.firstName}`);
	expect((await app.stored()).users).toEqual(before);
	await app.press('change.redo');
	expect(app.screen()).toContain('Done again: Edit First name');
	expect((await app.stored()).users[0]?.firstName).toBe('Zoe');
});

it('shows a value that is cut in the grid whole below it', async () => {
	const app = await openApp({users: 1, columns: 60});
	await app.press(goTo('email'), 'cell.edit');
	await app.type('x');
	await app.press('cell.cancel');
	const {email = ''} = (await app.stored()).users[0] ?? {};
	expect(app.screen()).toContain(`Email address: ${email}`);
});
