import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFiles, openApp} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';

it.each([
	{columns: 80, rows: 24},
	{columns: 60, rows: 15},
])('makes the users of MiCollab Client Service, read-only here ($columns×$rows)', async (size) => {
	const folder = makeFiles({'cs.csv': 'Last name,Email address,Login ID\nNew,new@example.com,nnew\n'});
	const sheet = makeSheet(2);
	const app = await openApp({sheet, ...size});
	await app.press('import.open');
	await app.type(path.join(folder, 'cs.csv'));
	await app.press('import.read', goToOption('source'), 'import.change-option');
	expect(app.screen()).toMatch(/Synchronise with +MiCollab Client Service/);
	expect(app.screen()).not.toContain('Allow overwrite');
	await app.press('import.preview', 'import.commit', 'confirm.yes', 'import.finish');
	expect((await app.stored()).users.at(-1)).toMatchObject({
		lastName: 'New',
		origin: 'client-service',
		sourceId: 'nnew',
	});
	await app.press('table.clear', 'table.clear', '/');
	await app.type('source:client-service self-deploy:yes');
	await app.press('filter.keep');
	expect(app.screen()).toMatch(/= +3/);
});
