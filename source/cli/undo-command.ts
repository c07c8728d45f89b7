import type {Command} from 'commander';
import {isEmptyChange} from '../domain/change.ts';
import type {Conflict} from '../domain/conflict.ts';
import {describeCount} from '../domain/describe-entry.ts';
import {countLeft, describeLeft} from '../domain/describe-left.ts';
import type {Entry} from '../domain/entry.ts';
import {planUndo, type UndoPlan} from '../domain/plan-undo.ts';
import type {Act} from './act.ts';
import {type Context, fail, failStore, type Opened, tellConsequences, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {type Io, printLine, printLines} from './io.ts';

type UndoFlags = {readonly dryRun?: boolean};

/** `usersheet undo`. */
export function registerUndo(program: Command, act: Act): void {
	program
		.command('undo')
		.description('take one change of the history back, as one new change')
		.argument('<n>', 'the number that "usersheet history" gives it')
		.option('--dry-run', 'say what would be done, and write nothing')
		.addHelpText(
			'after',
			'\nWhat was changed since stays as it is, and is listed on standard error. The undo\nis in the history too, so it can be undone.',
		)
		.action(act(runUndo));
}

async function runUndo(context: Context, n: string, {dryRun = false}: UndoFlags): Promise<number> {
	const {io} = context;
	return withSheet(context, dryRun ? 'read' : 'write', async (opened) => {
		const entries = await opened.store.history();
		if ('error' in entries) return failStore(io, entries.error);
		const summary = entries.find(({revision}) => String(revision) === n);
		if (summary === undefined)
			return fail(
				io,
				exitCodes.usage,
				`There is no change ${n} in the history. "usersheet history" lists them.`,
			);
		const entry = await opened.store.entry(summary);
		if ('error' in entry) return failStore(io, entry.error);
		return undoEntry(entry, opened, dryRun, io);
	});
}

async function undoEntry(entry: Entry, {store, sheet}: Opened, dryRun: boolean, io: Io): Promise<number> {
	const plan = planUndo(entry, sheet);
	const {label} = entry.change;
	if (isEmptyChange(plan.change)) return refuseUndo(label, plan.left, io);
	if (dryRun) {
		printLine(io.stdout, `Would undo “${label}”: ${describeCount(plan.change)}.`);
		return tellRest(plan, io);
	}
	const committed = await store.commit(plan.change, sheet, {prefer: 'theirs', origination: {from: 'undo'}});
	if ('error' in committed) return failStore(io, committed.error);
	// What another person has changed in the meantime stays too.
	const left = [...plan.left, ...committed.conflicts];
	if (isEmptyChange(committed.change)) return refuseUndo(label, left, io);
	printLine(io.stdout, `Undone “${label}”: ${describeCount(committed.change)}.`);
	return tellRest({change: committed.change, left}, io);
}

async function refuseUndo(label: string, left: readonly Conflict[], io: Io): Promise<number> {
	const all =
		left.length === 0
			? `There is nothing to undo: all is as it was before “${label}”.`
			: 'Nothing can be undone.';
	await printLines(io.stderr, [all, ...left.map(describeLeft)]);
	return exitCodes.refused;
}

async function tellRest({change, left}: UndoPlan, io: Io): Promise<number> {
	tellConsequences(io, change);
	if (left.length > 0) await printLines(io.stderr, [`${countLeft(left)}:`, ...left.map(describeLeft)]);
	return exitCodes.done;
}
