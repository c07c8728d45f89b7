import type {Command} from 'commander';
import {storedFields} from '../domain/field.ts';
import type {User} from '../domain/user.ts';
import {type Context, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {jsonLines} from './format-json.ts';
import {writePieces} from './io.ts';
import {printUsers} from './print-users.ts';
import type {Act} from './program.ts';

type ListFlags = {readonly json?: boolean; readonly showPins?: boolean};

/** `usersheet list`. */
export function registerList(program: Command, act: Act): void {
	program
		.command('list')
		.description('show all users as text')
		.option('--json', 'as a JSON array')
		.option('--show-pins', 'with the deployment PINs')
		.action((flags: ListFlags) => act((context) => runList(flags, context)));
}

async function runList({json = false, showPins = false}: ListFlags, context: Context): Promise<number> {
	return withSheet(context, 'read', async ({sheet}) => {
		const {io} = context;
		if (json)
			await writePieces(
				io.stdout,
				jsonLines(sheet.users, (user) => toJsonUser(user, showPins)),
			);
		else await printUsers(io, sheet, {showPins});
		return exitCodes.done;
	});
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
