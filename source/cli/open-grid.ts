import process from 'node:process';
import type {KeymapName} from '../app/keymap/keymap.ts';
import {prepareColorEnvironment} from '../terminal/frames/color-support.ts';
import {type Context, withSheet, withSilentSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {printLine} from './io.ts';
import {printUsers} from './print-users.ts';

/**
 * Opens the grid; without a terminal prints the users instead, and says so on standard error.
 *
 * @param asked the keys that were asked for on the command line
 */
export async function openGrid(context: Context, asked?: KeymapName): Promise<number> {
	const {io} = context;
	if (!io.stdin.isTerminal || !io.stdout.isTerminal) {
		return withSheet(context, 'read', async ({sheet}) => {
			await printUsers(io, sheet);
			printLine(
				io.stderr,
				'The sheet needs a terminal, so this is a list of the users. "usersheet --help" names the commands that need none.',
			);
			return exitCodes.done;
		});
	}
	// Begun before the store is opened: it goes on while a passphrase is typed.
	const screen = loadScreen();
	return withSilentSheet(context, 'write', async ({store, sheet}) => {
		const {runApp, chooseKeys} = await screen;
		await io.stdin.hidden?.handOver();
		return runApp({store, sheet, isDemo: context.isDemo, ...chooseKeys(context, asked)});
	});
}

/** Loaded only here: no other command should wait for React and for the commands of the screen. */
async function loadScreen(): Promise<typeof import('../ui/run-app.tsx') & typeof import('./choose-keys.ts')> {
	prepareColorEnvironment(process.env);
	return {...(await import('../ui/run-app.tsx')), ...(await import('./choose-keys.ts'))};
}
