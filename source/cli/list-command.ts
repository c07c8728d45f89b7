import type {Command} from 'commander';
import {findProblems} from '../domain/check-in-sheet.ts';
import {storedFields} from '../domain/field-lists.ts';
import {formatProblem} from '../domain/problem.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';
import {finishWork} from '../domain/work.ts';
import type {Act} from './act.ts';
import {type Context, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {jsonLines, toJsonProblem} from './format-json.ts';
import {type Io, printLine, printLines, writePieces} from './io.ts';
import {printUsers} from './print-users.ts';

type ListFlags = {readonly json?: boolean; readonly showPins?: boolean; readonly problems?: boolean};

/** `usersheet list`. */
export function registerList(program: Command, act: Act): void {
	program
		.command('list')
		.description('show all users as text')
		.option('--json', 'as a JSON array')
		.option('--show-pins', 'with the deployment PINs')
		.option('--problems', 'instead, what is wrong with any of them, or deserves a look')
		.action((flags: ListFlags) => act((context) => runList(flags, context)));
}

async function runList(flags: ListFlags, context: Context): Promise<number> {
	const {json = false, showPins = false, problems = false} = flags;
	return withSheet(context, 'read', async ({sheet}) => {
		const {io} = context;
		if (problems) await printProblems(io, sheet, json);
		else if (json)
			await writePieces(
				io.stdout,
				jsonLines(sheet.users, (user) => toJsonUser(user, showPins)),
			);
		else await printUsers(io, sheet, {showPins});
		return exitCodes.done;
	});
}

async function printProblems(io: Io, sheet: Sheet, json: boolean): Promise<void> {
	const ids = sheet.users.map(({id}) => id);
	const problems = finishWork(findProblems(sheet, ids)).map(({problem}) => problem);
	if (json) await writePieces(io.stdout, jsonLines(problems, toJsonProblem));
	else await printLines(io.stdout, problems.map(formatProblem));
	if (problems.length === 0) printLine(io.stderr, 'Nothing is wrong with any user.');
}

/** A user with the field keys; of a secret only whether there is one, and no PIN unless it was asked for. */
function toJsonUser(user: User, showPins: boolean): object {
	const shown = storedFields.filter(({kind}) => kind !== 'secret' && (kind !== 'pin' || showPins));
	const secret = storedFields.filter(({kind}) => kind === 'secret');
	return {
		id: user.id,
		origin: user.origin,
		...Object.fromEntries(shown.map(({key}) => [key, user[key]])),
		secrets: Object.fromEntries(secret.map(({key}) => [key, user[key] !== ''])),
	};
}
