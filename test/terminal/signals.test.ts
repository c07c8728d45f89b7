import {mkdirSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it, vi} from 'vitest';
import {isStopped} from '../../source/shell/editor/run-editor.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {type PtyExit, ptyMissing} from '../helpers/pty.ts';
import {makeFolder} from '../store/store-folder.ts';
import {fillStore, findLeftovers, isRunning, readStore, startCli} from './start-cli.ts';

/** A sheet in which something was just edited and saved. */
async function startEdited() {
	const folder = makeFolder();
	await fillStore(folder, makeUsers(3));
	const pty = startCli({args: ['--store', folder]});
	await pty.waitForScreen('Row 1 of 3');
	pty.press('Zoe\r');
	await pty.waitForScreen(/Row 2 of 3\b[\s\S]*All saved/);
	return {folder, pty};
}

/** The exit code as a shell has it: a signal may come so late that it ends what is ending anyway. */
function codeOf({exitCode, signal}: PtyExit): number {
	return signal === undefined ? exitCode : 128 + signal;
}

/** A demo whose throwaway store is made in a folder of its own. */
async function startDemo() {
	const temporary = path.join(makeFolder(), 'tmp');
	mkdirSync(temporary);
	const pty = startCli({args: ['--demo'], env: {TMPDIR: temporary}});
	await pty.waitForScreen('Row 1 of 25');
	const demos = () => readdirSync(temporary).filter((name) => name.startsWith('usersheet-demo-'));
	expect(demos().length).toBe(1);
	return {pty, demos};
}

describe.skipIf(ptyMissing !== undefined)(`in a real terminal ${ptyMissing ?? ''}`, () => {
	it('gives the terminal back on SIGTERM, and ends as a shell expects it', async () => {
		const {folder, pty} = await startEdited();
		pty.kill('SIGTERM');
		expect((await pty.waitForExit()).exitCode).toBe(143);
		expect(findLeftovers(pty)).toEqual([]);
		expect((await readStore(folder)).users[0]?.firstName).toBe('Zoe');
	});

	it('leaves no process behind when the terminal is gone', async () => {
		const {folder, pty} = await startEdited();
		pty.press('Yara');
		pty.hangUp();
		expect(codeOf(await pty.waitForExit())).toBe(129);
		expect(isRunning(pty.pid)).toBe(false);
		const {users} = await readStore(folder);
		expect(users.map((user) => user.firstName).slice(0, 2)).toEqual(['Zoe', makeUsers(2)[1]?.firstName]);
		expect(readdirSync(folder).filter((name) => !name.startsWith('draft-'))).toEqual([
			'journal.jsonl',
			'users.json',
		]);
	});

	it('keeps what was half-typed when the terminal is gone, and goes on with it next time', async () => {
		const {folder, pty} = await startEdited();
		pty.press('Half');
		await pty.waitForScreen(/Enter Keep/);
		pty.hangUp();
		await pty.waitForExit();
		const [draft] = readdirSync(folder).filter((name) => name.startsWith('draft-'));
		expect(statSync(path.join(folder, draft ?? '')).mode & 0o777).toBe(0o600);

		const again = startCli({args: ['--store', folder]});
		await again.waitForScreen('The last session was cut off');
		again.press('y');
		await again.waitForScreen(/Enter Keep/);
		again.press(' done\r');
		await again.waitForScreen(/Row 3 of 3\b[\s\S]*All saved/);
		expect((await readStore(folder)).users[1]?.firstName).toBe('Half done');
		expect(readdirSync(folder)).toEqual(['journal.jsonl', 'users.json']);
		again.press('\u0011');
		await again.waitForExit();
	});

	it('loses nothing that it said was saved when it is killed', async () => {
		const {folder, pty} = await startEdited();
		pty.kill('SIGKILL');
		await pty.waitForExit();
		expect((await readStore(folder)).users[0]?.firstName).toBe('Zoe');
	});

	it('removes the demo when it is quit, ended or hung up', async () => {
		const ends = [
			(pty: Awaited<ReturnType<typeof startDemo>>['pty']) => pty.press('\u0011'),
			(pty: Awaited<ReturnType<typeof startDemo>>['pty']) => pty.kill('SIGTERM'),
			(pty: Awaited<ReturnType<typeof startDemo>>['pty']) => pty.hangUp(),
		];
		for (const end of ends) {
			const {pty, demos} = await startDemo();
			end(pty);
			await pty.waitForExit();
			expect(demos()).toEqual([]);
		}
	});

	it('gives the terminal back, with the mouse, while it is stopped, and takes both again', async () => {
		const {pty} = await startEdited();
		pty.press(':mouse\r');
		await pty.waitForScreen('The mouse is for usersheet now');
		expect(findLeftovers(pty)).toContain('the mouse');
		process.kill(pty.pid, 'SIGTSTP');
		await pty.waitForScreen(() => !pty.screen.isAlternate);
		expect(findLeftovers(pty)).toEqual([]);
		// Continued before it has stopped, it would stay stopped.
		await vi.waitUntil(() => isStopped(pty.pid), {timeout: 10_000, interval: 5});
		process.kill(pty.pid, 'SIGCONT');
		await pty.waitForScreen(/Row 2 of 3/);
		expect(findLeftovers(pty).length).toBe(4);
		pty.press('Yara\r');
		await pty.waitForScreen(/Row 3 of 3\b[\s\S]*All saved/);
		pty.kill('SIGTERM');
		expect((await pty.waitForExit()).exitCode).toBe(143);
		expect(findLeftovers(pty)).toEqual([]);
	});

	it('is drawn anew and takes keys after it was stopped and continued', async () => {
		const {pty} = await startEdited();
		process.kill(pty.pid, 'SIGSTOP');
		pty.screen.write('\u001b[2J\u001b[Hthe shell');
		await pty.waitForScreen((rows) => rows[0] === 'the shell' && rows[1] === '');
		process.kill(pty.pid, 'SIGCONT');
		await pty.waitForScreen((rows) => rows[0]?.includes('Row 2 of 3') === true);
		pty.press('Yara\r');
		await pty.waitForScreen(/Row 3 of 3\b[\s\S]*All saved/);
		pty.press('\u0011');
		expect((await pty.waitForExit()).exitCode).toBe(0);
	});
});
