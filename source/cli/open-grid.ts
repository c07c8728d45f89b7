import process from 'node:process';
import {prepareColorEnvironment} from '../terminal/frames/color-support.ts';
import {type Context, withSheet, withSilentSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {printLine} from './io.ts';
import {printUsers} from './print-users.ts';

/** Opens the grid; without a terminal prints the users instead, and says so on standard error. */
export async function openGrid(context: Context): Promise<number> {
	const {io} = context;
	if (!io.stdin.isTerminal || !io.stdout.isTerminal) {
		return withSheet(context, 'read', async ({sheet}) => {
			await printUsers(io, sheet, {showPins: false});
			printLine(
				io.stderr,
				'The sheet needs a terminal, so this is a list of the users. "usersheet --help" names the commands that need none.',
			);
			return exitCodes.done;
		});
	}
	// Begun before the store is opened: it gets on while somebody types a passphrase.
	const screen = loadScreen();
	return withSilentSheet(context, 'write', async ({store, sheet}) => {
		const {runApp} = await screen;
		await io.stdin.hidden?.handOver();
		return runApp({store, sheet, isDemo: context.isDemo});
	});
}

/** Loaded only here: no other command should wait for React. */
function loadScreen(): Promise<typeof import('../ui/run-app.tsx')> {
	prepareColorEnvironment(process.env);
	// Ink's layout engine would unpack itself through it, and load all of Node's HTTP client; nothing else here asks a server.
	Reflect.deleteProperty(globalThis, 'fetch');
	return import('../ui/run-app.tsx');
}
