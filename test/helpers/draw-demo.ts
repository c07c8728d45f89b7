import process from 'node:process';
import {load} from '../bench/built.ts';
import {FakeTerminal} from './fake-terminal.ts';
import {bytesOf} from './key-bytes.ts';

/**
 * The screen of `usersheet --demo` after some keys, as the built program draws it.
 *
 * @param isDone tells by its first row that the screen shows what came of the last key
 */
export async function drawDemo(
	size: {readonly columns: number; readonly rows: number},
	keys: readonly string[],
	isDone: RegExp,
): Promise<string> {
	const [{runApp}, {createDemoStore}] = await Promise.all([
		load<typeof import('../../source/ui/run-app.tsx')>('ui/run-app.js'),
		load<typeof import('../../source/cli/demo-store.ts')>('cli/demo-store.js'),
	]);
	// The same screen whatever the terminal in which this runs can do.
	process.env.TERM = 'xterm-256color';
	for (const name of ['USERSHEET_ASCII', 'USERSHEET_WIDE']) delete process.env[name];
	const demo = createDemoStore(false);
	const opened = await demo.openSheet('write');
	if ('error' in opened) throw new Error(opened.error.message);
	const terminal = new FakeTerminal(size);
	const {stdin, stdout} = terminal;
	const exit = runApp({
		...opened,
		isDemo: true,
		terminal: {
			stdin: stdin as unknown as NodeJS.ReadStream,
			stdout: stdout as unknown as NodeJS.WriteStream,
		},
	});
	for (const key of keys) terminal.press(bytesOf(key));
	const rows = await terminal.waitForScreen(([first = '']) => isDone.test(first));
	terminal.press(bytesOf('ctrl+q'));
	await exit;
	await opened.store.close();
	demo.remove();
	terminal.dispose();
	return rows.join('\n');
}
