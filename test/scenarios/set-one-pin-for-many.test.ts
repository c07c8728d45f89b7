import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';
import {goTo} from '../helpers/go-to.ts';

const pinsOf = (sheet: {readonly users: readonly {readonly deploymentPin: string}[]}) =>
	sheet.users.map((user) => user.deploymentPin);

it('sets a typed PIN for the marked users, after showing who is affected, and takes it back', async () => {
	const app = await openApp({users: 6});
	const before = pinsOf(await app.stored());
	await app.press('table.mark', 'table.down', 'table.down', 'table.mark', 'pin.set');
	expect(app.screen()).toContain('Set the deployment PIN of 2 marked users');
	await app.type('0427');
	expect(app.screen()).toMatch(/This PIN for all of them: ••••/);
	await app.press('pin.ask');
	expect(app.screen()).toContain('Give 2 marked users the PIN that was typed?');
	expect(app.text()).toContain('PINs are never sent by e-mail');
	expect(pinsOf(await app.stored())).toEqual(before);
	await app.press('f6', 'enter');
	expect(pinsOf(await app.stored())).toEqual(before);
	await app.press('confirm.yes');
	const after = pinsOf(await app.stored());
	expect(after.filter((pin) => pin === '0427').length).toBe(2);
	expect([after[0], after[2]]).toEqual(['0427', '0427']);
	expect(app.output).not.toContain('0427');
	await app.press('change.undo');
	expect(pinsOf(await app.stored())).toEqual(before);
});

it('generates one PIN for all who are shown, once they are marked, and shows it when asked', async () => {
	const app = await openApp({users: 4});
	await app.press('table.mark-all', 'pin.set');
	expect(app.screen()).toContain('Set the deployment PIN of 4 marked users');
	await app.press('pin.down', 'pin.ask', 'confirm.yes', 'confirm.no');
	const pins = pinsOf(await app.stored());
	expect(new Set(pins).size).toBe(1);
	expect(pins[0]).toMatch(/^\d{6}$/);
	expect(app.output).not.toContain(pins[0]);
	await app.press(goTo('deploymentPin'), 'pin.reveal');
	await app.press('table.down');
	expect(app.screen()).toContain(`Deployment PIN: ${pins[0]}`);
	await app.press('pin.reveal', 'table.down');
	expect(app.screen()).not.toContain(pins[0]);
});

it('refuses a PIN that is none', async () => {
	const app = await openApp({users: 1});
	const before = await app.stored();
	await app.press('pin.set', 'pin.ask');
	expect(app.screen()).toContain('Type the PIN first.');
	await app.type('12');
	await app.press('pin.ask');
	expect(app.screen()).toContain('! It needs 4 to 20 digits, and has 2.');
	await app.press('pin.cancel');
	expect(await app.stored()).toEqual(before);
});
