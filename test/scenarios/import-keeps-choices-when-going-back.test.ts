import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFiles, openApp, sampleProfiles} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';

it('loses no choice between the steps', async () => {
	const folder = makeFiles();
	const app = await openApp({profiles: sampleProfiles()});
	await app.press('import.open');
	await app.type(path.join(folder, 'rejects.csv'));
	await app.press('import.read', goToOption('profile'), 'import.change-option');
	expect(app.screen()).toContain('Profile of the imported users');
	await app.press('table.down', 'table.down', 'choice.choose');
	await app.press(goToOption('partial'), 'import.change-option');
	await app.press(goToOption('duplicates'), 'import.change-option');
	const chosen = app.terminal.screen().slice(2, 8);
	expect(chosen.join('\n')).toMatch(/partial import +yes: .*\n.*\n +Profile +Remote workers\n/);
	expect(chosen[1]).toMatch(/^>.*skip 1 row:/);

	await app.press('import.preview', 'import.next-tab', 'import.back-to-options');
	expect(app.terminal.screen().slice(2, 8)).toEqual(chosen);
	await app.press('import.back-to-file');
	expect(app.screen()).toContain(`>File: ${folder}/rejects.csv`);
	await app.press('import.read');
	expect(app.terminal.screen().slice(2, 8)).toEqual(chosen);
	await app.press('import.preview', 'import.commit', 'confirm.no');
	expect(app.screen()).toContain('>3 Preview');
});
