import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';

it('starts a new value with what is pasted and keeps it on Enter', async () => {
	const app = await openApp({users: 2});
	await app.paste('  Ann Maria \n');
	expect(app.screen()).toMatch(/> +1 Ann Maria/);
	await app.press('cell.commit-down');
	expect((await app.stored()).users[0]?.firstName).toBe('Ann Maria');
});

it('puts it at the caret of a cell that is open', async () => {
	const app = await openApp({users: 1});
	await app.type('An');
	await app.paste('na\t2\n');
	await app.press('cell.commit-down');
	expect((await app.stored()).users[0]?.firstName).toBe('Anna 2');
});

it('runs no command that is in it', async () => {
	const app = await openApp({users: 2});
	const before = await app.stored();
	await app.press('user.delete');
	await app.paste('y');
	expect(app.screen()).toContain('Please confirm');
	await app.paste('a\tb\nc\td\n');
	expect(app.text()).toContain('That is a block of several cells');
	await app.press('confirm.no');
	expect(await app.stored()).toEqual(before);
});
