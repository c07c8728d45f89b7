import {readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFiles, openApp} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';

it('writes the rejected rows with line and reasons, and imports them once they are mended', async () => {
	const folder = makeFiles({
		'mixed.csv': 'Last name,Email address,PBX SIP password\nArcher,ann@example.com,\nBaker,ben@,geheim\n',
	});
	const app = await openApp();
	await app.press('import.open');
	await app.type(path.join(folder, 'mixed.csv'));
	await app.press('import.read', goToOption('partial'), 'import.change-option', 'import.preview');
	await app.press('import.commit', 'confirm.yes', 'import.write-rejects');
	expect(app.screen()).toContain(`File: ${folder}/mixed-rejects.csv`);
	await app.press('export.write');
	const file = path.join(folder, 'mixed-rejects.csv');
	const text = readFileSync(file, 'utf8');
	expect(text).toContain(
		'Last name,Email address,PBX SIP password,Line,Errors,Import\r\nBaker,ben@,geheim,3,',
	);
	expect(statSync(file).mode & 0o777).toBe(0o600);
	expect(app.output).not.toContain('geheim');

	writeFileSync(file, text.replace('ben@', 'ben@example.com'));
	await app.press('import.finish', 'import.open');
	await app.type(file);
	await app.press('import.read');
	expect(app.screen()).toContain('Rows that were rejected of "mixed.csv": change 1');
	expect(app.screen()).toContain('Line: It is ignored. Written into rejects files by usersheet.');
	await app.press('import.preview', 'import.commit', 'confirm.yes');
	expect((await app.stored()).users.map((user) => user.lastName)).toEqual(['Archer', 'Baker']);
});

it('asks before it replaces a file', async () => {
	const folder = makeFiles({
		'mixed.csv': 'Last name,Email address\nBaker,ben@\n',
		'mixed-rejects.csv': 'precious',
	});
	const app = await openApp();
	await app.press('import.open');
	await app.type(path.join(folder, 'mixed.csv'));
	await app.press('import.read', 'import.preview', 'import.write-rejects', 'export.write');
	expect(app.text()).toContain('exists already. Replace it?');
	await app.press('confirm.no');
	expect(readFileSync(path.join(folder, 'mixed-rejects.csv'), 'utf8')).toBe('precious');
	await app.press('export.write', 'confirm.yes');
	expect(readFileSync(path.join(folder, 'mixed-rejects.csv'), 'utf8')).toContain('ben@');
});
