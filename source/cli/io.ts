import {visibleText} from '../domain/visible-text.ts';

/** Standard output or standard error. */
export type Output = {
	readonly isTerminal: boolean;
	/** Width of the terminal in cells; 80 where there is none. */
	readonly columns: number;
	readonly write: (data: string | Uint8Array) => void;
};

/** Asks for what nobody must see. */
export type HiddenPrompt = {
	/** Undefined when no answer is given. */
	readonly ask: (question: string) => Promise<string | undefined>;
	/** Lets go of the terminal: from then on it shows again what is typed. */
	readonly release: () => Promise<void>;
};

/** What a command may touch of the process: tests hand in their own. */
export type Io = {
	readonly stdin: {
		readonly isTerminal: boolean;
		/** Everything up to the end of the input. */
		readonly read: () => Promise<Uint8Array>;
		/** Absent where there is no terminal. */
		readonly hidden?: HiddenPrompt;
	};
	readonly stdout: Output;
	readonly stderr: Output;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** An integer from 0 up to but not including its argument, from a cryptographic source. */
	readonly randomInteger: (below: number) => number;
};

/** Writes lines in which data can be no terminal control. */
export function printLines(output: Output, ...lines: readonly string[]): void {
	if (lines.length > 0) output.write(`${lines.map(visibleText).join('\n')}\n`);
}
