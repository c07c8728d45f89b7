import process from 'node:process';
import {typedLine} from '../../terminal/input/typed-line.ts';

const interrupt = 0x03;
const endOfInput = 0x04;
const lineEnds = [0x0d, 0x0a];

/** Reads what a person or a script says, line by line. */
export type LineReader = {
	/** The next line without its end, or undefined where nothing comes any more. A hidden one is not shown while it is typed. */
	readonly next: (isHidden: boolean) => Promise<string | undefined>;
	/** Another program has the terminal until `use` is over. */
	readonly lend: (use: () => Promise<void>) => Promise<void>;
	/** Nothing is read any more: a line that is waited for never comes. */
	readonly close: () => void;
};

/** Reads lines from a terminal, which edits and shows them by itself, or from a pipe. */
export function createLineReader(stdin: NodeJS.ReadStream): LineReader {
	let unread = Buffer.alloc(0);
	let hasEnded = false;
	let isHiding = false;
	let waiting: ((line: string | undefined) => void) | undefined;

	const settle = (line: string | undefined): void => {
		const resolve = waiting;
		waiting = undefined;
		resolve?.(line);
	};
	const take = (): void => {
		if (waiting === undefined) return;
		const ends = isHiding ? [...lineEnds, interrupt, endOfInput] : lineEnds;
		const end = unread.findIndex((byte) => ends.includes(byte));
		if (end < 0 && !hasEnded) return;
		if (end < 0 && unread.length === 0) {
			settle(undefined);
			return;
		}
		const line = end < 0 ? unread : unread.subarray(0, end);
		const [last, next] = end < 0 ? [] : unread.subarray(end, end + 2);
		const isPair = last === lineEnds[0] && next === lineEnds[1];
		unread = end < 0 ? Buffer.alloc(0) : unread.subarray(end + (isPair ? 2 : 1));
		if (last === interrupt) process.kill(process.pid, 'SIGINT');
		else if (last === endOfInput && isHiding) settle(undefined);
		else settle(isHiding ? typedLine(line) : line.toString('utf8'));
	};
	const read = (bytes: Buffer): void => {
		unread = Buffer.concat([unread, bytes]);
		take();
	};
	const endReading = (): void => {
		hasEnded = true;
		take();
	};
	const hide = (isHidden: boolean): void => {
		if (!stdin.isTTY || isHidden === isHiding) return;
		isHiding = isHidden;
		stdin.setRawMode(isHidden);
	};
	stdin.on('data', read);
	for (const name of ['end', 'error', 'close']) stdin.on(name, endReading);
	stdin.resume();

	return {
		async next(isHidden) {
			hide(isHidden);
			const line = new Promise<string | undefined>((resolve) => {
				waiting = resolve;
			});
			take();
			return line;
		},
		async lend(use) {
			hide(false);
			stdin.pause();
			await use();
			stdin.resume();
		},
		close() {
			hide(false);
			stdin.off('data', read);
			stdin.pause();
			settle(undefined);
		},
	};
}
