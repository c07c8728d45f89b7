import {type Command, Option} from 'commander';
import {count} from '../domain/problem.ts';
import {compileQuery, formatQueryProblem, type QueryProblem} from '../domain/query/compile-query.ts';
import {findMatches} from '../domain/query/find-matches.ts';
import {historyNeeded, type UserQueryContext, userQueryTable} from '../domain/query/user-query.ts';
import type {User} from '../domain/user.ts';
import {finishWork} from '../domain/work.ts';
import {machineTimeZone} from '../shell/machine-time-zone.ts';
import {fail, failStore, type Opened} from './context.ts';
import {type ExitCode, exitCodes} from './exit-code.ts';
import {findUsers} from './find-users.ts';
import {type Io, printLine} from './io.ts';

/** The flags that say which users a command is for. */
export type UserFlags = {
	readonly id?: readonly string[];
	readonly where?: string;
	readonly all?: boolean;
};

/** The users that the flags choose, by ID, or the exit code after the reason was told. */
export type Chosen = {readonly users: readonly User[]} | {readonly failed: ExitCode};

const filterHelp = `
All terms of a filter must be true; spaces separate them. A term is a word,
"a phrase", /a regular expression/, field:value, field:=whole value, or field:
(empty). A minus in front leaves out what matches. Beside the fields there are
  id:1-50,60  pin:none|set|weak  origin:csv  problem:  problem:email  changed:7d`;

/** Adds `--id` and `--where`. */
export function addUserFlags(command: Command): Command {
	return command
		.addOption(
			new Option('--id <id...>', 'the users with these IDs, like 1-50,60').conflicts(['where', 'all']),
		)
		.addOption(
			new Option(
				'--where <filter>',
				'the users that this filter finds, like profile:Remote pin:none',
			).conflicts('all'),
		)
		.addHelpText('after', filterHelp);
}

/** Whether any of the flags was given: a command that changes users is never for all of them by itself. */
export function isChosen({id, where, all}: UserFlags): boolean {
	return id !== undefined || all === true || (where !== undefined && where.trim() !== '');
}

/** Says that one of them is needed. */
export function failUnchosen(io: Io): ExitCode {
	return fail(io, exitCodes.usage, 'For which users? Give --id, --where or --all.');
}

/** Says why a filter cannot be followed. */
export function failQuery(io: Io, problem: QueryProblem): ExitCode {
	return fail(io, exitCodes.usage, `--where: ${formatQueryProblem(problem)}`);
}

/** The users that the flags choose; without a flag all of them. */
export async function chooseUsers({id, where = ''}: UserFlags, opened: Opened, io: Io): Promise<Chosen> {
	const {users} = opened.sheet;
	if (id !== undefined) {
		const found = findUsers(opened.sheet, id);
		return 'problem' in found ? {failed: fail(io, exitCodes.usage, found.problem)} : found;
	}
	if (where.trim() === '') return {users};
	const found = await findByFilter(where, opened, io);
	if ('users' in found && found.users.length === 0 && users.length > 0)
		printLine(io.stderr, `The filter finds none of ${count(users.length, 'user')}.`);
	return found;
}

async function findByFilter(
	where: string,
	{sheet, store}: Opened,
	io: Io,
	changes?: UserQueryContext['changes'],
): Promise<Chosen> {
	const query = compileQuery(where, userQueryTable({sheet, ...(changes === undefined ? {} : {changes})}));
	if (!('problem' in query)) return {users: finishWork(findMatches(sheet.users, query))};
	if (query.problem.code !== historyNeeded.code) return {failed: failQuery(io, query.problem)};
	const lastById = await store.lastChanges();
	if ('error' in lastById) return {failed: failStore(io, lastById.error)};
	return findByFilter(where, {sheet, store}, io, {
		now: new Date().toISOString(),
		timeZone: machineTimeZone(io.env),
		lastById,
	});
}
