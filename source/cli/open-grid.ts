import process from 'node:process';
import {type Preferences, preferenceOf} from '../app/preferences.ts';
import {prepareColorEnvironment} from '../terminal/frames/color-support.ts';
import {applyPreferences} from './apply-preferences.ts';
import {type Context, withSheet, withSilentSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import type {GlobalFlags} from './global-flags.ts';
import {printLine} from './io.ts';
import {readPreferences} from './own-preferences.ts';
import {printUsers} from './print-users.ts';

/**
 * Opens the grid, or the same in lines; without a terminal prints the users instead, and says so on standard error.
 *
 * @param asked the keys and the lines that were asked for on the command line
 */
export async function openGrid(
	context: Context,
	asked: Pick<GlobalFlags, 'keys' | 'linear'>,
): Promise<number> {
	const {io} = context;
	if (asked.linear ?? wantsLines(context)) return openLinear(context, asked);
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
	const screen = loadScreen(readPreferences(io.env));
	return withSilentSheet(context, 'write', async ({store, sheet}) => {
		const {runApp, chooseKeys} = await screen;
		await io.stdin.hidden?.handOver();
		return runApp({store, sheet, isDemo: context.isDemo, ...chooseKeys(context, asked.keys)});
	});
}

/** By the setting of the account, or as Ink is told of a screen reader; scripts that read the list of users go on reading it. */
function wantsLines({io: {env, stdin, stdout}}: Context): boolean {
	if (!stdin.isTerminal || !stdout.isTerminal) return false;
	return env.INK_SCREEN_READER === 'true' || preferenceOf(readPreferences(env), 'linear') === 'on';
}

async function openLinear(context: Context, asked: Pick<GlobalFlags, 'keys'>): Promise<number> {
	return withSilentSheet(context, 'write', async ({store, sheet}) => {
		const {runLinear} = await import('../ui/linear/run-linear.ts');
		const {chooseKeys} = await import('./choose-keys.ts');
		await context.io.stdin.hidden?.release();
		return runLinear({store, sheet, isDemo: context.isDemo, ...chooseKeys(context, asked.keys)});
	});
}

/** Loaded only here: no other command should wait for React and for the commands of the screen. */
async function loadScreen(
	preferences: Preferences,
): Promise<typeof import('../ui/run-app.tsx') & typeof import('./choose-keys.ts')> {
	applyPreferences(preferences, process.env);
	prepareColorEnvironment(process.env);
	return {...(await import('../ui/run-app.tsx')), ...(await import('./choose-keys.ts'))};
}
