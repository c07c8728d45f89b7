import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFiles, openApp} from '../helpers/app-driver.tsx';
import {sizes, walk} from '../helpers/expect-fit.ts';

const csv = [
	'Name;Emial address;Durchwahl;PIN;Kostenstelle;Number;Kennwort',
	'Archer, Ann;ann@example.com;2001;824613;K-77;2001;s3cret',
	'Baker, Ben;ben@example.com;2002;907315;K-78;2002;s4cret',
	'',
].join('\n');

it.each(sizes)('fit at %i×%i, and show no secret', async (columns, rows) => {
	const folder = makeFiles({'bad.csv': csv});
	const app = await openApp({columns, rows});
	await app.press('import.open');
	await app.type(path.join(folder, 'bad.csv'));
	await walk(app, 'import.read', 'import.choose-field', 'table.down', 'choice.choose');
	await walk(
		app,
		'import.accept-suggestions',
		'table.down',
		'table.down',
		'import.choose-field',
		'choice.choose',
	);
	for (let step = 0; step < 4; step += 1) {
		await walk(app, 'table.down');
		expect(app.screen()).not.toMatch(/824613|907315|s[34]cret/);
	}
	await walk(app, 'import.choose-field');
	expect(app.screen()).not.toMatch(/824613|907315|s[34]cret/);
	await walk(app, 'choice.cancel', 'import.close-columns', 'import.preview');
	expect(app.screen()).toContain('Create 2');
});
