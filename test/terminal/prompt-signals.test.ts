import {existsSync} from 'node:fs';
import {describe, expect, it, vi} from 'vitest';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {ptyMissing} from '../helpers/pty.ts';
import {encrypt, makeFolder} from '../store/store-folder.ts';
import {fillStore} from './start-cli.ts';
import {startInShell} from './start-in-shell.ts';

const missing = ptyMissing ?? (existsSync('/proc/self/fd/0') ? undefined : 'no /proc here');
const secret = 'twelve monkeys';

async function makeEncrypted() {
	const folder = makeFolder();
	await fillStore(folder, makeUsers(3));
	await encrypt(folder, plainSeal, secret);
	return folder;
}

describe.skipIf(missing !== undefined)(`at the question for the passphrase ${missing ?? ''}`, () => {
	it.each([
		['SIGTERM', 143],
		['SIGINT', 130],
		['SIGHUP', 129],
	] as const)('%s gives the terminal back as it was', async (signal, code) => {
		const run = startInShell(['--store', await makeEncrypted(), 'list']);
		await run.pty.waitForScreen('Passphrase of');
		expect(run.isEchoing()).toBe(false);
		process.kill(await run.pid(), signal);
		expect(await run.end()).toEqual({code, isEchoing: true});
	});

	it('a signal before the question gives it back, too', async () => {
		const run = startInShell(['--store', await makeEncrypted(), 'list']);
		await vi.waitUntil(() => !run.isEchoing(), {timeout: 10_000, interval: 5});
		process.kill(await run.pid(), 'SIGTERM');
		expect(await run.end()).toEqual({code: 143, isEchoing: true});
	});

	it('Ctrl+C, and an answer that is wrong, give it back', async () => {
		const folder = await makeEncrypted();
		for (const typed of ['\u0003', 'a\rb\rc\r']) {
			const run = startInShell(['--store', folder, 'list']);
			await run.pty.waitForScreen('Passphrase of');
			run.pty.press(typed);
			expect(await run.end()).toEqual({code: 4, isEchoing: true});
		}
	});

	it('what is typed before the question is not shown, and is the answer', async () => {
		const run = startInShell(['--store', await makeEncrypted(), 'list']);
		await vi.waitUntil(() => !run.isEchoing(), {timeout: 10_000, interval: 5});
		run.pty.press(`${secret}\r`);
		expect(await run.end()).toEqual({code: 0, isEchoing: true});
		expect(run.pty.rawOutput).toContain('Last name');
		expect(run.pty.rawOutput).not.toContain('monkeys');
	});

	it('a stop and going on shows nothing of it either', async () => {
		const run = startInShell(['--store', await makeEncrypted(), 'list']);
		await run.pty.waitForScreen('Passphrase of');
		const pid = await run.pid();
		process.kill(pid, 'SIGSTOP');
		process.kill(pid, 'SIGCONT');
		run.pty.press(`${secret}\r`);
		expect(await run.end()).toEqual({code: 0, isEchoing: true});
		expect(run.pty.rawOutput).not.toContain('monkeys');
	});

	it('a store without a passphrase leaves the terminal alone', async () => {
		const folder = makeFolder();
		await fillStore(folder, makeUsers(3));
		const run = startInShell(['--store', folder, 'list']);
		expect(await run.end()).toEqual({code: 0, isEchoing: true});
	});
});
