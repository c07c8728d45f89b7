import {chmodSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it, onTestFinished} from 'vitest';
import {cleanEnvironment, Pty, ptyMissing} from '../../helpers/pty.ts';
import {makeFolder} from '../../store/store-folder.ts';
import {findLeftovers, isRunning} from '../start-cli.ts';

const app = fileURLToPath(new URL('editor-app.ts', import.meta.url));

/** Starts the app, under a shell that a person types into, with a script as the editor. */
function start(script: string) {
	const folder = makeFolder();
	const temporary = path.join(folder, 'tmp');
	mkdirSync(temporary);
	const editor = path.join(folder, 'editor');
	writeFileSync(editor, `#!/bin/sh\n${script}\n`);
	chmodSync(editor, 0o755);
	const env = cleanEnvironment({EDITOR: editor, VISUAL: '', TMPDIR: temporary, PS1: 'shell$ ', ENV: ''});
	const pty = new Pty('/bin/sh', ['-i'], {columns: 200, rows: 12, env});
	onTestFinished(async () => {
		if (isRunning(pty.pid)) pty.kill('SIGKILL');
		await pty.exit;
		pty.screen.dispose();
	});
	const open = async (): Promise<void> => {
		await pty.waitForScreen('shell$');
		pty.press(`'${process.execPath}' '${app}'\r`);
		await pty.waitForScreen('log .');
		await pty.waitForScreen(() => findLeftovers(pty).length === 4);
	};
	return {pty, open, left: () => readdirSync(temporary)};
}

/** The screen is the app's again, and keys come as before. */
async function expectAppAgain(pty: Pty, log: string): Promise<void> {
	await pty.waitForScreen((rows) => rows[0] === 'top' && rows[1] === `log ${log}.`);
	await pty.waitForScreen(() => findLeftovers(pty).length === 4);
	const {modes} = pty.screen.terminal;
	expect([modes.applicationCursorKeysMode, modes.insertMode, modes.originMode]).toEqual([
		false,
		false,
		false,
	]);
	expect(modes.wraparoundMode).toBe(true);
	expect(modes.mouseTrackingMode).toBe('drag');
	pty.press('\u001b[Ba');
	await pty.waitForScreen(`log ${log} down a.`);
}

/** What an editor does to a terminal, and does not take back when it is killed. */
const spoil =
	"printf '\\033[?1049h\\033[?1003h\\033[>4;2m\\033[3;6r\\033[?1h\\033[4h\\033[?6h\\033[?7l\\033[31m'";

describe.skipIf(ptyMissing !== undefined)(`an editor in a real terminal ${ptyMissing ?? ''}`, () => {
	it('has the terminal as a shell gives it, and usersheet has it again afterwards', async () => {
		const {pty, open, left} = start(
			'stty -a | grep -ow -e icanon -e echo | tr "\\n" " "; echo "editor of $(cat "$1")"; read line; printf "%s" "$line" > "$1"',
		);
		await open();
		pty.press('xe');
		await pty.waitForScreen('icanon echo editor of old');
		expect(findLeftovers(pty)).toEqual([]);
		expect(left().length).toBe(1);
		pty.press('new\r');
		await expectAppAgain(pty, 'x edited:new');
		expect(left()).toEqual([]);
		pty.press('q');
		await pty.waitForScreen((rows) => rows.filter((row) => row.startsWith('shell$')).length === 2);
		expect(findLeftovers(pty)).toEqual([]);
	});

	it('may be killed, and leave the terminal in any state', async () => {
		const {pty, open, left} = start(`${spoil}; echo "my editor"; read line; kill -KILL $$`);
		await open();
		pty.press('e');
		await pty.waitForScreen('my editor');
		pty.press('\r');
		await pty.waitForScreen(/SIGKILL: nothing of it is taken over/);
		const [, log = ''] = /log (.*)\.$/.exec((await pty.waitForScreen(/^top/))[1] ?? '') ?? [];
		expect(left()).toEqual([]);
		await expectAppAgain(pty, log);
	});

	it('gets Ctrl+C, which does not end usersheet', async () => {
		const {pty, open, left} = start('echo "my editor"; sleep 60');
		await open();
		pty.press('e');
		await pty.waitForScreen('my editor');
		pty.press('\u0003');
		await pty.waitForScreen(/SIGINT: nothing/);
		pty.press('z');
		await pty.waitForScreen(/ z\.$/m);
		expect(left()).toEqual([]);
	});

	it.each([
		['only itself', 'kill -STOP $$'],
		['the whole job', 'kill -TSTP 0'],
	])('may stop %s, and goes on after fg', async (_, stop) => {
		const {pty, open, left} = start(`echo "my editor"; read line; ${stop}; read line; printf "$line" > "$1"`);
		await open();
		pty.press('e');
		await pty.waitForScreen('my editor');
		pty.press('\r');
		await pty.waitForScreen((rows) => rows.some((row) => row.endsWith('shell$')));
		expect(left().length).toBe(1);
		pty.press('fg\r');
		await pty.waitForScreen((now) => now.filter((row) => row.endsWith('editor-app.ts"')).length === 2);
		pty.press('later\r');
		await expectAppAgain(pty, 'edited:later');
		expect(left()).toEqual([]);
	});

	it('ends with usersheet, and its file is gone', async () => {
		const {pty, open, left} = start('echo "my editor $$ $PPID."; exec sleep 60');
		await open();
		pty.press('e');
		const rows = await pty.waitForScreen(/my editor \d+ \d+\./);
		const [, editor, parent] = /my editor (\d+) (\d+)\./.exec(rows.join('\n')) ?? [];
		process.kill(Number(parent), 'SIGTERM');
		await pty.waitForScreen((now) => now.filter((row) => row.startsWith('shell$')).length === 2);
		expect(left()).toEqual([]);
		expect([isRunning(Number(editor)), isRunning(Number(parent))]).toEqual([false, false]);
		expect(findLeftovers(pty)).toEqual([]);
	});
});
