import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {type AppDriver, makeFiles, openApp, sampleProfiles} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';

/** Opens the wizard with a sample, up to the options. */
async function openSample(name: string): Promise<{readonly app: AppDriver; readonly folder: string}> {
	const folder = makeFiles();
	const app = await openApp({profiles: sampleProfiles()});
	await app.press('import.open');
	await app.type(path.join(folder, name));
	await app.press('import.read');
	return {app, folder};
}

describe('choosing the file', () => {
	it('completes what is typed and lists what fits', async () => {
		const folder = makeFiles();
		const app = await openApp();
		await app.press('import.open');
		await app.type(`${folder}/`);
		expect(app.screen()).toMatch(/clean-25\.csv +4 kB/);
		expect(app.screen()).toMatch(/german-excel\.csv +1 kB/);
		expect(app.screen()).not.toContain('profiles.json');
		await app.type('cl');
		expect(app.screen()).not.toContain('german-excel.csv');
		await app.press('import.complete');
		expect(app.screen()).toContain(`>File: ${folder}/clean-25.csv`);
	});

	it('takes one from the list, also from a folder in it', async () => {
		const folder = makeFiles();
		const app = await openApp();
		await app.press('import.open');
		await app.type(`${path.dirname(folder)}/${path.basename(folder)}`);
		await app.press('table.down', 'import.read', 'table.down');
		expect(app.screen()).toMatch(/> .*clean-25\.csv/);
		await app.press('import.read');
		expect(app.screen()).toContain('>2 Options');
		expect(app.screen()).toContain('25 rows');
	});

	it('says in one sentence why a file cannot be used, and lets another one be typed', async () => {
		const {app, folder} = await openSample('gone.csv');
		expect(app.text()).toContain('cannot be read: there is no such file or folder.');
		await app.press('ctrl+u');
		await app.type(`${folder}/profiles.json`);
		await app.press('import.read');
		expect(app.screen()).toContain('>1 File');
		expect(app.text()).toMatch(/! Line 1: There is no header: .+\./);
		await app.press('import.leave');
		expect(app.screen()).toContain('0 users');
	});
});

describe('from the options to the result', () => {
	it('shows what was matched, what goes in and what is asked, then writes, and one undo takes it all back', async () => {
		const {app} = await openSample('clean-25.csv');
		expect(app.screen()).toContain('25 rows: 25 to create, 0 to update, 0 unchanged, 0 rejected');
		expect(app.screen()).toContain('14 columns matched');
		expect(app.footer()).toContain('Enter Preview');
		await app.press('import.preview');
		expect(app.screen()).toContain('Rejected 0   [Create 25]   Update 0    Look at 0    All 25');
		expect(app.screen()).toContain('Row 1 of 25');
		expect(app.screen()).toMatch(/> +2 +Ann Archer +Default +Ann +Archer/);
		await app.press('import.commit');
		expect(app.screen()).toContain('Import 25 rows: 25 created, 0 updated?');
		expect((await app.stored()).users).toEqual([]);
		await app.press('confirm.yes');
		expect(app.screen()).toContain('Imported and saved.');
		expect(app.screen()).toMatch(/Created +25/);
		expect((await app.stored()).users.length).toBe(25);
		await app.press('import.finish');
		expect(app.screen()).toContain('Row 1 of 25');
		await app.press('change.undo');
		expect((await app.stored()).users).toEqual([]);
		expect(app.screen()).toContain('Undone: Import clean-25.csv: 25 created.');
	});

	it('can be taken back on the result page too', async () => {
		const {app} = await openSample('german-excel.csv');
		expect(app.screen()).toContain('Windows-1252, semicolon');
		await app.press('import.preview', 'import.commit', 'confirm.yes');
		const {users} = await app.stored();
		expect(users.map((user) => user.lastName)).toContain('Weiß; geb. Groß');
		await app.press('import.undo');
		expect((await app.stored()).users).toEqual([]);
		expect(app.screen()).toContain('0 users');
	});

	it('shows before and after of what an overwrite changes', async () => {
		const {app, folder} = await openSample('clean-25.csv');
		await app.press('import.preview', 'import.commit', 'confirm.yes', 'import.finish', 'import.open');
		await app.type(`${folder}/overwrite.csv`);
		await app.press('import.read', goToOption('partial'), 'import.change-option');
		await app.press(goToOption('overwrite'), 'import.change-option', 'import.preview');
		expect(app.screen()).toContain('[Rejected 1]');
		expect(app.screen()).toContain('ID "4711": There is no such user.');
		await app.press('import.next-tab', 'import.next-tab');
		expect(app.screen()).toMatch(/ 3 +Ben Baker +2 .*Baker → Baker/);
		await app.press('import.next-tab', 'import.next-tab', 'table.last');
		expect(app.screen()).toMatch(/> +24 Tina/);
		await app.press('table.first');
		expect(app.screen()).toMatch(/> +5 Dmitri/);
	});

	it('writes a template to fill in', async () => {
		const {app, folder} = await openSample('gone.csv');
		await app.press('import.template', 'ctrl+u');
		await app.type(`${folder}/template.csv`);
		await app.press('export.write');
		expect(app.screen()).toContain('Written: ');
		await app.press('ctrl+u');
		await app.type(`${folder}/template.csv`);
		await app.press('import.read');
		expect(app.screen()).toContain('0 rows: 0 to create');
		await app.press('import.preview', 'import.commit');
		expect(app.screen()).toContain('There is nothing to import.');
	});
});
