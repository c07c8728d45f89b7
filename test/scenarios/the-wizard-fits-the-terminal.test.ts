import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFiles, openApp, sampleProfiles} from '../helpers/app-driver.tsx';
import {sizes, walk} from '../helpers/expect-fit.ts';

it.each(sizes)('at %i×%i, from the file to the result and back', async (columns, rows) => {
	const folder = makeFiles();
	const app = await openApp({columns, rows, profiles: sampleProfiles()});
	await walk(app, 'import.open', 'import.read', 'table.down');
	await app.press('up', 'ctrl+u');
	await app.type(path.join(folder, 'gone.csv'));
	await walk(app, 'import.read');
	await app.press('ctrl+u');
	await app.type(path.join(folder, 'clean-25.csv'));
	await walk(app, 'import.read', 'import.preview', 'table.page-down', 'import.commit', 'confirm.yes');
	await app.press('import.finish', 'import.open');
	await app.type(path.join(folder, 'rejects.csv'));
	await walk(app, 'import.read', ...Array.from({length: 4}, () => 'table.down'));
	await walk(app, 'import.preview', 'import.commit', 'table.last', 'import.write-rejects');
	await app.press('ctrl+u');
	await app.type(path.join(folder, 'no', 'such', 'folder', 'rejects.csv'));
	await walk(app, 'export.write', 'export.cancel', 'import.next-tab', 'help.open', 'commands.close');
	await walk(app, 'import.back-to-options', 'import.back-to-file', 'import.leave');
	expect(app.screen()).toContain('Row 1 of 25');
});
