import process from 'node:process';
import {prepareColorEnvironment} from '../ui/terminal/color-support.ts';
import {type Context, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {printLines} from './io.ts';
import {printUsers} from './print-users.ts';

/** Opens the grid; without a terminal prints the users instead, and says so on standard error. */
export async function openGrid(context: Context): Promise<number> {
	const {io} = context;
	if (!io.stdin.isTerminal || !io.stdout.isTerminal) {
		return withSheet(context, 'read', ({sheet}) => {
			printUsers(io, sheet, {showPins: false});
			printLines(
				io.stderr,
				'The sheet needs a terminal, so this is a list of the users. `usersheet --help` names the commands that need none.',
			);
			return exitCodes.done;
		});
	}
	return withSheet(context, 'write', async ({store, sheet}) => {
		prepareColorEnvironment(process.env);
		// Ink's layout engine would unpack itself through it, and load all of Node's HTTP client; nothing else here asks a server.
		Reflect.deleteProperty(globalThis, 'fetch');
		// Loaded only here: no other command should wait for React.
		const {runApp} = await import('../ui/run-app.tsx');
		return runApp({store, sheet, isDemo: context.isDemo});
	});
}
