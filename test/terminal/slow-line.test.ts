import {describe, expect, it} from 'vitest';
import {makeUsers} from '../helpers/make-users.ts';
import {ptyMissing} from '../helpers/pty.ts';
import {makeFolder} from '../store/store-folder.ts';
import {fillStore, readStore, startCli} from './start-cli.ts';

async function start() {
	const folder = makeFolder();
	await fillStore(folder, makeUsers(3));
	const pty = startCli({args: ['--store', folder]});
	await pty.waitForScreen('Row 1 of 3');
	return {folder, pty};
}

describe.skipIf(ptyMissing !== undefined)(`in a real terminal ${ptyMissing ?? ''}`, () => {
	it('keeps what was typed when the next arrow comes in pieces', async () => {
		const {folder, pty} = await start();
		pty.press('Zoe');
		await pty.waitForScreen('Enter Keep');
		pty.press('\u001b');
		// The wait for the rest of the key is over.
		await pty.waitForScreen('Esc-');
		pty.press('[');
		pty.press('B');
		await pty.waitForScreen(/Row 2 of 3\b[\s\S]*All saved/);
		pty.press('\u0011');
		await pty.waitForExit();
		const {users} = await readStore(folder);
		expect(users.map(({firstName}) => firstName).slice(0, 2)).toEqual(['Zoe', makeUsers(2)[1]?.firstName]);
	});

	it('takes Esc and a digit for a function key, also when they come one by one', async () => {
		const {pty} = await start();
		pty.press('\u001b');
		await pty.waitForScreen('Esc-');
		pty.press('9');
		await pty.waitForScreen('History');
		pty.press('\u001b');
		await pty.waitForScreen('Esc-  All saved');
		await pty.waitForScreen((rows) => !rows.join().includes('Esc-'));
		pty.press('\u0011');
		expect((await pty.waitForExit()).exitCode).toBe(0);
	});

	it('takes a paste that has no end, and keys after it', async () => {
		const {folder, pty} = await start();
		pty.press('\u001b[200~Zoe');
		await pty.waitForScreen('Enter Keep');
		pty.press('\r\u0011');
		expect((await pty.waitForExit()).exitCode).toBe(0);
		expect((await readStore(folder)).users[0]?.firstName).toBe('Zoe');
	});

	it('takes characters of which the bytes come one by one', async () => {
		const {folder, pty} = await start();
		for (const byte of Buffer.from('中é👍')) pty.pressByte(byte);
		await pty.waitForScreen('中é👍');
		pty.press('\r\u0011');
		await pty.waitForExit();
		expect((await readStore(folder)).users[0]?.firstName).toBe('中é👍');
	});
});
