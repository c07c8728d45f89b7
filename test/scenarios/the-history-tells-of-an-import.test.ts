import path from 'node:path';
import {expect, it} from 'vitest';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';
import {makeFiles, openApp} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';

const csv = [
	'ID,Last name,Email address,Deployment PIN',
	'1,Archer,a@example.com,482913',
	'2,Butcher,b@example.com,',
	'3,Carter,c@example.com,',
	'9,Nobody,n@example.com,',
	'4,Dunn,no address,',
	'5,Evans,e@example.com,',
].join('\n');
const link = {deploymentLink: 'https://redirect.example.com/1'};
const sheet = sheetOf(
	makeUser(1, {...link, lastName: 'Archer', email: 'a@example.com'}),
	makeUser(2, {...link, lastName: 'Baker', email: 'b@example.com'}),
	makeUser(3, {lastName: 'Carter', email: 'c@example.com'}),
	makeUser(4, {lastName: 'Dunn', email: 'd@example.com'}),
	makeUser(5, {lastName: 'Ewing', email: 'e@example.com'}),
);

it.each([
	{columns: 80, rows: 24},
	{columns: 60, rows: 15},
])('what became of its rows, and what its users need now ($columns×$rows)', async (size) => {
	const folder = makeFiles({'staff.csv': csv});
	const app = await openApp({sheet, ...size});
	await app.press('import.open');
	await app.type(path.join(folder, 'staff.csv'));
	await app.press('import.read', goToOption('overwrite'), 'import.change-option');
	await app.press(
		goToOption('partial'),
		'import.change-option',
		'import.preview',
		'table.last',
		'import.leave-out',
	);
	await app.press('import.commit', 'confirm.yes', 'import.finish', 'table.clear', 'table.clear');
	await app.press('user.delete', 'confirm.yes', 'history.open');
	await app.waitForScreen(/Delete Archer/);
	await app.press('table.down', 'history.open-entry');
	await app.waitForScreen(/Rows: 3 updated, 1 rejected, 1 left out, 1 unchanged/);
	expect(app.screen()).toContain('Now: 1 to deploy, 1 without a link; 1 deleted since');
	await app.press('history.show-users');
	await app.waitForScreen(/2 users of change 2 are shown and marked/);
	expect(app.screen()).toMatch(/\* +2 .*\n.*\* +5 /);
	expect(app.screen()).not.toContain('Carter');
});

it('has no users to show where all of them are gone', async () => {
	const app = await openApp({sheet});
	await app.press('user.delete', 'confirm.yes', 'history.open', 'history.open-entry');
	await app.waitForScreen(/Change 2/);
	await app.press('history.show-users');
	expect(app.text()).toContain('None of its users is in the sheet now.');
});
