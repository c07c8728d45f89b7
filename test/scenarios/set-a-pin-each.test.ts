import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';

it('gives everybody marked a PIN of their own, as one change', async () => {
	const app = await openApp({users: 30});
	const before = await app.stored();
	await app.press('table.mark-all', 'pin.set', 'pin.up', 'pin.ask');
	expect(app.screen()).toContain('Give 30 marked users a generated PIN each?');
	await app.press('confirm.yes');
	expect(app.screen()).toContain('Set the PIN of 30 users: done.');
	const {users, revision} = await app.stored();
	expect(revision).toBe(before.revision + 1);
	for (const user of users) {
		expect(user.deploymentPin).toMatch(/^\d{6}$/);
		expect(app.output).not.toContain(user.deploymentPin);
	}
	expect(new Set(users.map((user) => user.deploymentPin)).size).toBeGreaterThan(25);
	await app.press('change.undo');
	expect((await app.stored()).users).toEqual(before.users);
});
