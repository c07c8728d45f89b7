import {createRequire} from 'node:module';
import {EmulatedScreen, type ScreenCondition} from './emulated-screen.ts';

type NodePty = typeof import('@lydell/node-pty');

/** How a command is started. */
export type PtyOptions = {
	readonly columns?: number;
	readonly rows?: number;
	readonly cwd?: string;
	/** The whole environment; the default is this process's own with TERM=xterm-256color and without CI and colour settings. */
	readonly env?: Readonly<Record<string, string | undefined>>;
};

/** How a command ended. */
export type PtyExit = {readonly exitCode: number; readonly signal: number | undefined};

const nodePty = loadNodePty();

/** Why no pty can be had, for `describe.skipIf(ptyMissing)`; undefined where there is one. */
export const ptyMissing: string | undefined = typeof nodePty === 'string' ? nodePty : undefined;

/** A command running in a real pseudo-terminal, its output on an emulated screen. */
export class Pty {
	readonly screen: EmulatedScreen;
	/** Resolves when the command has ended and all its output is on the screen. */
	readonly exit: Promise<PtyExit>;
	readonly #process: import('@lydell/node-pty').IPty;
	#output = '';

	constructor(file: string, args: readonly string[], options: PtyOptions = {}) {
		if (typeof nodePty === 'string') throw new Error(nodePty);
		const {columns = 80, rows = 24, cwd = process.cwd(), env = cleanEnvironment()} = options;
		this.screen = new EmulatedScreen({columns, rows});
		this.#process = nodePty.spawn(file, [...args], {
			name: env.TERM ?? 'xterm-256color',
			cols: columns,
			rows,
			cwd,
			env: {...env},
			encoding: 'utf8',
		});
		this.#process.onData((data) => {
			this.#output += data;
			this.screen.write(data);
		});
		// A program may ask the terminal something; the emulator answers.
		this.screen.terminal.onData((answer) => this.#process.write(answer));
		this.exit = new Promise((resolve) => {
			this.#process.onExit(({exitCode, signal}) => {
				this.screen.write('', () => resolve({exitCode, signal: signal === 0 ? undefined : signal}));
			});
		});
	}

	get pid(): number {
		return this.#process.pid;
	}

	/** Every byte that the command wrote. */
	get rawOutput(): string {
		return this.#output;
	}

	/** Types: the bytes as a terminal would send them. */
	press(text: string): void {
		this.#process.write(text);
	}

	/** Sends one byte, which may be part of a character. */
	pressByte(byte: number): void {
		const open: unknown = this.#process;
		// It takes bytes as well, which the types leave out.
		(open as {readonly write: (data: Uint8Array) => void}).write(Buffer.of(byte));
	}

	resize(columns: number, rows: number): void {
		this.screen.resize(columns, rows);
		this.#process.resize(columns, rows);
	}

	/** Resolves as soon as the screen is so; fails with the screen when the deadline has passed. */
	async waitForScreen(condition: ScreenCondition, deadlineMs = 10_000): Promise<readonly string[]> {
		return this.screen.waitFor(condition, deadlineMs);
	}

	/** Like `exit`, failing with the screen when the command has not ended by the deadline. */
	async waitForExit(deadlineMs = 10_000): Promise<PtyExit> {
		let timer: NodeJS.Timeout | undefined;
		const late = new Promise<never>((_, reject) => {
			timer = setTimeout(() => {
				reject(new Error(`Still running after ${deadlineMs} ms\n${this.screen.print()}`));
			}, deadlineMs);
		});
		return Promise.race([this.exit, late]).finally(() => clearTimeout(timer));
	}

	/** Closes the terminal under the command, as when a connection is lost: the system sends SIGHUP, and writing fails. */
	hangUp(): void {
		const open: unknown = this.#process;
		// Part of every pty, and left out of the types.
		(open as {readonly destroy: () => void}).destroy();
	}

	/** Sends a signal; SIGHUP is what a lost connection sends. */
	kill(signal: NodeJS.Signals = 'SIGHUP'): void {
		this.#process.kill(signal);
	}
}

/** This process's environment as it would be in a terminal: a test must not depend on where it runs. */
export function cleanEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
	const left = ['CI', 'NO_COLOR', 'FORCE_COLOR', 'COLORTERM', 'CONTINUOUS_INTEGRATION', 'NODE_OPTIONS'];
	const own = Object.entries(process.env).filter(
		(entry): entry is [string, string] => entry[1] !== undefined && !left.includes(entry[0]),
	);
	return {...Object.fromEntries(own), TERM: 'xterm-256color', ...more};
}

function loadNodePty(): NodePty | string {
	try {
		return createRequire(import.meta.url)('@lydell/node-pty');
	} catch (error) {
		return `no pty here: ${error instanceof Error ? error.message : String(error)}`;
	}
}
