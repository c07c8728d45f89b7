import {statSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';

it('shows everything, changes nothing, and says why', async () => {
	const app = await openApp({users: 3, readOnly: true});
	const before = await app.stored();
	const file = path.join(app.directory, 'users.json');
	const {mtimeMs} = statSync(file);
	expect(app.screen()).toContain('Read-only');
	for (const key of ['x', 'f2', 'delete', 'ctrl+k', 'f4', 'f5', 'f6', 'ctrl+z', 'ctrl+y']) {
		await app.press('down', key);
		expect(app.screen(), key).toContain('!Opened with --read-only: nothing can be changed.');
	}
	expect(app.footer()).not.toMatch(/Edit|New user|Import|Set PIN/);
	await app.press('table.filter');
	await app.type('3');
	await app.press('filter.keep', 'pin.reveal', 'table.sort', 'table.mark');
	expect(app.screen()).toContain('1 marked');
	expect(await app.stored()).toEqual(before);
	expect(statSync(file).mtimeMs).toBe(mtimeMs);
	expect(await app.quit()).toBe(0);
});
