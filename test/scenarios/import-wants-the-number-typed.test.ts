import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFiles, openApp} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';

const sheet = makeSheet(12);

it.each([
	{columns: 80, rows: 24},
	{columns: 60, rows: 15},
])('asks for the number where all users change ($columns×$rows)', async (size) => {
	const rows = sheet.users.map(({id}) => `${id},83640${id}`);
	const folder = makeFiles({'pins.csv': ['ID,PIN', ...rows, ''].join('\n')});
	const app = await openApp({sheet, ...size});
	await app.press('import.open');
	await app.type(path.join(folder, 'pins.csv'));
	await app.press('import.read', goToOption('overwrite'), 'import.change-option');
	await app.press('import.preview', 'import.commit');
	expect(app.text()).toContain('12 users change: 100% of all.');
	expect(app.text()).toContain('Deployment PIN of 12 users changes.');
	await app.press('confirm.accept-typed');
	expect(app.text()).toContain('Type 12 to do it.');
	await app.type('11');
	await app.press('confirm.accept-typed');
	expect((await app.stored()).users).toEqual(sheet.users);
	await app.press('backspace');
	await app.type('2');
	await app.press('confirm.accept-typed');
	expect((await app.stored()).users.map(({deploymentPin}) => deploymentPin)).toEqual(
		sheet.users.map(({id}) => `83640${id}`),
	);
});

it('leaves it with one key', async () => {
	const folder = makeFiles({
		'pins.csv': ['ID,PIN', ...sheet.users.map(({id}) => `${id},8364`), ''].join('\n'),
	});
	const app = await openApp({sheet});
	await app.press('import.open');
	await app.type(path.join(folder, 'pins.csv'));
	await app.press('import.read', goToOption('overwrite'), 'import.change-option');
	await app.press('import.preview', 'import.commit');
	expect(app.text()).toContain('sets one PIN for many users without a file');
	await app.type('12');
	await app.press('confirm.leave-typed');
	expect(app.screen()).not.toContain('To do it');
	expect((await app.stored()).users).toEqual(sheet.users);
});
