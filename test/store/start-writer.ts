import {type ChildProcess, type SpawnOptions, spawn} from 'node:child_process';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {onTestFinished} from 'vitest';
import type {WriterLine, WriterTask} from './writer.ts';

/** A writer's process. Every wait ends with the test's own deadline. */
export type Writer = {
	readonly process: ChildProcess;
	/** What it has printed so far, without `ready`. */
	readonly lines: readonly WriterLine[];
	/** Resolves when it has opened the store, or could not. */
	readonly ready: Promise<void>;
	/** Lets it begin. */
	begin(): void;
	/** Resolves when it has printed that many lines, or ended. */
	reach(lines: number): Promise<void>;
	/** Resolves with all lines when it has ended and everything has been read. */
	readonly ended: Promise<readonly WriterLine[]>;
};

/** Starts a writer; `wrap` may run it under another command, such as `sh -c 'ulimit …; exec "$@"'`. */
export function startWriter(
	task: WriterTask,
	options: SpawnOptions = {},
	wrap: readonly string[] = [],
): Writer {
	const script = new URL('writer.ts', import.meta.url).pathname;
	const [command = '', ...parameters] = [...wrap, process.execPath, script, JSON.stringify(task)];
	// Most of a short process's life goes into compiling; Node's usual place for what it has compiled halves that.
	const child = spawn(command, parameters, {
		...options,
		env: {...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'node-compile-cache')},
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	onTestFinished(() => {
		child.kill('SIGKILL');
	});
	const lines: WriterLine[] = [];
	const waiting: {readonly lines: number; readonly go: () => void}[] = [];
	let isReady: () => void = () => {};
	const ready = new Promise<void>((resolve) => {
		isReady = resolve;
	});
	const ended = new Promise<readonly WriterLine[]>((resolve) => {
		child.on('close', () => {
			isReady();
			for (const {go} of waiting) go();
			resolve(lines);
		});
	});
	if (child.stdout === null || child.stdin === null) throw new Error('no pipes');
	const {stdin} = child;
	// It may be killed before it has read anything.
	stdin.on('error', () => {});
	createInterface({input: child.stdout}).on('line', (text) => {
		const line: WriterLine | 'ready' = JSON.parse(text);
		isReady();
		if (line !== 'ready') lines.push(line);
		for (const {lines: wanted, go} of waiting) if (lines.length >= wanted) go();
	});
	return {
		process: child,
		lines,
		ready,
		ended,
		begin: () => stdin.end(),
		reach: (wanted) =>
			new Promise((resolve) => {
				waiting.push({lines: wanted, go: resolve});
				if (lines.length >= wanted || child.exitCode !== null || child.signalCode !== null) resolve();
			}),
	};
}
