import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';

it('is a function key, at the speed of a person, and the filter stays', async () => {
	const app = await openApp({users: 5});
	await app.press('table.filter');
	await app.type('example');
	await app.press('filter.keep');
	const before = app.terminal.screen();
	await app.press('escape');
	const shown = app.terminal.screen();
	expect(shown.filter((row, index) => row !== before[index])).toEqual([expect.stringContaining('Esc-')]);
	await app.type('5');
	await app.waitForScreen('1 File');
	expect(app.model.grid.filter).toBe('example');
});

it('is over after a second', async () => {
	const app = await openApp({users: 5});
	await app.type('Zoe');
	await app.press('escape');
	expect(app.screen()).not.toContain('Zoe');
	expect(app.screen()).toContain('Esc-');
	await app.waitForScreen((rows) => !rows.join().includes('Esc-'));
	await app.type('5');
	expect(app.model.grid.editor?.field.text).toBe('5');
});

it('types nothing into a cell', async () => {
	const app = await openApp({users: 5});
	await app.type('Zoe');
	await app.press('escape');
	await app.type('1');
	expect(app.screen()).toContain('All keys');
	expect(app.model.grid.editor).toBeUndefined();
});

it('is announced beside the position, and moves nothing', async () => {
	const app = await openApp({users: 5});
	await app.press('history.open', 'help.open');
	await app.press('commands.close');
	const lines = (rows: readonly string[]) => rows.filter((row) => row.includes('Esc-')).length;
	expect(lines(app.terminal.screen())).toBe(1);
	const after = app.terminal.screen();
	await app.waitForScreen((rows) => lines(rows) === 0);
	expect(app.terminal.screen().filter((row, index) => row !== after[index])).toHaveLength(1);
});
