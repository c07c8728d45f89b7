import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFiles, openApp} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';

const sheet = makeSheet(2);
const [first] = sheet.users;
const staff = `First name,Last name,Email address\nRenamed,${first?.lastName},${first?.email}\nNew,New,new@example.com\n`;

it.each([
	{columns: 80, rows: 24},
	{columns: 60, rows: 15},
])('an export of another system updates users by e-mail ($columns×$rows)', async (size) => {
	const folder = makeFiles({'staff.csv': staff});
	const app = await openApp({sheet, ...size});
	await app.press('import.open');
	await app.type(path.join(folder, 'staff.csv'));
	await app.press('import.read', goToOption('overwrite'), 'import.change-option');
	expect(app.text()).toContain('Find users by e-mail address');
	await app.press(goToOption('matchBy'), 'import.change-option');
	expect(app.screen()).toMatch(/Find users by +e-mail address/);
	expect(app.screen()).toMatch(/!Rows without a user +1 row: skip or create\?/);
	await app.press('import.preview', 'import.commit');
	expect(app.screen()).toContain('The file has 1 row that fits no user.');
	await app.press('table.down', 'choice.choose', 'import.commit');
	expect(app.screen()).toContain('1 created, 1 updated?');
	await app.press('confirm.yes');
	expect((await app.stored()).users.map(({firstName}) => firstName)).toEqual([
		'Renamed',
		sheet.users[1]?.firstName,
		'New',
	]);
});
