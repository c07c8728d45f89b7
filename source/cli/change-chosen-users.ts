import type {Command} from 'commander';
import {type Change, isEmptyChange} from '../domain/change.ts';
import type {Problem} from '../domain/problem.ts';
import {fullName, type User} from '../domain/user.ts';
import {addUserFlags, chooseUsers, failUnchosen, isChosen, type UserFlags} from './chosen-users.ts';
import {type Context, commitChange, type Opened, withSheet} from './context.ts';
import {describeDifferences} from './describe-differences.ts';
import {exitCodes} from './exit-code.ts';
import {jsonReport} from './format-json.ts';
import {groupProblems} from './group-problems.ts';
import {printLine, printLines, writePieces} from './io.ts';
import {jsonHelp} from './json-help.ts';
import {toJsonUpdate} from './to-json-entry.ts';

/** The flags of every command that changes users who are there. */
export type ChangeFlags = UserFlags & {readonly dryRun?: boolean; readonly json?: boolean};

/** What a command would do. */
export type PlannedChange = {
	readonly change: Change;
	/** What deserves a look; an error keeps it from being done. */
	readonly problems: readonly Problem[];
	/** What is said where the change is empty. */
	readonly nothing: string;
	/** What else a script is told, by name. */
	readonly facts?: Readonly<Record<string, unknown>>;
};

type Steps = {
	readonly plan: (users: readonly User[], opened: Opened) => PlannedChange;
	/** Tells a person what was done. */
	readonly tell: (change: Change) => Promise<void>;
	/** What else a script is told of what was done. */
	readonly result?: (change: Change) => Readonly<Record<string, unknown>>;
};

/** Adds the flags that say for which users, `--dry-run` and `--json`. */
export function addChangeFlags(command: Command): Command {
	return addUserFlags(command)
		.option('--all', 'all users')
		.option('--dry-run', 'show what would happen; the sheet is not written')
		.option('--json', 'print the result as one JSON object')
		.addHelpText('after', jsonHelp.users);
}

/** Plans a change of the users that the flags choose, commits it unless this is a dry run, and tells of it. */
export async function changeChosenUsers(
	flags: ChangeFlags,
	context: Context,
	{plan, tell, result}: Steps,
): Promise<number> {
	const {io} = context;
	const {dryRun = false, json = false} = flags;
	if (!isChosen(flags)) return failUnchosen(io);
	return withSheet(context, dryRun ? 'read' : 'write', async (opened) => {
		const chosen = await chooseUsers(flags, opened, io);
		if ('failed' in chosen) return chosen.failed;
		const {change, problems, nothing, facts} = plan(chosen.users, opened);
		const isRefused = problems.some(({severity}) => severity === 'error');
		if (!json) await printLines(io.stderr, groupProblems(problems));
		const isWritten = !dryRun && !isRefused && !isEmptyChange(change);
		const done = isWritten ? await commitChange(io, opened, change) : {change};
		if ('failed' in done) return done.failed;
		if (json) {
			const report = {
				dryRun,
				committed: isWritten,
				revision: ('entry' in done && done.entry?.revision) || null,
				users: chosen.users.length,
				...toJsonChange(done.change),
				...facts,
				...(isWritten ? result?.(done.change) : {}),
			};
			await writePieces(io.stdout, jsonReport(report, problems));
		} else if (opened.sheet.users.length === 0) printLine(io.stderr, 'There are no users.');
		else if (isEmptyChange(change)) {
			if (!isRefused && chosen.users.length > 0) printLine(io.stderr, nothing);
		} else if (isWritten) await tell(done.change);
		else if (!isRefused)
			await printLines(io.stdout, [
				...describeDifferences(change),
				'Dry run: nothing was written. The same command without --dry-run does it.',
			]);
		return isRefused ? exitCodes.refused : exitCodes.done;
	});
}

function toJsonChange({updated, removed}: Change): Readonly<Record<string, unknown>> {
	return {
		updated: updated.map(toJsonUpdate),
		removed: removed.map((user) => ({id: user.id, name: fullName(user)})),
	};
}
