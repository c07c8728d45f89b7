import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFiles, openApp, sampleProfiles} from '../helpers/app-driver.tsx';
import {badExcelFile, damages, doubled} from '../helpers/bad-excel-file.ts';
import type {Keys} from '../helpers/go-to.ts';

const most = 60;

it(`takes at most ${most} keys from a German Excel file with twelve kinds of error to a clean import`, async () => {
	expect(damages.length + 1).toBe(12);
	const folder = makeFiles();
	expect(readFileSync(path.join(folder, 'excel-errors.csv'))).toEqual(badExcelFile());
	const app = await openApp({profiles: sampleProfiles()});
	let keys = 0;
	const press = async (...ids: readonly Keys[]): Promise<void> => {
		for (const id of ids) await app.press(id);
		keys += ids.length;
	};
	const type = async (text: string): Promise<void> => {
		await app.type(text);
		keys += text.length;
	};
	await app.press('import.open');
	await app.type(path.join(folder, 'excel-errors.csv'));
	await press('import.read');
	expect(app.screen()).toContain('400 rows, Windows-1252, semicolon');
	await press('import.preview');
	expect(app.screen()).toMatch(/\[Rejected \d\d\]/);
	// What is wrong in the same way is put right together, one kind after the other.
	while (!app.screen().includes('[Rejected 2]')) {
		await press('import.take-alike');
		expect(app.screen()).toMatch(/fix (?:it|all \d+ alike)\?/);
		await press('confirm.yes');
		expect(keys).toBeLessThan(most);
	}
	// What only a person knows is typed.
	await press('import.edit-cell');
	await type('ilse@firma.example');
	await press('cell.commit-down', 'import.edit-cell');
	await type('Groß');
	await press('cell.commit-down');
	expect(app.screen()).toContain('[Rejected 0]');
	// What is doubtful is put right, too, and what is in the file twice goes in once.
	await press('import.commit', 'choice.choose', 'import.commit', 'choice.choose', 'import.commit');
	expect(app.text()).toMatch(new RegExp(`Import ${400 - doubled} rows: ${400 - doubled} created`));
	await press('confirm.yes');
	expect(app.screen()).toContain('Imported and saved.');
	expect(app.screen()).toContain('put right');
	const {users} = await app.stored();
	expect(users.length).toBe(400 - doubled);
	for (const user of users) {
		expect(user.email).toMatch(/^[\w.-]+@firma\.example$/);
		expect(user.lastName).not.toBe('');
		expect(user.directoryNumber).toMatch(/^3\d{3}$/);
		expect(user.deploymentPin).toMatch(/^\d{4}$/);
		expect(['Default', 'Branch Berlin']).toContain(user.profile);
	}
	expect(keys).toBeLessThanOrEqual(most);
});
