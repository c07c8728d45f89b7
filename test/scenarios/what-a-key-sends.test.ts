import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';

it.each([
	[80, 24],
	[60, 15],
])('shows what a pressed key sends, and does nothing with it: %i×%i', async (columns, rows) => {
	const app = await openApp({users: 3, columns, rows});
	const before = await app.stored();
	await app.press('palette.open');
	await app.type('keys');
	await app.press('commands.run');
	expect(app.screen()).toContain('Press a key to see what it sends');
	await app.press('ctrl+down', 'x', 'delete');
	expect(app.screen()).toMatch(/ESC \[ 1 ; 5 B +Ctrl\+Down/);
	expect(app.screen()).toMatch(/^ x +x$/m);
	expect(app.screen()).toMatch(/ESC \[ 3 ~ +Delete/);
	await app.type('\u001bx');
	expect(app.screen()).toMatch(/ESC x +Esc, then x/);
	await app.press('keys.close');
	expect(app.screen()).toContain('Press a key');
	await app.press('keys.close');
	expect(app.screen()).not.toContain('Press a key');
	expect(app.screen()).toContain('Row 1 of 3');
	expect(await app.stored()).toEqual(before);
});
