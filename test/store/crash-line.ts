import {writeSync} from 'node:fs';

/** What a process that is meant to be killed prints: which store it has saved, and the revision of the sheet with it. */
export type CrashLine = {readonly store: number; readonly revision: number} | {readonly failed: string};

/** Of the stores that are encrypted. */
export const crashPassphrase = 'twelve monkeys';

/** Works on each store, all at the same time, when standard input ends: so that one kill hits each at another moment. */
export function runWhenAsked(work: (directory: string, index: number) => Promise<void>): void {
	const directories: readonly string[] = JSON.parse(process.argv[2] ?? '[]');
	process.stdin.resume();
	process.stdin.once('end', () => {
		for (const [index, directory] of directories.entries()) void work(directory, index);
	});
	writeSync(1, 'ready\n');
}

/** At once, so that what was printed before a kill is read. */
export function printLine(line: CrashLine): void {
	writeSync(1, `${JSON.stringify(line)}\n`);
}
