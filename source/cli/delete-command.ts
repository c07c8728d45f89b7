import type {Command} from 'commander';
import {emptyChange} from '../domain/change.ts';
import {count} from '../domain/problem.ts';
import {fullName} from '../domain/user.ts';
import type {Act} from './act.ts';
import {type Context, commitChange, fail, nameUser, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {findUsers} from './find-users.ts';
import {printLines} from './io.ts';

type DeleteFlags = {readonly id: readonly string[]};

/** `usersheet delete`. */
export function registerDelete(program: Command, act: Act): void {
	program
		.command('delete')
		.description('delete users; it does not ask')
		.requiredOption('--id <id...>', 'the IDs of the users')
		.action((flags: DeleteFlags) => act((context) => runDelete(flags, context)));
}

async function runDelete(flags: DeleteFlags, context: Context): Promise<number> {
	return withSheet(context, 'write', async (opened) => {
		const {io} = context;
		const found = findUsers(opened.sheet, flags.id);
		if ('problem' in found) return fail(io, exitCodes.usage, found.problem);
		const [first, ...others] = found.users;
		const whom =
			first !== undefined && others.length === 0 ? fullName(first) : count(found.users.length, 'user');
		const change = {...emptyChange(`Delete ${whom}`), removed: found.users};
		const committed = await commitChange(io, opened, change);
		if ('failed' in committed) return committed.failed;
		const {removed} = committed.change;
		await printLines(io.stdout, [`${count(removed.length, 'user')} deleted:`, ...removed.map(nameUser)]);
		return exitCodes.done;
	});
}
