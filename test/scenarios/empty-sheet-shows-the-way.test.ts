import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';

it('says what this is, and offers import, create and the demo', async () => {
	const app = await openApp();
	expect(app.text()).toContain('This sheet holds the users whose MiCollab clients you deploy. It is empty.');
	expect(app.text()).toContain('F5 imports them from a CSV file or an Excel workbook; F4 creates one.');
	expect(app.text()).toContain('npm run demo');
	expect(app.footer()).toContain('F4 New user  F5 Import');
	expect(app.footer()).toContain('? Help');
	await app.type('x');
	expect(app.screen()).toContain('There are no users yet: F5 imports a file, F4 creates one.');
	await app.press('f5');
	expect(app.screen()).toContain('Import CSV');
});

it('keeps the line that says whether all is saved above the keys where there is nothing to say of a row', async () => {
	for (const [columns, rows] of [
		[80, 24],
		[60, 15],
	] as const) {
		const app = await openApp({users: 1, columns, rows});
		await app.press('history.open');
		const empty = app.terminal.screen().at(-2);
		expect(empty).toMatch(/All saved$/);
		await app.press('history.close', 'palette.open');
		await app.type('problems\r');
		await app.waitForScreen((screen) => screen[0]?.includes('Problems') === true);
		expect(app.terminal.screen().at(-2)).toMatch(/All saved$/);
	}
});
