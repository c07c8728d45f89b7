import {fileURLToPath} from 'node:url';
import {onTestFinished} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {emptySheet, type Sheet} from '../../source/domain/sheet.ts';
import type {User} from '../../source/domain/user.ts';
import {openStore} from '../../source/store/open-store.ts';
import {isStoreError} from '../../source/store/store-error.ts';
import {cleanEnvironment, Pty} from '../helpers/pty.ts';
import {makeFolder} from '../store/store-folder.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** How usersheet is started. */
export type CliOptions = {
	readonly args?: readonly string[];
	/** For Node itself. */
	readonly nodeArgs?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
	readonly columns?: number;
	readonly rows?: number;
};

/** Starts the built usersheet in a real terminal; whatever is left of it is killed after the test. */
export function startCli({
	args = [],
	nodeArgs = [],
	env = {},
	cwd,
	columns = 80,
	rows = 24,
}: CliOptions): Pty {
	const pty = new Pty(process.execPath, [...nodeArgs, cli, ...args], {
		columns,
		rows,
		...(cwd === undefined ? {} : {cwd}),
		// The keys that somebody here has chosen are no business of a test, nor the other way round.
		env: cleanEnvironment({XDG_CONFIG_HOME: makeFolder(), ...env}),
	});
	onTestFinished(async () => {
		if (isRunning(pty.pid)) pty.kill('SIGKILL');
		await pty.exit;
		pty.screen.dispose();
	});
	return pty;
}

/** Puts users into the store of a folder. */
export async function fillStore(directory: string, users: readonly User[]): Promise<void> {
	const opened = await openStore({directory, readOnly: false});
	if (isStoreError(opened)) throw new Error(opened.error.message);
	const done = await opened.store.commit({...emptyChange('Start of the test'), added: users}, emptySheet);
	if (isStoreError(done)) throw new Error(done.error.message);
}

/** What is in the store of a folder now: it must be whole. */
export async function readStore(directory: string): Promise<Sheet> {
	const opened = await openStore({directory, readOnly: true});
	if (isStoreError(opened)) throw new Error(opened.error.message);
	return opened.sheet;
}

/** Whether there is a process with this ID. */
export function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** What is wrong with how the terminal was left; empty when it is as before. */
export function findLeftovers(pty: Pty): readonly string[] {
	const {rawOutput, screen} = pty;
	const isOn = (on: string, off: string): boolean => rawOutput.lastIndexOf(on) > rawOutput.lastIndexOf(off);
	return [
		...(screen.isAlternate ? ['the alternate screen'] : []),
		...(isOn('\u001b[?25l', '\u001b[?25h') ? ['a hidden cursor'] : []),
		...(screen.terminal.modes.mouseTrackingMode === 'none' ? [] : ['the mouse']),
		...(isOn('\u001b[?2004h', '\u001b[?2004l') ? ['bracketed paste'] : []),
	];
}
