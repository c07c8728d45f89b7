import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFiles, openApp} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';

const sheet = makeSheet(8);
const [first, second] = sheet.users;
const staff = `Email address,First name\n${first?.email},Renamed\n${second?.email},${second?.firstName}\n`;

it.each([
	{columns: 80, rows: 24},
	{columns: 60, rows: 15},
])('lists who is not in the file, and marks them in the grid ($columns×$rows)', async (size) => {
	const folder = makeFiles({'staff.csv': staff});
	const app = await openApp({sheet, ...size});
	await app.press('import.open');
	await app.type(path.join(folder, 'staff.csv'));
	await app.press('import.read', goToOption('overwrite'), 'import.change-option');
	await app.press(goToOption('matchBy'), 'import.change-option', 'import.preview', 'missing.open');
	expect(app.screen()).toContain('Missing users');
	expect(app.text()).toContain('6 users of 8 are not in the file.');
	expect(app.text()).toContain('probably not whole');
	expect(app.screen()).not.toContain(first?.email);
	await app.press('missing.mark');
	expect(app.text()).toContain('6 missing users marked in the grid');
	await app.press('missing.close', 'import.commit', 'confirm.yes', 'missing.open');
	expect(app.text()).toContain('6 users of 8 are not in the file.');
	await app.press('missing.scope', 'table.down', 'choice.choose');
	expect(app.screen()).toContain(`profile ${sheet.profiles[0]?.name}`);
	await app.press('missing.close', 'import.finish');
	expect(app.screen()).toContain('6 marked');
	expect((await app.stored()).users).toHaveLength(8);
});

it('says why it cannot say who is missing', async () => {
	const folder = makeFiles({'staff.csv': 'Last name,Email address\nA,a@example.com\n'});
	const app = await openApp({sheet});
	await app.press('import.open');
	await app.type(path.join(folder, 'staff.csv'));
	await app.press('import.read', 'import.preview', 'missing.open');
	expect(app.text()).toContain('The file has no ID to find users by.');
});
