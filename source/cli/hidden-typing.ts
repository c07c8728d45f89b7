import {constants} from 'node:os';
import process from 'node:process';

/** What ends the program from outside. */
const endSignals = ['SIGHUP', 'SIGTERM', 'SIGINT'] as const;

let isHidden = false;

/**
 * The terminal shows nothing of what is typed from now on. Whatever ends the program gives it back as it was: libraries that
 * listen for signals would keep Node from doing so. Nothing is read yet: what is typed waits for who reads first. Standard
 * input has to be a terminal.
 */
export function hideTyping(): void {
	if (isHidden) return;
	isHidden = true;
	// Setting modes fails when the terminal has hung up, which is no fault of the program.
	if (!process.stdin.listeners('error').includes(ignoreError)) process.stdin.on('error', ignoreError);
	process.stdin.setRawMode(true);
	process.on('SIGCONT', hideAgain);
	for (const signal of endSignals) process.on(signal, endBySignal);
}

/** The terminal shows again what is typed. */
export function showTyping(): void {
	if (!isHidden) return;
	leaveTyping();
	process.stdin.setRawMode(false);
}

/** Leaves the terminal as it is to what takes over now, signals too. */
export function leaveTyping(): void {
	if (!isHidden) return;
	isHidden = false;
	process.off('SIGCONT', hideAgain);
	for (const signal of endSignals) process.off(signal, endBySignal);
}

/** Ends the program as a shell expects it of one that a signal ended: SIGHUP is for a terminal that has hung up. */
export function endBySignal(signal: NodeJS.Signals): void {
	process.stdin.setRawMode(false);
	process.exit(128 + constants.signals[signal]);
}

/** The shell has set the terminal to its own modes while the program was stopped; Node does not know that. */
function hideAgain(): void {
	process.stdin.setRawMode(false);
	process.stdin.setRawMode(true);
}

function ignoreError(): void {}
