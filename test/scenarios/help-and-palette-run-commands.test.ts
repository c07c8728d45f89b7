import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFiles, openApp} from '../helpers/app-driver.tsx';

it('help lists all keys, is searched by typing, and runs what is chosen', async () => {
	const app = await openApp({users: 3});
	await app.press('help.open');
	expect(app.screen()).toContain('All keys  1 of ');
	expect(app.screen()).toMatch(/Enter, F2 +Edit the cell/);
	await app.type('delete marked');
	expect(app.screen()).toMatch(/> +Ctrl\+K +Delete the marked users/);
	await app.press('commands.run');
	expect(app.screen()).toMatch(/Delete .+ \(ID 1\)\?/);
	await app.press('confirm.yes');
	expect((await app.stored()).users.length).toBe(2);
});

it('the palette runs what has no key', async () => {
	const app = await openApp({users: 1});
	await app.press('palette.open');
	await app.type('stand-alone');
	await app.press('commands.run');
	expect(app.screen()).toContain('Switch stand-alone deployment on?');
	expect((await app.stored()).settings.standAlone).toBe(false);
	await app.press('confirm.yes');
	expect(app.screen()).toContain('Stand-alone deployment: on.');
	expect(app.screen()).toContain('Row 1 of 1 · stand-alone');
	expect((await app.stored()).settings.standAlone).toBe(true);
	await app.press('change.undo');
	expect((await app.stored()).settings.standAlone).toBe(false);
});

it('the palette writes a dated copy of the sheet', async () => {
	const app = await openApp({users: 1});
	await app.press('palette.open');
	await app.type('dated copy');
	await app.press('commands.run');
	expect(app.screen()).toMatch(/A dated copy was written:\s+\S*users-\d{8}-/);
});

it('says when nothing fits, and does nothing then', async () => {
	const app = await openApp({users: 1});
	const before = await app.stored();
	await app.press('palette.open');
	await app.type('zzz');
	expect(app.screen()).toContain('No command fits “zzz”.');
	await app.press('commands.run');
	expect(app.screen()).toContain('Commands  0 of 0');
	expect(await app.stored()).toEqual(before);
});

it('takes the names that Vim has: a file, a user, and the way out, typed ahead', async () => {
	const folder = makeFiles();
	const app = await openApp({users: 12});
	await app.type(`:e ${path.join(folder, 'clean-25.csv')}\r`);
	expect(app.screen()).toContain('clean-25.csv');
	expect(app.screen()).toContain('Options');
	await app.press('escape', 'escape');
	await app.type(':12\r');
	expect(app.screen()).toMatch(/^> +12 /m);
	await app.type(':q\r');
	expect(await app.exit).toBe(0);
	expect((await app.stored()).settings.standAlone).toBe(false);
});

it('says why a command cannot be run, and where it can', async () => {
	const app = await openApp({users: 1});
	await app.press('palette.open');
	await app.type('undo');
	expect(app.screen()).toContain('(Nothing has been ch…');
	await app.press('commands.run');
	expect(app.screen()).toContain(' Nothing has been changed since the sheet was opened.');
	await app.press('commands.close', 'help.open');
	await app.type('another');
	await app.press('commands.run');
	expect(app.screen()).toContain('Works elsewhere: In the form.');
});

it('opens wherever text is typed, too', async () => {
	const app = await openApp({users: 1});
	await app.press('user.add');
	await app.type('?:');
	expect(app.screen()).toMatch(/First name +\?:/);
	await app.press('palette.open-anywhere');
	await app.type('generate');
	await app.press('commands.run');
	expect(app.screen()).toContain('A PIN was generated.');
	expect(app.screen()).toMatch(/Deployment PIN +••••••/);
});
