import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {afterEach, describe, expect, it} from 'vitest';
import {Pty, ptyMissing} from '../../helpers/pty.ts';

const app = fileURLToPath(new URL('echo-app.ts', import.meta.url));
const running: Pty[] = [];

afterEach(async () => {
	for (const pty of running.splice(0)) {
		pty.kill('SIGKILL');
		await pty.exit;
	}
});

/** The app under a shell, as a person starts it: what is left of the terminal afterwards counts. */
function start(): Pty {
	const command = `printf 'before\\n'; '${process.execPath}' '${app}'; printf "code $?\\n"; stty -a`;
	const pty = new Pty('/bin/sh', ['-c', command], {columns: 60, rows: 8});
	running.push(pty);
	return pty;
}

describe.skipIf(ptyMissing !== undefined)(`in a real terminal${ptyMissing ?? ''}`, () => {
	it('reads keys, draws, and gives the terminal back', async () => {
		const pty = start();
		const first = await pty.waitForScreen('log .');
		expect(first[0]).toBe('中 keys');
		expect(first[7]).toBe(`60x8${'─'.repeat(56)}`);
		expect(pty.screen.isAlternate).toBe(true);
		pty.press('ab\u001bOQ\u001b[1;5C\u0003\u001a\u0013\r');
		await pty.waitForScreen('log a b f2 ctrl+right ctrl+c ctrl+z ctrl+s enter.');
		pty.press('\u001b');
		await pty.waitForScreen('enter escape.');
		expect(pty.screen.terminal.modes.bracketedPasteMode).toBe(true);
		pty.press('\u001b[200~two\rlines\u001b[201~');
		await pty.waitForScreen('"two\\rlines".');
		pty.press('q');
		expect(await pty.waitForExit()).toEqual({exitCode: 0, signal: undefined});
		expect(pty.screen.isAlternate).toBe(false);
		const after = pty.rawOutput.slice(pty.rawOutput.lastIndexOf('\u001b[?1049l'));
		expect(after).toMatch(/ended well\r\ncode 0\r\n/);
		expect(after).not.toContain('log');
		expect(pty.rawOutput).toMatch(/ icanon/);
		expect(pty.rawOutput).toMatch(/ echo /);
		expect(pty.rawOutput.lastIndexOf('\u001b[?25h')).toBeGreaterThan(
			pty.rawOutput.lastIndexOf('\u001b[?25l'),
		);
		expect(pty.rawOutput.lastIndexOf('\u001b[?2004l')).toBeGreaterThan(
			pty.rawOutput.lastIndexOf('\u001b[?2004h'),
		);
	});

	it('draws anew in another size', async () => {
		const pty = start();
		await pty.waitForScreen('60x8─');
		pty.resize(40, 5);
		const rows = await pty.waitForScreen('40x5─');
		expect(rows).toEqual(['中 keys', 'log .', '', '', `40x5${'─'.repeat(36)}`]);
	});

	it('sends few bytes for a key', async () => {
		const pty = start();
		// The last line of the first frame.
		await pty.waitForScreen('60x8─');
		pty.screen.forgetBytes();
		pty.press('x');
		await pty.waitForScreen('log x.');
		// The end of the first frame may have come late.
		expect(pty.screen.bytesWritten).toBeLessThan(24);
	});

	it('repairs the screen when it is continued after a stop', async () => {
		const pty = new Pty(process.execPath, [app], {columns: 60, rows: 8});
		running.push(pty);
		await pty.waitForScreen('log .');
		process.kill(pty.pid, 'SIGSTOP');
		pty.screen.write('\u001b[2J\u001b[?25h\u001b[?2004lshell$ fg');
		await pty.waitForScreen('shell$ fg');
		process.kill(pty.pid, 'SIGCONT');
		await pty.waitForScreen((rows) => rows[0] === '中 keys' && rows[1] === 'log .');
		expect(pty.screen.terminal.modes.bracketedPasteMode).toBe(true);
		pty.press('x');
		await pty.waitForScreen('log x.');
	});

	it('ends by itself, with the terminal restored, when the line is lost', async () => {
		const pty = new Pty(process.execPath, [app], {columns: 60, rows: 8});
		running.push(pty);
		await pty.waitForScreen('log .');
		pty.kill('SIGHUP');
		expect((await pty.waitForExit()).signal).toBe(1);
		expect(pty.screen.isAlternate).toBe(false);
	});
});
