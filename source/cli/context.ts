import type {Change} from '../domain/change.ts';
import type {Conflict} from '../domain/conflict.ts';
import {describeConsequences} from '../domain/consequences.ts';
import {describeWhich} from '../domain/describe-left.ts';
import {count, formatProblem, type Problem, quote} from '../domain/problem.ts';
import type {Sheet} from '../domain/sheet.ts';
import {fullName, type User} from '../domain/user.ts';
import type {Commit, CommitOptions} from '../store/commit-change.ts';
import type {Seal} from '../store/seal/seal.ts';
import type {AskPassphrase} from '../store/seal/unlock-key.ts';
import type {Store} from '../store/store.ts';
import type {StoreError} from '../store/store-error.ts';
import {type ExitCode, exitCodes} from './exit-code.ts';
import {type Io, printLine} from './io.ts';

/** The store of this run, and the sheet as it was read. */
export type Opened = {readonly store: Store; readonly sheet: Sheet};

export type Access = 'read' | 'write';

/** What every command gets: the process, and a way to the store that the global flags name. */
export type Context = {
	readonly io: Io;
	/** Folder of the store, for what looks at its files without opening it. */
	readonly directory: string;
	/** Whether the store is thrown away at the end. */
	readonly isDemo: boolean;
	readonly isReadOnly: boolean;
	/** Asks for a passphrase: the store's, or that of a backup. */
	readonly ask: AskPassphrase;
	/** How the store's files are read and written; the passphrase is asked for once. */
	readonly unlock: () => Promise<Seal | {readonly error: StoreError}>;
	/** `write` fails at once where a commit would, so that no work is lost; `read` needs no such permission. */
	readonly openSheet: (access: Access) => Promise<Opened | {readonly error: StoreError}>;
};

/** Opens the store for a command; where that fails, says why. What reading it has passed over is told on standard error. */
export async function withSheet(
	context: Context,
	access: Access,
	run: (opened: Opened) => number | Promise<number>,
): Promise<number> {
	return withSilentSheet(context, access, (opened) => {
		tellNotice(context.io, opened.store);
		return run(opened);
	});
}

/** The same for the screen, which has a place of its own for such a notice. */
export async function withSilentSheet(
	context: Context,
	access: Access,
	run: (opened: Opened) => number | Promise<number>,
): Promise<number> {
	const opened = await context.openSheet(access);
	if ('error' in opened) return failStore(context.io, opened.error);
	try {
		return await run(opened);
	} finally {
		await opened.store.close();
	}
}

/** Tells what reading the store has passed over. */
export function tellNotice(io: Io, store: Store): void {
	const notice = store.notice();
	if (notice !== undefined) printLine(io.stderr, notice);
}

/** Commits a change and tells what it collided with; where it cannot be written, says why and gives the exit code. */
export async function commitChange(
	io: Io,
	{store, sheet}: Opened,
	change: Change,
	options: CommitOptions = {},
): Promise<Commit | {readonly failed: ExitCode}> {
	const committed = await store.commit(change, sheet, options);
	if ('error' in committed) return {failed: failStore(io, committed.error)};
	reportConflicts(io, committed.conflicts);
	return committed;
}

/** Tells where another person changed the same things since the sheet was read. */
export function reportConflicts(io: Io, conflicts: readonly Conflict[]): void {
	const shown = conflicts.slice(0, 20);
	for (const conflict of shown) printLine(io.stderr, describeConflict(conflict));
	if (conflicts.length > shown.length)
		printLine(io.stderr, `And ${count(conflicts.length - shown.length, 'more conflict')} of this kind.`);
}

/** Says on standard error what follows from a change outside of the sheet (rules.md 3.16). */
export function tellConsequences(io: Io, change: Change): void {
	const consequences = describeConsequences(change);
	if (consequences !== undefined) printLine(io.stderr, consequences);
}

/** Says on standard error why the store cannot be used. */
export function failStore(io: Io, error: StoreError): ExitCode {
	printLine(io.stderr, error.message);
	return exitCodes.store;
}

/** Says on standard error what is wrong, one line each. */
export function fail(io: Io, code: ExitCode, problems: string | readonly Problem[]): ExitCode {
	const texts = typeof problems === 'string' ? [problems] : problems.map(formatProblem);
	for (const text of texts) printLine(io.stderr, text);
	return code;
}

/** "12 Ann Archer". */
export function nameUser(user: User): string {
	return `${user.id} ${fullName(user)}`;
}

function describeConflict(conflict: Conflict): string {
	const which = describeWhich(conflict);
	if (conflict.what === 'setting') return `The setting ${quote(which ?? '')} ${changedHere}`;
	const {what, name} = conflict;
	const whose = what === 'user' ? `user ${conflict.id} ${name}` : `profile ${quote(name)}`;
	return which === undefined
		? `${whose.replace(/^./, (letter) => letter.toUpperCase())} was changed or deleted by another person at the same time.`
		: `${which} of ${whose} ${changedHere}`;
}

const changedHere = 'was changed by another person at the same time; the value given here was written.';
