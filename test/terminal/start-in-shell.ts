import {spawnSync} from 'node:child_process';
import {readlinkSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {onTestFinished} from 'vitest';
import {cleanEnvironment, Pty} from '../helpers/pty.ts';
import {makeFolder} from '../store/store-folder.ts';
import {isRunning} from './start-cli.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** usersheet as a shell runs it: the terminal stays when it has ended, and tells how it was left. */
export type ShellRun = {
	readonly pty: Pty;
	/** Resolves to the process ID of usersheet, soon after it was started. */
	readonly pid: () => Promise<number>;
	/** Whether the terminal shows just now what is typed. */
	readonly isEchoing: () => boolean;
	/** Resolves when usersheet has ended: to its exit code as the shell has it, and to how the terminal was left. */
	readonly end: () => Promise<{readonly code: number; readonly isEchoing: boolean}>;
};

/** Starts the built usersheet in a shell in a real terminal. */
export function startInShell(args: readonly string[]): ShellRun {
	const script =
		'sh -c \'echo "pid=$$"; exec "$@"\' sh "$@"; echo "code=$?"; stty -a | tr " ;" "\\n\\n" | grep -x -e echo -e -echo';
	const pty = new Pty('/bin/sh', ['-c', script, 'sh', process.execPath, cli, ...args], {
		columns: 120,
		env: cleanEnvironment({XDG_CONFIG_HOME: makeFolder()}),
	});
	onTestFinished(async () => {
		if (isRunning(pty.pid)) pty.kill('SIGKILL');
		await pty.exit;
		pty.screen.dispose();
	});
	const find = async (pattern: RegExp): Promise<string> => {
		const rows = await pty.waitForScreen(pattern);
		return pattern.exec(rows.join('\n'))?.[1] ?? '';
	};
	const terminal = (): string => readlinkSync(`/proc/${pty.pid}/fd/0`);
	return {
		pty,
		pid: async () => Number(await find(/^pid=(\d+)$/m)),
		isEchoing: () => !/(?:^|\s)-echo\s/.test(String(spawnSync('stty', ['-a', '-F', terminal()]).stdout)),
		end: async () => ({
			code: Number(await find(/code=(\d+)$/m)),
			isEchoing: (await find(/^(-?echo)$/m)) === 'echo',
		}),
	};
}
