import {constants} from 'node:os';
import process from 'node:process';
import type {Model} from '../../app/model.ts';
import {createSheetLoop, followStore, keepDraft, type OpenedSheet} from '../../shell/sheet-loop.ts';
import {visibleText} from '../../terminal/text/visible-text.ts';
import {followStopSignals} from '../stop-signals.ts';
import {describeSave} from '../table/save-state.ts';
import {followLine} from './follow-line.ts';
import {createLineReader} from './line-reader.ts';
import {hidesTyping, tellChange} from './tell-change.ts';

/** Lists are told some rows at a time, and no value is cut: a size only for what goes by pages. */
const size = {columns: 100, rows: 24};
const welcome =
	'Type a command, or a number to go to a user. "help" lists the commands, "row" reads all of a row, "rows" some rows, "column NAME" goes to a column, an empty line reads again where you are, "quit" ends. Where text is asked for, a line is the text, an empty line keeps what is there, and ":" before a command makes it one: ":save". ":empty" leaves it blank, and "cancel" or ":cancel" goes back from anything.';

/**
 * Opens the sheet in lines, without a screen: each line that is read is followed, and what it changed is told below.
 *
 * @returns the exit code: 0, 4 where something could not be saved, or as a shell has it when a signal ended it
 */
export async function runLinear({
	terminal = process,
	...opened
}: OpenedSheet & {
	readonly terminal?: {readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream};
}): Promise<number> {
	const {stdin, stdout} = terminal;
	const reader = createLineReader(stdin);
	let fault: {readonly error: unknown} | undefined;
	let signal: NodeJS.Signals | undefined;
	let hasQuit = false;
	const end = (): void => {
		hasQuit = true;
		reader.close();
	};
	const fail = (error: unknown): void => {
		fault ??= {error};
		end();
	};
	let printed = 0;
	const print = (lines: readonly string[]): void => {
		for (const line of lines) {
			if (line === '') continue;
			stdout.write(`${visibleText(line)}\n`);
			printed += 1;
		}
	};
	const screen = {
		redraw: () => undefined,
		writeAside: (sequence: string) => void (stdout.isTTY && stdout.write(sequence)),
		lend: (use: (ended: AbortSignal) => Promise<void>) =>
			reader.lend(() => use(new AbortController().signal)),
	};
	const runtime = createSheetLoop(opened, {size, screen, quit: end}, fail);
	let told: Model | undefined;
	let isFollowing = true;
	const tellNews = (): void => {
		const model = runtime.model();
		print(tellChange(told, model));
		told = model;
	};
	const stopTelling = runtime.subscribe(() => {
		if (!isFollowing) tellNews();
	});
	const stopFollowing = followStore(opened.store, runtime, fail);
	const stopSignals = followStopSignals((received) => {
		signal ??= received;
		keepDraft(opened.store, runtime);
		end();
	}, terminal === process);
	print([welcome]);
	try {
		let before = 0;
		while (!hasQuit) {
			await runtime.whenIdle();
			tellNews();
			if (hasQuit) break;
			// A line that is answered by nothing would leave a person without a screen in doubt.
			if (printed === before) print(['Nothing has changed.']);
			before = printed;
			isFollowing = false;
			const isHidden = hidesTyping(runtime.model());
			if (stdin.isTTY) stdout.write(isHidden ? 'Not shown> ' : '> ');
			const line = await reader.next(isHidden);
			if (isHidden && stdin.isTTY) stdout.write('\n');
			isFollowing = true;
			if (line === undefined) break;
			print(await followLine(runtime, line));
		}
		if (!hasQuit) keepDraft(opened.store, runtime);
		await runtime.whenIdle();
		print([`${describeSave(runtime.model()).text}.`]);
	} finally {
		reader.close();
		stopTelling();
		stopFollowing();
		stopSignals();
	}
	if (fault !== undefined) throw fault.error;
	if (signal !== undefined) return 128 + constants.signals[signal];
	return runtime.model().save.state === 'failed' ? 4 : 0;
}
