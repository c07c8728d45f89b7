import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';
import {goTo} from '../helpers/go-to.ts';

const pins = Array.from({length: 30}, (_, place) => String(739_154 + place * 7));

it('writes a column of Excel into the PINs of 30 users as one change', async () => {
	const app = await openApp({users: 40});
	const before = await app.stored();
	await app.press(goTo('deploymentPin'));
	await app.paste(`${pins.join('\r\n')}\r\n`);
	expect(app.text()).toContain('Paste 30 rows × 1 column into Deployment PIN of 30 users?');
	expect(app.screen()).not.toContain(pins[0]);
	expect(await app.stored()).toEqual(before);
	await app.press('confirm.yes');
	const {users} = await app.stored();
	expect(users.slice(0, 30).map(({deploymentPin}) => deploymentPin)).toEqual(pins);
	expect(users.slice(30)).toEqual(before.users.slice(30));
	expect(app.text()).toContain('Paste 30 values into Deployment PIN: done.');
	await app.press('change.undo');
	expect((await app.stored()).users).toEqual(before.users);
});

it('asks about a burst that no terminal has marked', async () => {
	const app = await openApp({users: 40});
	const before = await app.stored();
	app.terminal.press(`${pins.join('\r')}\r`);
	await app.waitForScreen('whether this was pasted or typed');
	expect(await app.stored()).toEqual(before);
	await app.press('confirm.no');
});

it('moves cells with cut and paste, and shows it at 60 by 15', async () => {
	const app = await openApp({users: 6, columns: 60, rows: 15});
	const {users} = await app.stored();
	await app.press('table.extend-down', 'cells.cut');
	expect(app.text()).toContain('Ctrl+V moves it');
	await app.press('table.clear', goTo('pbxSipUser'), 'cells.paste');
	expect(app.text()).toContain('of them by nothing');
	await app.press('confirm.yes');
	const moved = (await app.stored()).users;
	expect(moved.slice(0, 2).map(({firstName}) => firstName)).toEqual(['', '']);
	expect(moved[1]?.pbxSipUser).toBe(users[0]?.firstName);
});
