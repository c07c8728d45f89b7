import {visibleText} from '../terminal/text/visible-text.ts';

/** Standard output or standard error. */
export type Output = {
	readonly isTerminal: boolean;
	/** Width of the terminal in cells; 80 where there is none. */
	readonly columns: number;
	/** Resolves when the reader has taken the data, or never will: why that is, {@link Io.finish} says. It never rejects. */
	readonly write: (data: string | Uint8Array) => Promise<void>;
};

/** Why an output could not be written whole. */
export type OutputFailure = {
	/** One part of a sentence: "no space left on device". */
	readonly reason: string;
	/** The reader has seen enough (`| head`), or the terminal is gone: this is no fault unless something was saved. */
	readonly isClosed: boolean;
};

/** Asks for what must not be seen. */
export type HiddenPrompt = {
	/** Undefined when no answer is given. */
	readonly ask: (question: string) => Promise<string | undefined>;
	/** Lets go of the terminal, which goes on showing nothing: a screen takes over. */
	readonly handOver: () => Promise<void>;
	/** Lets go of the terminal: from then on it shows again what is typed. */
	readonly release: () => Promise<void>;
};

/** What a command may touch of the process: tests hand in their own. */
export type Io = {
	readonly stdin: {
		readonly isTerminal: boolean;
		/** Everything up to the end of the input, unless that is more than so many bytes. */
		readonly read: (most: number) => Promise<Uint8Array | 'too-large'>;
		/** Absent where there is no terminal. */
		readonly hidden?: HiddenPrompt;
	};
	readonly stdout: Output;
	readonly stderr: Output;
	/** Waits until everything is written, and says what kept it from that. */
	readonly finish: () => Promise<OutputFailure | undefined>;
	/**
	 * Calls back when the person wants the command to end: it then ends at the next good moment. Absent where that is not possible.
	 *
	 * @returns how to end the process at once again
	 */
	readonly onInterrupt?: (stop: () => void) => () => void;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** An integer from 0 up to but not including its argument, from a cryptographic source. */
	readonly randomInteger: (below: number) => number;
};

/** Characters that are written at once. */
const pieceLength = 65_536;

/** Writes one line in which data can be no terminal control. */
export function printLine(output: Output, line: string): void {
	void output.write(`${visibleText(line)}\n`);
}

/** Writes any number of such lines, and waits for the reader in between. */
export function printLines(output: Output, lines: Iterable<string>): Promise<void> {
	return writePieces(output, lines, (line) => `${visibleText(line)}\n`);
}

/** Writes any amount of text as it is, and waits for the reader in between. */
export async function writePieces(
	output: Output,
	pieces: Iterable<string>,
	format: (piece: string) => string = (piece) => piece,
): Promise<void> {
	let text = '';
	for (const piece of pieces) {
		text += format(piece);
		if (text.length < pieceLength) continue;
		await output.write(text);
		text = '';
	}
	if (text !== '') await output.write(text);
}
