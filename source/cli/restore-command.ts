import path from 'node:path';
import type {Command} from 'commander';
import {isEmptyChange} from '../domain/change.ts';
import {describeCount} from '../domain/describe-entry.ts';
import {restoreChange} from '../domain/restore-change.ts';
import type {Sheet} from '../domain/sheet.ts';
import {readBackup} from '../store/backup/read-backup.ts';
import type {Act} from './act.ts';
import {
	type Context,
	commitChange,
	fail,
	failStore,
	type Opened,
	tellConsequences,
	withSheet,
} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {type Io, printLine} from './io.ts';

type RestoreFlags = {readonly dryRun?: boolean};

/** `usersheet restore`. */
export function registerRestore(program: Command, act: Act): void {
	program
		.command('restore')
		.description('make the sheet hold again what a backup holds, as one new change')
		.argument('<file>', 'a dated copy, or a users.json as it is without its journal')
		.option('--dry-run', 'check the file, say what would be done, and write nothing')
		.addHelpText(
			'after',
			'\nUsers, profiles and settings become those of the backup. IDs that were given\nsince are not given again. The restore is in the history, so it can be undone.',
		)
		.action(act(runRestore));
}

async function runRestore(context: Context, file: string, {dryRun = false}: RestoreFlags): Promise<number> {
	const seal = await context.unlock();
	if ('error' in seal) return failStore(context.io, seal.error);
	const backup = await readBackup(path.resolve(file), seal, context.ask);
	if ('error' in backup) {
		const code = backup.error.kind === 'encrypted' ? exitCodes.store : exitCodes.usage;
		return fail(context.io, code, backup.error.message);
	}
	return withSheet(context, dryRun ? 'read' : 'write', (opened) =>
		restoreBackup(path.basename(file), backup.sheet, opened, dryRun, context.io),
	);
}

async function restoreBackup(
	name: string,
	backup: Sheet,
	opened: Opened,
	dryRun: boolean,
	io: Io,
): Promise<number> {
	const {sheet} = opened;
	const change = restoreChange(sheet, backup, `Restore ${name}`);
	if (isEmptyChange(change)) {
		printLine(io.stderr, `There is nothing to restore: the sheet holds what ${name} holds.`);
		return exitCodes.done;
	}
	if (dryRun) {
		printLine(io.stdout, `Would restore ${name}: ${describeCount(change)}.`);
		tellConsequences(io, change);
		return exitCodes.done;
	}
	const committed = await commitChange(io, opened, change, {origination: {from: 'restore'}});
	if ('failed' in committed) return committed.failed;
	printLine(io.stdout, `Restored ${name}: ${describeCount(committed.change)}.`);
	tellConsequences(io, committed.change);
	if (sheet.revision === 0)
		printLine(
			io.stderr,
			`New users get IDs from ${committed.sheet.nextId} on. IDs that were given after this copy was made would be given again: "usersheet doctor --salvage DIR" knows more of them, where the old folder is left.`,
		);
	if (committed.entry !== undefined)
		printLine(io.stderr, `"usersheet undo ${committed.entry.revision}" takes it back.`);
	return exitCodes.done;
}
