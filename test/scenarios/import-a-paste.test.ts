import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFiles, openApp} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';

const lines = [
	['Last name', 'Email address', 'Directory number'],
	['Archer', 'ann@example.com', '0042'],
	['Baker, Ben', 'ben@example.com', ''],
	['Costa', 'no address', ''],
];
const cells = (between: string, end: string) => lines.map((row) => row.join(between)).join(end);

it.each([
	['cells of a spreadsheet', cells('\t', '\r\n'), 'tab'],
	['line feeds that a terminal has made returns of', cells(';', '\r'), 'semicolon'],
	['line ends of Windows, each half a return', cells(';', '\r\r'), 'semicolon'],
	['CSV with a quoted comma', cells(',', '\n').replace('Baker, Ben', '"Baker, Ben"'), 'comma'],
])('%s are read like a file', async (_, text, delimiter) => {
	const app = await openApp({columns: 60, rows: 15});
	await app.press('import.open');
	expect(app.screen()).toContain('paste its rows');
	await app.paste(`${text}\n`);
	expect(app.screen()).toContain(`pasted: 3 rows, UTF-8, ${delimiter}`);
	await app.press(goToOption('partial'), 'import.change-option', 'import.preview');
	expect(app.screen()).toContain('[Rejected 1]');
	await app.press('import.commit', 'confirm.yes');
	expect(
		(await app.stored()).users.map(({lastName, directoryNumber}) => [lastName, directoryNumber]),
	).toEqual([
		['Archer', '0042'],
		['Baker, Ben', ''],
	]);
	await app.press('import.finish', 'history.open', 'history.open-entry');
	await app.waitForScreen(/Rows: 2 created, 1 rejected/);
});

it('stays at hand when steps are gone back, and gives way to a file or to another paste', async () => {
	const folder = makeFiles();
	const app = await openApp();
	await app.press('import.open');
	await app.paste('Last name,Email address\nArcher,ann@example.com\n');
	await app.press('import.back-to-file');
	expect(app.screen()).toContain('>File: pasted');
	await app.press('import.read');
	expect(app.screen()).toContain('pasted: 1 row');
	await app.press('import.back-to-file');
	await app.paste('Last name,Email address\nBaker,ben@example.com\nCosta,c@example.com\n');
	expect(app.screen()).toContain('pasted: 2 rows');
	await app.press('import.back-to-file', 'ctrl+u');
	await app.type(path.join(folder, 'clean-25.csv'));
	await app.press('import.read');
	expect(app.screen()).toContain('25 rows');
});

it('takes one line for a path, and says why lines are no table', async () => {
	const app = await openApp();
	await app.press('import.open');
	await app.paste('some/file.csv\n');
	expect(app.screen()).toContain('>File: some/file.csv');
	await app.paste('nothing,of,use\n1,2,3\n');
	expect(app.screen()).toContain('>1 File');
	expect(app.text()).toMatch(/There is no header/);
	await app.press('import.choose-header', 'choice.choose');
	expect(app.screen()).toContain('nothing');
});
