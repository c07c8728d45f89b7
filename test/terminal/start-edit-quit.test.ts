import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {makeUsers} from '../helpers/make-users.ts';
import {ptyMissing} from '../helpers/pty.ts';
import {makeFolder} from '../store/store-folder.ts';
import {fillStore, findLeftovers, readStore, startCli} from './start-cli.ts';

describe.skipIf(ptyMissing !== undefined)(`in a real terminal ${ptyMissing ?? ''}`, () => {
	it('starts, edits, saves, quits, and gives the terminal back', async () => {
		const folder = makeFolder();
		await fillStore(folder, makeUsers(3));
		const pty = startCli({args: ['--store', folder]});
		await pty.waitForScreen('Row 1 of 3');
		expect(pty.screen.isAlternate).toBe(true);
		pty.press('Zoe\r');
		await pty.waitForScreen(/Row 2 of 3\b[\s\S]*All saved/);
		pty.resize(60, 15);
		const rows = await pty.waitForScreen((lines) => lines[14]?.includes('? Help') === true);
		expect(rows[2]).toMatch(/ 1 Zoe /);
		pty.press('\u0011');
		expect(await pty.waitForExit()).toEqual({exitCode: 0, signal: undefined});
		expect(findLeftovers(pty)).toEqual([]);
		expect(pty.rawOutput).toContain('\u001b[?1049l');
		expect((await readStore(folder)).users[0]?.firstName).toBe('Zoe');
	});

	it('ends with Ctrl+C twice', async () => {
		const folder = makeFolder();
		const pty = startCli({args: ['--store', folder]});
		await pty.waitForScreen('It is empty.');
		pty.press('\u0003');
		await pty.waitForScreen('Ctrl+C once more quits.');
		pty.press('\u0003');
		expect(await pty.waitForExit()).toEqual({exitCode: 0, signal: undefined});
		expect(findLeftovers(pty)).toEqual([]);
	});

	it('waits with the end until everything typed is saved', async () => {
		const folder = makeFolder();
		await fillStore(folder, makeUsers(3));
		const pty = startCli({args: ['--store', folder]});
		await pty.waitForScreen('Row 1 of 3');
		pty.press('Zoe\rYara\rXenia\r\u0011');
		expect((await pty.waitForExit()).exitCode).toBe(0);
		expect((await readStore(folder)).users.map((user) => user.firstName)).toEqual(['Zoe', 'Yara', 'Xenia']);
	});

	it('says on the normal screen why a damaged store cannot be opened, with exit code 4', async () => {
		const folder = makeFolder();
		const file = path.join(folder, 'users.json');
		writeFileSync(file, '{"users": [');
		const pty = startCli({args: ['--store', folder], columns: 200});
		expect(await pty.waitForExit()).toEqual({exitCode: 4, signal: undefined});
		expect(pty.screen.rows().join('\n')).toContain(`${file} is damaged:`);
		expect(pty.rawOutput).not.toContain('\u001b[?1049h');
		expect(readFileSync(file, 'utf8')).toBe('{"users": [');
	});
});
