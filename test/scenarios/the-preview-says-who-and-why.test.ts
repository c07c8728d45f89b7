import path from 'node:path';
import {expect, it} from 'vitest';
import {type AppDriver, makeFiles, openApp, sampleProfiles} from '../helpers/app-driver.tsx';
import {sizes, walk} from '../helpers/expect-fit.ts';
import {goToOption} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';

const long = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh';
const address = `${'very.long.local.part.'.repeat(3)}@x`;
const start = makeSheet(2);
const sheet = {
	...start,
	users: start.users.map((user, index) => ({
		...user,
		firstName: ['Hubert', '小明'][index] ?? '',
		lastName: [long, '欧阳修欧阳修'][index] ?? '',
		email: 'a.rather.long.address@old.example',
		deploymentPin: '824613',
		pbxSipPassword: 's3cret',
	})),
};
const header = 'ID,Last name,Email address,Deployment PIN,PBX SIP password';

async function openPreview(row: string, size: {readonly columns: number; readonly rows: number}) {
	const folder = makeFiles({'edited.csv': `${header}\n1,${row}\n2,欧阳修欧阳修,x@,824613,s3cret\n`});
	const app = await openApp({sheet, ...size});
	await app.press('import.open');
	await app.type(path.join(folder, 'edited.csv'));
	await app.press('import.read', goToOption('overwrite'), 'import.change-option');
	await app.press('import.preview');
	return app;
}

/** The screen as one line of text, with line breaks inside words joined. */
const flat = (app: AppDriver) => app.screen().replaceAll(/\n ?/g, '');

it.each(sizes.slice(0, 3))('at %i×%i, who and the whole reason stand in the table', async (columns, rows) => {
	const app = await openPreview(`${long},${address},82461,s3cret`, {columns, rows});
	expect(app.screen()).toMatch(/>\s+2\s+Hubert W?.*…?\s.*Not an e-mail address/);
	expect(app.screen()).toMatch(/ 3\s+小明 .*Not an e-mail address/);
});

it.each(sizes.slice(0, 3))(
	'at %i×%i, the line under the cursor is shown uncut below',
	async (columns, rows) => {
		const app = await openPreview(`${long},${address},82461,s3cret`, {columns, rows});
		expect(flat(app)).toContain(address);
		expect(flat(app)).toContain(long);
		expect(app.screen()).toMatch(/> +2 +/);
		await walk(app, 'table.down', 'table.down', 'table.last', 'table.first');
	},
);

it('shows what differs, and PINs when asked, but never a password', async () => {
	const row = `${long},a.rather.long.address@new.example,907315,n3wsecret`;
	const app = await openPreview(row, {columns: 80, rows: 24});
	await app.press('import.next-tab', 'import.next-tab');
	expect(flat(app)).toMatch(/address@old\.example →\s?a\.rather\.long\.address@new\.example/);
	expect(flat(app)).toMatch(/Deployment PIN: •••• →\s?••••/);
	expect(app.screen()).toMatch(/ 2 +Hubert .*…\S*old\S* → …\S*new/);
	expect(app.screen()).not.toMatch(/824613|907315|s3cret/);
	await app.press('table.row-end', 'pin.reveal');
	expect(app.screen()).toContain('824613 → 907315');
	expect(app.screen()).not.toMatch(/s3cret/);
});

it.each(sizes.slice(0, 3))(
	'at %i×%i, a new user is shown with what would be stored, but no password',
	async (columns, rows) => {
		const folder = makeFiles();
		const app = await openApp({columns, rows, profiles: sampleProfiles()});
		await app.press('import.open');
		await app.type(path.join(folder, 'clean-25.csv'));
		await app.press('import.read', 'import.preview', 'pin.reveal');
		expect(flat(app)).toMatch(/Line 2, create, Ann Archer: ?Deployment PIN \d{4,}, ?Profile ?Default/);
		expect(app.text()).not.toContain('password');
		expect(app.screen()).toMatch(/ 4 +Carla Costa /);
	},
);

it('shows a refused PIN when asked', async () => {
	const app = await openPreview(`${long},a@x.example,82a61,s3cret`, {columns: 80, rows: 24});
	expect(app.screen()).toMatch(/Deployment PIN +•••• +Only digits are allowed/);
	await app.press('pin.reveal');
	expect(app.screen()).toMatch(/Deployment PIN +82a61 +Only digits are allowed/);
	expect(flat(app)).toContain('Deployment PIN "82a61"');
	expect(app.screen()).not.toMatch(/s3cret/);
});
