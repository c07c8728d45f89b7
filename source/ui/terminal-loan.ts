import process from 'node:process';
import type {Writable} from 'node:stream';
import {useApp} from 'ink';
import {useLayoutEffect} from 'react';
import type {ScreenAccess} from '../shell/screen-effects.ts';

/** How another program is given the terminal for a while. */
export type TerminalLoan = {
	/** Has to be part of what Ink renders: only from there Ink gives the terminal away. */
	readonly Lender: () => null;
	readonly lend: ScreenAccess['lend'];
	/** Whether the other program has it just now: then its keys are none for us, Ctrl+C among them. */
	readonly isOut: () => boolean;
	/** Ends the other program, because this one is to end. */
	readonly callIn: () => void;
};

/** Keys of a terminal that is not in raw mode send these to both programs. */
const keySignals = ['SIGINT', 'SIGQUIT'] as const;

/**
 * Prepares to give the terminal away.
 *
 * @param writer Ink's `stdout`
 */
export function createTerminalLoan(writer: Pick<Writable, 'write'>): TerminalLoan {
	const ended = new AbortController();
	let suspend: ((use: () => Promise<void>) => Promise<unknown>) | undefined;
	let isOut = false;

	function Lender(): null {
		const {suspendTerminal} = useApp();
		useLayoutEffect(() => {
			suspend = suspendTerminal;
		}, [suspendTerminal]);
		return null;
	}

	return {
		Lender,
		lend: async (use) => {
			if (suspend === undefined) throw new Error('The terminal is lent before the screen is there');
			isOut = true;
			for (const name of keySignals) process.on(name, ignoreSignal);
			try {
				await suspend(async () => {
					// What gives the screen back may still be on its way, behind an earlier frame.
					await new Promise<void>((resolve) => void writer.write('', () => resolve()));
					await use(ended.signal);
				});
			} finally {
				for (const name of keySignals) process.off(name, ignoreSignal);
				isOut = false;
			}
		},
		isOut: () => isOut,
		callIn: () => ended.abort(),
	};
}

function ignoreSignal(): void {}
