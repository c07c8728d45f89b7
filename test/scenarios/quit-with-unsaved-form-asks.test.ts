import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';

it('asks when a form or a cell with something in it would be lost', async () => {
	const app = await openApp({users: 1});
	await app.press('user.add');
	await app.type('Ann');
	await app.press('app.quit');
	expect(app.screen()).toContain('Quit? What was typed in the form is lost.');
	await app.press('app.quit', 'confirm.no');
	expect(app.screen()).toMatch(/First name +Ann/);
	await app.press('form.cancel', 'confirm.yes');
	await app.type('Zoe');
	await app.press('app.quit');
	expect(app.screen()).toContain('Quit? The cell being edited is not saved.');
	await app.press('confirm.yes');
	expect(await app.exit).toBe(0);
	expect((await app.stored()).users[0]?.firstName).not.toBe('Zoe');
});

it('quits without a word when nothing would be', async () => {
	const app = await openApp({users: 1});
	await app.press('user.add');
	expect(await app.quit()).toBe(0);
});

it('gives the terminal back: normal screen, cursor, no bracketed paste', async () => {
	const app = await openApp({users: 1});
	expect(app.terminal.emulator.isAlternate).toBe(true);
	expect(app.terminal.stdin.isRaw).toBe(true);
	await app.quit();
	await app.terminal.settle();
	expect(app.terminal.emulator.isAlternate).toBe(false);
	expect(app.terminal.stdin.isRaw).toBe(false);
	expect(app.terminal.emulator.terminal.modes.bracketedPasteMode).toBe(false);
	expect(app.output.lastIndexOf('\u001b[?25h')).toBeGreaterThan(app.output.lastIndexOf('\u001b[?25l'));
});
