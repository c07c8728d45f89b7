import {randomInt} from 'node:crypto';
import process from 'node:process';
import type {WriteStream} from 'node:tty';
import {createHiddenPrompt} from './hidden-prompt.ts';
import type {Io, Output} from './io.ts';

/** The streams and the environment of this process. Standard input is touched only by a command that reads it. */
export function processIo(): Io {
	return {
		stdin: {
			get isTerminal() {
				return process.stdin.isTTY === true;
			},
			read: readStandardInput,
			...(process.stdin.isTTY === true && process.stderr.isTTY === true
				? {hidden: createHiddenPrompt()}
				: {}),
		},
		stdout: toOutput(process.stdout),
		stderr: toOutput(process.stderr),
		env: process.env,
		randomInteger: randomInt,
	};
}

function toOutput(stream: WriteStream): Output {
	return {
		isTerminal: stream.isTTY === true,
		columns: stream.columns ?? 80,
		write: (data) => {
			stream.write(data);
		},
	};
}

async function readStandardInput(): Promise<Uint8Array> {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}
