import {readFileSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';

it('keeps what was typed while the store is damaged, says why, and saves all of it when it is mended', async () => {
	const app = await openApp({users: 2});
	const file = path.join(app.directory, 'users.json');
	const whole = readFileSync(file);
	writeFileSync(file, '{"garbage');
	await app.type('Zoe');
	await app.press('cell.commit-down');
	expect(app.text()).toContain(`!Not saved: ${file} is damaged:`);
	expect(app.text()).toContain('The file is left as it is.');
	expect(app.screen()).toContain('! 1 not saved. Ctrl+S tries again.');
	expect(readFileSync(file, 'utf8')).toBe('{"garbage');
	await app.type('Yara');
	await app.press('cell.commit-down');
	expect(app.screen()).toContain('! 2 not saved. Ctrl+S tries again.');
	expect(app.screen()).toMatch(/ 1 Zoe /);

	writeFileSync(file, whole);
	await app.press('store.retry');
	expect(app.screen()).toContain('All saved');
	expect((await app.stored()).users.map((user) => user.firstName)).toEqual(['Zoe', 'Yara']);
});

it('asks before it quits with something unsaved, and names the reason', async () => {
	const app = await openApp({users: 1});
	const file = path.join(app.directory, 'users.json');
	renameSync(file, `${file}.away`);
	await app.type('Zoe');
	await app.press('cell.commit-down');
	expect(app.text()).toContain('was there a moment ago and is gone. Nothing was saved.');
	await app.press('app.quit');
	expect(app.text()).toContain('Quit? 1 change is not saved and would be lost:');
	await app.press('confirm.no');
	renameSync(`${file}.away`, file);
	await app.press('store.retry');
	expect(app.screen()).toContain('All saved');
	expect(await app.quit()).toBe(0);
	expect((await app.stored()).users[0]?.firstName).toBe('Zoe');
});

it('says on the result page of an import that it is not saved', async () => {
	const app = await openApp({users: 1});
	writeFileSync(path.join(app.directory, 'users.json'), '');
	writeFileSync(path.join(app.directory, 'new.csv'), 'Last name,Email address\nArcher,ann@example.com\n');
	await app.press('import.open');
	await app.type(path.join(app.directory, 'new.csv'));
	await app.press('import.read', 'import.preview', 'import.commit', 'confirm.yes');
	expect(app.screen()).toContain('! Imported on the screen, but not saved:');
	await app.press('import.finish');
	expect(app.screen()).toContain('! 1 not saved.');
});

it('says that there is nothing to save again', async () => {
	const app = await openApp({users: 1});
	await app.press('store.retry');
	expect(app.screen()).toContain('All changes are saved; saving is automatic.');
});
