import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';

it('says so in one line, once', async () => {
	const app = await openApp({users: 2});
	await app.press('ctrl+b');
	expect(app.screen()).toContain('Ctrl+B does nothing here. ? shows all keys.');
	app.terminal.forgetBytes();
	await app.press('ctrl+b', 'ctrl+b');
	expect(app.terminal.bytesWritten).toBe(0);
	await app.press('table.down');
	expect(app.screen()).not.toContain('does nothing');
});

it('names the key that shows all keys there', async () => {
	const app = await openApp({users: 2});
	await app.press('user.add', 'ctrl+v');
	expect(app.text()).toContain('Ctrl+V does nothing here. F1 shows all keys.');
});

it.each([
	['user.delete', 'x', 'x does nothing here.'],
	['user.export', 'ctrl+v', 'Ctrl+V does nothing here. F1 shows all keys.'],
	['pin.set', 'ctrl+v', 'Ctrl+V does nothing here. F1 shows all keys.'],
	['help.open', 'ctrl+v', 'Ctrl+V does nothing here.'],
	['import.open', 'ctrl+v', 'Ctrl+V does nothing here. F1 shows all keys.'],
	['history.open', 'ctrl+v', 'Ctrl+V does nothing here. ? shows all keys.'],
])('says so after %s, without moving anything', async (open, key, text) => {
	for (const [columns, rows] of [
		[80, 24],
		[60, 15],
	] as const) {
		const app = await openApp({users: 2, columns, rows});
		await app.press(open);
		const before = app.terminal.screen();
		await app.press(key);
		const changed = app.terminal.screen().filter((row, index) => row !== before[index]);
		expect(changed).toEqual([expect.stringContaining(text)]);
	}
});

it('shows no control character of a strange key', async () => {
	const app = await openApp({users: 2});
	await app.press('history.open');
	await app.type('\u202e');
	expect(app.output).not.toContain('\u202e');
});

it('refuses a paste that no field can hold, at once', async () => {
	const app = await openApp({users: 2});
	await app.press('cell.edit');
	app.terminal.press(`\u001b[200~${'x'.repeat(1_100_000)}`);
	await app.waitForScreen('That is over 1 MB');
	app.terminal.press(`${'x'.repeat(5_000_000)}\u001b[201~`);
	await app.press('cell.cancel');
	expect(app.model.grid.editor).toBeUndefined();
});
