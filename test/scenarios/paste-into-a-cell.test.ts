import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';

it('starts a new value with what is pasted, as one line, and keeps it on Enter', async () => {
	const app = await openApp({users: 2});
	await app.paste('Ann\nMaria\r\n');
	expect(app.screen()).toMatch(/Row 1 of 2/);
	await app.press('escape');
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

it('runs no command that is in it, and says of a block what to do with it', async () => {
	const app = await openApp({users: 2});
	const before = await app.stored();
	await app.paste('a\tb\nc\td\n');
	expect(app.text()).toContain('save it as a CSV file and import it with F5');
	await app.press('user.delete');
	await app.paste('y');
	expect(app.screen()).toContain('Please confirm');
	await app.press('confirm.no');
	expect(await app.stored()).toEqual(before);
});
