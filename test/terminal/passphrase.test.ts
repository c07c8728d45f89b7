import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {ptyMissing} from '../helpers/pty.ts';
import {encrypt, makeFolder, open, unlock} from '../store/store-folder.ts';
import {fillStore, findLeftovers, startCli} from './start-cli.ts';

const secret = 'twelve monkeys';

async function startEncrypted() {
	const folder = makeFolder();
	await fillStore(folder, makeUsers(3));
	await encrypt(folder, plainSeal, secret);
	const pty = startCli({args: ['--store', folder], columns: 100});
	await pty.waitForScreen(`Passphrase of ${path.join(folder, 'users.json')}:`);
	const firstNames = async () => {
		const {sheet} = await open(folder, true, await unlock(folder, secret));
		return sheet.users.map((user) => user.firstName);
	};
	return {folder, pty, firstNames};
}

describe.skipIf(ptyMissing !== undefined)(`in a real terminal ${ptyMissing ?? ''}`, () => {
	it('asks for the passphrase without showing it, once more when it is wrong, and opens the sheet', async () => {
		const {pty, firstNames} = await startEncrypted();
		// A slip of the fingers in the second one, and all of it typed ahead.
		pty.press('thirteen\rtwelve monX\u007fkeys\rZoe\r');
		await pty.waitForScreen(/Row 2 of 3\b[\s\S]*All saved/);
		expect(pty.rawOutput).toContain('That is not the passphrase. Try again, or press Ctrl+C.');
		expect(pty.screen.isAlternate).toBe(true);
		expect(pty.rawOutput).not.toMatch(/thirteen|monkeys/);
		pty.press('\u0011');
		expect(await pty.waitForExit()).toEqual({exitCode: 0, signal: undefined});
		expect(findLeftovers(pty)).toEqual([]);
		expect((await firstNames())[0]).toBe('Zoe');
	});

	it('changes the passphrase: the old one once, the new one twice, and none is shown', async () => {
		const {folder, pty: grid} = await startEncrypted();
		grid.press('\u0003');
		await grid.waitForExit();
		const pty = startCli({args: ['--store', folder, 'passphrase', 'set'], columns: 100});
		await pty.waitForScreen('Passphrase of');
		pty.press(`${secret}\r`);
		await pty.waitForScreen('New passphrase of');
		pty.press('thirteen monkeys\r');
		await pty.waitForScreen('The same once more:');
		pty.press('thirteen monkeys\r');
		expect(await pty.waitForExit()).toEqual({exitCode: 0, signal: undefined});
		expect(pty.rawOutput).toContain('has the new passphrase');
		expect(pty.rawOutput).not.toContain('monkeys');
		expect(await unlock(folder, 'thirteen monkeys')).toMatchObject({key: {}});
	});

	it('ends with 129 when the terminal hangs up at the question', async () => {
		const {pty} = await startEncrypted();
		pty.hangUp();
		const {exitCode, signal} = await pty.waitForExit();
		expect(signal === undefined ? exitCode : 128 + signal).toBe(129);
	});

	it('ends with exit code 4 when nobody gives one', async () => {
		const {pty} = await startEncrypted();
		pty.press('\u0003');
		expect((await pty.waitForExit()).exitCode).toBe(4);
		expect(pty.screen.rows().join(' ')).toContain('is encrypted.');
		expect(pty.rawOutput).not.toContain('\u001b[?1049h');
		expect(findLeftovers(pty)).toEqual([]);
	});

	it('keeps what was half-typed when the terminal hangs up, encrypted', async () => {
		const {folder, pty, firstNames} = await startEncrypted();
		pty.press(`${secret}\r`);
		await pty.waitForScreen('Row 1 of 3');
		pty.press('Half');
		await pty.waitForScreen(/Enter Keep/);
		pty.hangUp();
		await pty.waitForExit();
		const again = startCli({args: ['--store', folder]});
		await again.waitForScreen('Passphrase of');
		again.press(`${secret}\r`);
		await again.waitForScreen('The last session was cut off');
		again.press('y');
		await again.waitForScreen(/Enter Keep/);
		again.press(' done\r');
		await again.waitForScreen(/Row 2 of 3\b[\s\S]*All saved/);
		expect((await firstNames())[0]).toBe('Half done');
		again.press('\u0011');
		await again.waitForExit();
	});
});
