import type {Command} from 'commander';
import {emptyChange} from '../domain/change.ts';
import {describeWithdrawals} from '../domain/change-withdrawals.ts';
import {count} from '../domain/problem.ts';
import {fullName} from '../domain/user.ts';
import type {Act} from './act.ts';
import {addChangeFlags, type ChangeFlags, changeChosenUsers} from './change-chosen-users.ts';
import {type Context, nameUser} from './context.ts';
import {printLine, printLines} from './io.ts';

/** `usersheet delete`. */
export function registerDelete(program: Command, act: Act): void {
	addChangeFlags(program.command('delete').description('delete users; it does not ask')).action(
		act(runDelete),
	);
}

function runDelete(context: Context, flags: ChangeFlags): Promise<number> {
	return changeChosenUsers(flags, context, {
		plan(users) {
			const [first] = users;
			const named = first !== undefined && users.length === 1 ? fullName(first) : count(users.length, 'user');
			const change = {...emptyChange(`Delete ${named}`), removed: users};
			return {change, problems: [], nothing: 'No user was deleted.'};
		},
		async tell({removed}) {
			const withdrawals = describeWithdrawals(removed);
			if (withdrawals !== undefined) printLine(context.io.stderr, withdrawals);
			await printLines(context.io.stdout, [
				`${count(removed.length, 'user')} deleted:`,
				...removed.map(nameUser),
			]);
		},
	});
}
