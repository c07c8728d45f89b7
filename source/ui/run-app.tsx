import {constants} from 'node:os';
import process from 'node:process';
import {render} from 'ink';
import {showsSentKeys} from '../app/screens/keys/keys-state.ts';
import type {Runtime} from '../shell/runtime.ts';
import type {ScreenAccess} from '../shell/screen-effects.ts';
import {createSheetLoop, followStore, keepDraft, type OpenedSheet} from '../shell/sheet-loop.ts';
import {hasStyles, wantsColor} from '../terminal/frames/color-support.ts';
import {continueAfterStop} from '../terminal/frames/continue-after-stop.ts';
import {createFrameWriter} from '../terminal/frames/frame-writer.ts';
import {InkInput} from '../terminal/input/ink-input.ts';
import {setTextMode, textModeOf} from '../terminal/text/cell-width.ts';
import {App} from './app.tsx';
import {describeSentKey} from './describe-sent-key.ts';
import {followStopSignals} from './stop-signals.ts';
import {createTerminalLoan} from './terminal-loan.ts';

/** What the screen needs of the process; tests hand in streams of their own. */
export type Terminal = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
};

/**
 * Opens the sheet on the screen until the person quits.
 *
 * @returns the exit code: 0, or as a shell has it when a signal ended it
 * @throws what went wrong in our own code, after the terminal has been given back
 */
export async function runApp({
	terminal = process,
	watch = (runtime) => runtime,
	...opened
}: OpenedSheet & {
	readonly terminal?: Terminal;
	/** Puts something between screen and loop: how tests know that a key has arrived. */
	readonly watch?: (runtime: Runtime) => Runtime;
}): Promise<number> {
	setTextMode(textModeOf(process.env));
	const writer = createFrameWriter(terminal.stdout, {withColor: wantsColor(process.env)});
	const size = () => ({columns: writer.columns, rows: writer.rows});
	let fault: {readonly error: unknown} | undefined;
	const fail = (error: unknown): void => {
		fault ??= {error};
		loan.callIn();
		app.unmount();
	};
	const loan = createTerminalLoan(writer);
	const screen: ScreenAccess = {
		redraw: () => writer.reset(),
		writeAside: (sequence) => writer.writeAside(sequence),
		lend: loan.lend,
	};
	const runtime = watch(createSheetLoop(opened, {size: size(), screen, quit: () => app.unmount()}, fail));
	const followMouse = (): void => writer.setMouse(runtime.model().mouse);
	followMouse();
	runtime.subscribe(followMouse);
	writer.on('resize', () => runtime.dispatch({type: 'screen/resize', size: size()}));
	const endContinue = continueAfterStop(process, {stdin: terminal.stdin, writer});
	const input = new InkInput(terminal.stdin);
	input.on('bytes', (bytes: Uint8Array) => {
		if (showsSentKeys(runtime.model())) runtime.dispatch({type: 'keys/sent', key: describeSentKey(bytes)});
	});
	const app = render(
		<>
			<loan.Lender />
			<App runtime={runtime} isPlain={!hasStyles(process.env)} />
		</>,
		{
			stdin: input as unknown as NodeJS.ReadStream,
			stdout: writer as unknown as NodeJS.WriteStream,
			// Whole frames, unthrottled: the frame writer sends only the cells that differ.
			debug: true,
			interactive: true,
			alternateScreen: true,
			exitOnCtrlC: false,
			patchConsole: false,
		},
	);
	const stopFollowing = followStore(opened.store, runtime, fail);
	let signal: NodeJS.Signals | undefined;
	const stop = (received: NodeJS.Signals): void => {
		if (received === 'SIGINT' && loan.isOut()) return;
		signal ??= received;
		loan.callIn();
		keepDraft(opened.store, runtime);
		app.unmount();
	};
	const endSignals = followStopSignals(stop, terminal === process);
	// The terminal is gone, and the signal that says so comes later, or not at all.
	writer.on('close', () => stop('SIGHUP'));
	input.on('lost', () => stop('SIGHUP'));
	// Reported at once, a fault would be written to a screen that is about to go away.
	if (terminal === process) process.setUncaughtExceptionCaptureCallback(fail);
	try {
		await app.waitUntilExit();
		// What the screen has taken is written to the end, also when the terminal has been hung up.
		await runtime.whenIdle();
	} finally {
		if (terminal === process) process.setUncaughtExceptionCaptureCallback(null);
		stopFollowing();
		endContinue();
		endSignals();
	}
	if (fault !== undefined) throw fault.error;
	return signal === undefined ? 0 : 128 + constants.signals[signal];
}
