import path from 'node:path';
import {expect, it} from 'vitest';
import {type AppDriver, makeFiles, openApp} from '../helpers/app-driver.tsx';
import {makeSheet} from '../helpers/make-users.ts';

const [first] = makeSheet(2).users;
const sheet = makeSheet(2);

async function openFile(name: string, text: string, size = {columns: 80, rows: 24}): Promise<AppDriver> {
	const folder = makeFiles({[name]: text});
	const app = await openApp({sheet, ...size});
	await app.press('import.open');
	await app.type(path.join(folder, name));
	await app.press('import.read');
	return app;
}

const again = `Last name,Email address\nRenamed,${first?.email}\nNew,new@example.com\n`;

it.each([
	{columns: 80, rows: 24},
	{columns: 60, rows: 15},
])(
	'shows what is open, asks before anything is written, and skips with the first key ($columns×$rows)',
	async (size) => {
		const app = await openFile('again.csv', again, size);
		expect(app.screen()).toMatch(/ !Possible duplicates +1 row: skip, create or update\?/);
		await app.press('import.preview', 'import.commit');
		expect(app.screen()).toContain('The file has 1 possible duplicate.');
		expect((await app.stored()).users).toEqual(sheet.users);
		await app.press('choice.choose', 'import.commit');
		expect(app.screen()).toContain('Left out: 1 possible duplicate.');
		await app.press('confirm.yes');
		expect((await app.stored()).users.map(({lastName}) => lastName)).toEqual([
			...sheet.users.map(({lastName}) => lastName),
			'New',
		]);
	},
);

it.each([
	{columns: 80, rows: 24},
	{columns: 60, rows: 15},
])(
	'says on the options and in the question that the same file was imported before ($columns×$rows)',
	async (size) => {
		const app = await openFile('again.csv', again, size);
		await app.press('import.preview', 'import.commit', 'choice.choose', 'import.commit', 'confirm.yes');
		await app.press('import.finish', 'import.open');
		await app.press('table.down');
		const folder = makeFiles({'other-name.csv': again});
		await app.press('up', 'ctrl+u');
		await app.type(path.join(folder, 'other-name.csv'));
		await app.press('import.read');
		expect(app.text()).toMatch(/Imported before: change 2, \d{4}-\d\d-\d\d \d\d:\d\d, by /);
		await app.press('import.preview', 'import.commit', 'table.down', 'choice.choose', 'import.commit');
		expect(app.text()).toContain('Imported before: change 2, ');
		await app.press(
			'confirm.no',
			'import.back-to-options',
			'import.back-to-file',
			'import.leave',
			'change.undo',
		);
		await app.press('import.open');
		await app.type(path.join(folder, 'other-name.csv'));
		await app.press('import.read');
		expect(app.text()).toContain('Imported before and undone since: ');
	},
);

it('updates the user that a row looks like', async () => {
	const app = await openFile('again.csv', again);
	await app.press('import.preview', 'import.commit', 'table.down', 'table.down', 'choice.choose');
	expect(app.screen()).toContain('[Create 1]   Update 1 ');
	await app.press('import.commit', 'confirm.yes');
	const {users} = await app.stored();
	expect(users).toHaveLength(3);
	expect(users[0]).toEqual({...first, lastName: 'Renamed'});
});

it('offers overwrite in one key where all IDs are those of users (rules.md 3.2)', async () => {
	const app = await openFile('pins.csv', 'ID,Deployment PIN\n1,471147\n2,471148\n');
	expect(app.screen()).toContain('IDs are known here: O turns overwrite import on.');
	expect(app.footer()).toContain('O Overwrite');
	await app.press('import.preview', 'import.commit');
	expect(app.text()).toContain('press O to turn overwrite import on');
	await app.press('import.turn-on-overwrite');
	expect(app.screen()).toContain('Update 2 ');
	await app.press('import.commit', 'confirm.yes');
	expect((await app.stored()).users.map(({deploymentPin}) => deploymentPin)).toEqual(['471147', '471148']);
});
