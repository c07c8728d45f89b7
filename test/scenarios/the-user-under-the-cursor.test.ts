import {describe, expect, it} from 'vitest';
import {type AppDriver, openApp} from '../helpers/app-driver.tsx';
import {walk} from '../helpers/expect-fit.ts';
import {makeSheet} from '../helpers/make-users.ts';

async function openPanel(columns: number, rows: number, sheet = makeSheet(30)): Promise<AppDriver> {
	const app = await openApp({sheet, columns, rows});
	await app.press('palette.open');
	await app.type('panel\r');
	return app;
}

/** What stands at the right of the grid. */
const panelOf = (app: AppDriver) =>
	app.terminal.screen().flatMap((line) => (line.includes('│') ? [line.slice(line.indexOf('│') + 1)] : []));

describe('the user under the cursor, at the right of the grid', () => {
	it('is shown with all fields, follows the cursor, and goes by the same command', async () => {
		const app = await openPanel(120, 40);
		const [first] = (await app.stored()).users;
		expect(panelOf(app)[0]).toContain(`${first?.firstName} ${first?.lastName}, ID 1`);
		expect(panelOf(app).join('\n')).toContain(first?.serviceUser);
		await app.press('table.down');
		const [, second] = (await app.stored()).users;
		expect(panelOf(app).join('\n')).toContain(second?.serviceUser);
		await app.press('palette.open');
		await app.type('panel\r');
		expect(panelOf(app)).toEqual([]);
	});

	it('has what is wrong, and no secret or PIN', async () => {
		const sheet = makeSheet(2);
		const app = await openPanel(120, 40, {
			...sheet,
			users: sheet.users.map((user) => ({...user, directoryNumber: '20 01', deploymentPin: '482913'})),
		});
		const [user] = (await app.stored()).users;
		const text = panelOf(app).join('\n');
		expect(text).toMatch(/!Directory Number +20 01/);
		expect(text).toContain('Write "2001".');
		expect(text).not.toContain(user?.pbxSipPassword);
		expect(text).not.toContain('482913');
		await app.press('pin.reveal');
		expect(panelOf(app).join('\n')).toContain('482913');
	});

	it('says when the user was changed last, as far as that is known', async () => {
		const app = await openApp({sheet: makeSheet(3), columns: 120, rows: 40});
		await app.type('Ann\r');
		await app.press('palette.open');
		await app.type('panel\r');
		await app.press('table.first');
		expect(panelOf(app).join('\n')).toMatch(/changed last \d{4}-\d\d-\d\d/);
		await app.type('Ben\r');
		await app.press('table.first');
		expect(panelOf(app).join('\n')).not.toContain('changed last');
	});

	it('is not offered where there is no room for it', async () => {
		const app = await openPanel(80, 24);
		expect(panelOf(app)).toEqual([]);
		expect(app.screen()).toContain('needs 110 columns');
	});

	it.each([
		[110, 24],
		[120, 40],
		[200, 50],
		[110, 10],
	])('fits %i×%i', async (columns, rows) => {
		const app = await openPanel(columns, rows);
		await walk(app, 'table.last', 'cell.edit');
		await app.type('A very long value that takes more lines than one. '.repeat(4));
		await walk(app, 'cell.commit-right', 'cell.cancel');
	});
});
