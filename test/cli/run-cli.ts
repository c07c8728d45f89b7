import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import type {Io, Output} from '../../source/cli/io.ts';
import {main} from '../../source/cli/main.ts';

/** What a run of usersheet came to. */
export type Result = {readonly code: number; readonly out: string; readonly err: string};

type Surroundings = {
	readonly stdin?: string | Uint8Array;
	/** Width of the terminal that standard output is; without it, it is a pipe. */
	readonly terminal?: number;
	/** What somebody types at the terminal when asked for what nobody must see; without it there is no terminal. */
	readonly hidden?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	/** Digits that the random source gives, one after the other, from the start again at the end. */
	readonly digits?: string;
};

/** A folder that is gone after the test. */
export function makeFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'usersheet-cli-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
}

/** Runs usersheet in this process, on streams of our own. */
export async function runCli(argv: readonly string[], surroundings: Surroundings = {}): Promise<Result> {
	const {stdin = '', terminal, hidden, env = {}, digits = '3819204756'} = surroundings;
	const answers = hidden?.values();
	const written = {out: [] as string[], err: [] as string[]};
	let drawn = 0;
	const io: Io = {
		stdin: {
			isTerminal: false,
			read: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
			...(answers === undefined
				? {}
				: {
						hidden: {
							ask: async (question: string) => {
								written.err.push(`${question}\n`);
								return answers.next().value;
							},
							handOver: async () => {},
							release: async () => {},
						},
					}),
		},
		stdout: collect(written.out, terminal),
		stderr: collect(written.err),
		finish: async () => undefined,
		env,
		randomInteger: (below) => {
			drawn += 1;
			return Number(digits[(drawn - 1) % digits.length]) % below;
		},
	};
	const code = await main(argv, io);
	return {code, out: written.out.join(''), err: written.err.join('')};
}

/** A store of its own, and usersheet on it. */
export function makeStore(): {
	readonly folder: string;
	readonly run: (command: string | readonly string[], surroundings?: Surroundings) => Promise<Result>;
} {
	const folder = makeFolder();
	return {
		folder,
		run: (command, surroundings) =>
			runCli(
				['--store', join(folder, 'store'), ...(typeof command === 'string' ? command.split(' ') : command)],
				surroundings,
			),
	};
}

function collect(into: string[], terminal?: number): Output {
	return {
		isTerminal: terminal !== undefined,
		columns: terminal ?? 80,
		write: async (data) => {
			into.push(typeof data === 'string' ? data : new TextDecoder('utf-8', {ignoreBOM: true}).decode(data));
		},
	};
}
