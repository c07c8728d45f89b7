import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFolder, openApp, sampleProfiles} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';

it('finds every row of its own export unchanged (rules.md 3.18)', async () => {
	const folder = makeFolder();
	const app = await openApp({users: 40, profiles: sampleProfiles()});
	const before = await app.stored();
	await app.press('user.export', 'ctrl+u');
	expect(app.screen()).toContain('Export all 40 users');
	await app.type(path.join(folder, 'users.csv'));
	await app.press('export.write');
	expect(app.screen()).toContain(`Written: ${folder}/users.csv`);
	const text = readFileSync(path.join(folder, 'users.csv'), 'utf8');
	expect(text.startsWith('\ufeffID,Profile,First name,')).toBe(true);
	expect(text).not.toMatch(/password|Voicemail PIN/);

	await app.press('import.open');
	await app.type(path.join(folder, 'users.csv'));
	await app.press('import.read', goToOption('overwrite'), 'import.change-option');
	expect(app.screen()).toContain('40 rows: 0 to create, 0 to update, 40 unchanged, 0 rejected');
	await app.press('import.preview', 'import.commit');
	expect(app.screen()).toContain('There is nothing to import.');
	expect(await app.stored()).toEqual(before);
});

it('exports only those marked, and says why it cannot write', async () => {
	const folder = makeFolder();
	const app = await openApp({users: 3});
	await app.press('table.down', 'table.mark', 'user.export', 'ctrl+u');
	expect(app.screen()).toContain('Export 1 of 3 users: those marked');
	await app.type(path.join(folder, 'missing', 'users.csv'));
	await app.press('export.write');
	expect(app.text()).toContain('cannot be written: there is no such file or folder.');
	await app.press('ctrl+u');
	await app.type(path.join(folder, 'one.csv'));
	await app.press('export.write');
	const rows = readFileSync(path.join(folder, 'one.csv'), 'utf8').trimEnd().split('\r\n');
	expect(rows.map((row) => row.split(',')[0])).toEqual(['\ufeffID', '2']);
});
