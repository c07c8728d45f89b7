import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFiles, openApp} from '../helpers/app-driver.tsx';

it('takes a whole edit that arrives as one chunk', async () => {
	const app = await openApp({users: 3});
	await app.type('abc\rdef\r\u001b[A');
	const {users} = await app.stored();
	expect(users.map((user) => user.firstName).slice(0, 2)).toEqual(['abc', 'def']);
	expect(app.screen()).toContain('Row 2 of 3');
	expect(app.screen()).toContain('All saved');
});

it('takes a whole import that is typed ahead over a slow line', async () => {
	const folder = makeFiles();
	const app = await openApp({users: 0});
	// F5, the path, Enter to read it; Enter for the preview, Enter to confirm, Y.
	await app.type(`\u001b[15~${path.join(folder, 'clean-25.csv')}\r`);
	await app.type('\r\ry');
	expect(app.screen()).toContain('Imported and saved.');
	expect((await app.stored()).users.length).toBe(25);
});

it('takes an Esc in the middle for what it is', async () => {
	const app = await openApp({users: 2});
	const before = (await app.stored()).users;
	await app.type('abc\u001bx\r');
	expect((await app.stored()).users.map((user) => user.firstName)).toEqual(['x', before[1]?.firstName]);
});
