import type {Command} from 'commander';
import type {Act} from './act.ts';
import {type Context, failStore, type Opened, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {type Io, printLine} from './io.ts';

/** `usersheet backup`. */
export function registerBackup(program: Command, act: Act): void {
	program
		.command('backup')
		.description('write a dated copy of the whole sheet, and print its name')
		.addHelpText(
			'after',
			'\n"usersheet settings --backups N" says how many are kept; the oldest ones go.\n"usersheet restore FILE" brings one back.',
		)
		.action(act(runBackup));
}

async function runBackup(context: Context): Promise<number> {
	return withSheet(context, 'write', (opened) => backUp(opened, context.io));
}

async function backUp({store, sheet}: Opened, io: Io): Promise<number> {
	// A copy of nothing would in the end push a copy of something out.
	if (sheet.revision === 0 && !store.readOnly) {
		printLine(io.stderr, 'There is nothing to copy yet: nothing has ever been changed.');
		return exitCodes.done;
	}
	const made = await store.backup();
	if ('error' in made) return failStore(io, made.error);
	printLine(io.stdout, made.file);
	return exitCodes.done;
}
