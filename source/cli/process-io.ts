import {randomInt} from 'node:crypto';
import process from 'node:process';
import type {WriteStream} from 'node:tty';
import {createHiddenPrompt} from './hidden-prompt.ts';
import type {Io, Output, OutputFailure} from './io.ts';

/** The streams and the environment of this process. Standard input is touched only by a command that reads it. */
export function processIo(): Io {
	let failure: OutputFailure | undefined;
	const streams = [process.stdout, process.stderr];
	for (const stream of streams) stream.on('error', (error) => (failure ??= describeFailure(error)));
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
		async finish() {
			for (const stream of streams) await writeToEnd(stream, '');
			return failure;
		},
		onInterrupt(stop) {
			for (const name of stopSignals) process.once(name, stop);
			return () => {
				for (const name of stopSignals) process.off(name, stop);
			};
		},
		env: process.env,
		randomInteger: randomInt,
	};
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function toOutput(stream: WriteStream): Output {
	return {
		isTerminal: stream.isTTY === true,
		columns: stream.columns ?? 80,
		write: (data) => writeToEnd(stream, data),
	};
}

function writeToEnd(stream: WriteStream, data: string | Uint8Array): Promise<void> {
	return new Promise((resolve) => {
		stream.write(data, () => resolve());
	});
}

function describeFailure({code = '', message}: NodeJS.ErrnoException): OutputFailure {
	const isClosed = ['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'].includes(code);
	return {reason: isClosed ? 'it was closed' : message.replaceAll(/^[A-Z]+: |, write$/g, ''), isClosed};
}

async function readStandardInput(most: number): Promise<Uint8Array | 'too-large'> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of process.stdin) {
		const bytes = Buffer.from(chunk);
		length += bytes.length;
		if (length > most) return 'too-large';
		chunks.push(bytes);
	}
	return Buffer.concat(chunks);
}
