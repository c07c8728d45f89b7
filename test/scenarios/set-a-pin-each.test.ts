import {readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFolder, openApp} from '../helpers/app-driver.tsx';

it('gives everybody marked a PIN of their own, as one change', async () => {
	const app = await openApp({users: 30});
	const before = await app.stored();
	await app.press('table.mark-all', 'pin.set', 'pin.up', 'pin.ask');
	expect(app.screen()).toContain('Give 30 marked users a generated PIN each?');
	await app.press('confirm.yes');
	expect(app.screen().split('Set the PIN of 30 users: done.')).toHaveLength(2);
	expect(app.screen()).toContain('takes it back');
	const {users, revision} = await app.stored();
	expect(revision).toBe(before.revision + 1);
	for (const user of users) {
		expect(user.deploymentPin).toMatch(/^\d{6}$/);
		expect(app.output).not.toContain(user.deploymentPin);
	}
	expect(new Set(users.map((user) => user.deploymentPin)).size).toBeGreaterThan(25);
	await app.press('confirm.no', 'change.undo');
	expect((await app.stored()).users).toEqual(before.users);
});

it('shows them as a list to be told, masks them again, and writes the hand-out once', async () => {
	const app = await openApp({users: 3});
	await app.press('table.mark-all', 'pin.set', 'pin.up', 'pin.ask', 'confirm.yes');
	expect(app.screen()).toContain('Show the 3 PINs now');
	await app.press('confirm.yes');
	const {users} = await app.stored();
	for (const {deploymentPin, directoryNumber} of users) {
		expect(app.screen()).toContain(deploymentPin);
		expect(app.screen()).toContain(directoryNumber);
	}
	await app.press('pin.reveal');
	for (const {deploymentPin} of users) expect(app.screen()).not.toContain(deploymentPin);
	const file = path.join(makeFolder(), 'pins.txt');
	await app.press('pins.hand-out', 'ctrl+u');
	await app.type(file);
	await app.press('export.write');
	expect(app.screen()).toContain('Written: ');
	expect(statSync(file).mode & 0o777).toBe(0o600);
	for (const {deploymentPin} of users) expect(readFileSync(file, 'utf8')).toContain(deploymentPin);
	await app.press('pins.hand-out', 'ctrl+u');
	await app.type(file);
	await app.press('export.write');
	expect(app.screen()).toContain('exists already. Replace it?');
	await app.press('confirm.no', 'export.cancel');
	await app.press('pins.close', 'history.open');
	expect(app.screen()).toContain('Hand-out of 3 PINs: ID 1-3');
	expect(app.screen()).toContain('Show 3 PINs: ID 1-3');
});
