import {type ChildProcess, spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import process from 'node:process';
import {quote} from '../../domain/problem.ts';

/** Milliseconds that an editor has to give the terminal back when usersheet is ended from outside. */
const lastTime = 1000;
/** Milliseconds in which the stop of the whole job has arrived here too. */
const stopTime = 50;
/** A command that begins with a variable, or is several commands. */
const compound = /^\s*\w+=|[;&|]/;

/**
 * Runs an editor on a file, with the terminal that usersheet has, and waits for it.
 *
 * @param command as a shell takes it: with arguments, such as "code --wait"
 * @param ended aborted when usersheet is to end: the editor is ended too
 * @returns why the file is not to be used, or undefined when the editor has ended well
 */
export async function runEditor(
	command: string,
	file: string,
	env: NodeJS.ProcessEnv,
	ended: AbortSignal,
): Promise<string | undefined> {
	return new Promise((resolve) => {
		const child = start(command, file, env);
		const end = (): void => {
			child.kill('SIGTERM');
			setTimeout(() => child.kill('SIGKILL'), lastTime).unref();
		};
		ended.addEventListener('abort', end, {once: true});
		if (ended.aborted) end();
		const endFollowing = followStop(child);
		const settle = (reason: string | undefined): void => {
			endFollowing();
			ended.removeEventListener('abort', end);
			resolve(reason);
		};
		child.once('error', (error) => settle(`The editor cannot be started: ${error.message}.`));
		child.once('exit', (code, signal) => settle(describeExit(command, code, signal)));
	});
}

function start(command: string, file: string, env: NodeJS.ProcessEnv): ChildProcess {
	if (process.platform === 'win32') {
		return spawn(`${command} "${file}"`, {shell: true, stdio: 'inherit', env});
	}
	// As other programs have it: the shell takes the command apart, and gets the file by itself. Where it can, the editor takes
	// the place of the shell, so that signals and stops are its own.
	const exec = compound.test(command) ? '' : 'exec ';
	return spawn('/bin/sh', ['-c', `${exec}${command} "$@"`, command, file], {stdio: 'inherit', env});
}

/**
 * An editor that stops (Ctrl+Z) mostly stops usersheet with it, as both are one job of the shell. Where it has stopped only
 * itself, usersheet follows: otherwise the person could type to neither of them. `fg` continues both.
 *
 * @returns what ends it
 */
function followStop({pid}: ChildProcess): () => void {
	if (process.platform !== 'linux') return () => {};
	let timer: NodeJS.Timeout | undefined;
	const follow = (): void => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			if (isStopped(pid)) process.kill(process.pid, 'SIGSTOP');
		}, stopTime);
	};
	process.on('SIGCHLD', follow);
	return () => {
		clearTimeout(timer);
		process.off('SIGCHLD', follow);
	};
}

/** Whether a process is stopped, and can be continued; false where the system does not tell. */
export function isStopped(pid: number | undefined): boolean {
	try {
		// The name before the state may hold anything, a bracket too.
		return readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\)/s, '').startsWith(' T ');
	} catch {
		return false;
	}
}

function describeExit(
	command: string,
	code: number | null,
	signal: NodeJS.Signals | null,
): string | undefined {
	if (signal !== null) return `The editor was ended by ${signal}: nothing of it is taken over.`;
	switch (code) {
		case 0:
			return undefined;
		case 126:
		case 127:
			return `The editor ${quote(command)} cannot be started. Set the environment variable EDITOR to another one.`;
		default:
			return `The editor ended with exit code ${code}: nothing of it is taken over.`;
	}
}
