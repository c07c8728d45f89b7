import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';
import {goToField} from '../helpers/go-to.ts';

it('works at 60×15: edit, form, filter, delete', async () => {
	const app = await openApp({users: 30, columns: 60, rows: 15});
	await app.type('Zoe');
	await app.press('cell.commit-down', 'table.page-down', 'table.last', 'end');
	expect(app.screen()).toContain('Row 30 of 30');
	expect(app.screen()).toMatch(/^> +30 /m);
	await app.press('user.add', goToField('lastName'));
	await app.type('Archer');
	await app.press(goToField('email'));
	await app.type('ann@example.com');
	await app.press('form.save');
	expect(app.screen()).toContain('Created Archer, ID 31.');
	expect(app.screen()).toContain('? Help');
	const {users} = await app.stored();
	expect([users[0]?.firstName, users[30]?.lastName]).toEqual(['Zoe', 'Archer']);
});

it('works at 40×8, the smallest: the row with the cursor and the keys to leave stay in sight', async () => {
	const app = await openApp({users: 30, columns: 40, rows: 8});
	expect(app.screen()).toMatch(/^> +1 /m);
	await app.press('table.last');
	expect(app.screen()).toMatch(/^> +30 /m);
	await app.press('user.delete');
	expect(app.footer()).toContain('N or Esc No');
	await app.press('confirm.no', 'table.mark-all', 'pin.set');
	await app.type('4711');
	await app.press('pin.ask');
	expect(app.text()).toContain('Give 30 marked users the PIN');
	expect(app.footer()).toContain('N or Esc No');
	await app.press('confirm.no', 'pin.cancel', 'user.add', 'form.save');
	expect(app.screen()).toMatch(/^>!Last name/m);
	expect(app.footer()).toContain('Esc Cancel');
});

it.each([
	[30, 5],
	[39, 24],
	[80, 7],
	[12, 2],
	[1, 1],
])('says at %i×%i how large it must be, and comes back when it is', async (columns, rows) => {
	const app = await openApp({users: 3});
	const before = app.screen();
	await app.resize(columns, rows);
	expect(app.terminal.screen().length).toBe(rows);
	const notice = 'Make the terminal larger: 40×8 at least.';
	if (columns * rows > 70)
		await app.waitForScreen((shown) => shown.join(' ').replaceAll(/\s+/g, ' ').includes(notice));
	await app.press('table.down', 'table.up');
	await app.resize(80, 24);
	await app.waitForScreen(before);
});

it('starts at 1×1, and quits there', async () => {
	const app = await openApp({users: 3, columns: 1, rows: 1});
	await app.resize(2, 1);
	expect(await app.quit()).toBe(0);
});

it('keeps the cursor in sight and the form as it was when the size changes', async () => {
	const app = await openApp({users: 100, columns: 120, rows: 40});
	await app.press('table.page-down', 'end');
	await app.resize(60, 15);
	expect(app.screen()).toMatch(/^> +37 /m);
	expect(app.screen()).toContain('Voicemail');
	await app.press('user.add');
	await app.type('Ann');
	await app.resize(40, 8);
	await app.resize(120, 40);
	expect(app.screen()).toMatch(/First name +Ann/);
});
