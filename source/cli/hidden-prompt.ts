import process from 'node:process';
import {setImmediate} from 'node:timers/promises';
import {typedLine} from '../terminal/input/typed-line.ts';
import {endBySignal, hideTyping, leaveTyping, showTyping} from './hidden-typing.ts';
import type {HiddenPrompt} from './io.ts';

const interrupt = 0x03;
const endOfInput = 0x04;
const lineEnds = [0x0d, 0x0a];
/** More than that is not typed ahead of a question. */
const mostUnread = 65_536;

/**
 * Asks at the terminal, which shows nothing of what is typed from the first question until the release, also between two
 * questions: who types ahead must not see a passphrase either. What was typed behind the last answer is left for what
 * reads next.
 */
export function createHiddenPrompt(): HiddenPrompt {
	const {stdin, stderr} = process;
	let isReading = false;
	/** What no question has taken yet. */
	let unread = Buffer.alloc(0);
	let waiting: ((answer: string | undefined) => void) | undefined;

	const settle = (answer: string | undefined): void => {
		waiting?.(answer);
		waiting = undefined;
	};
	const take = (): void => {
		const end = unread.findIndex(
			(byte) => lineEnds.includes(byte) || byte === interrupt || byte === endOfInput,
		);
		// No question is open: Ctrl+C is what it always is.
		if (waiting === undefined && unread.includes(interrupt)) process.kill(process.pid, 'SIGINT');
		if (waiting === undefined || end < 0) return;
		const line = unread.subarray(0, end);
		const isAnswer = lineEnds.includes(unread[end] ?? 0);
		const isPair = unread[end] === lineEnds[0] && unread[end + 1] === lineEnds[1];
		unread = unread.subarray(end + (isPair ? 2 : 1));
		settle(isAnswer ? typedLine(line) : undefined);
	};
	const read = (bytes: Buffer): void => {
		unread = Buffer.concat([unread, bytes]).subarray(0, mostUnread);
		take();
	};
	// Nothing ends what a terminal reads, but its hanging up.
	const hangUp = (): void => endBySignal('SIGHUP');

	async function stopReading(): Promise<void> {
		if (!isReading) return;
		isReading = false;
		stdin.off('data', read);
		stdin.off('end', hangUp);
		stdin.pause();
		if (unread.length > 0) stdin.unshift(unread);
		unread = Buffer.alloc(0);
		// Node stops reading only then; what has begun to read before would be stopped as well.
		await setImmediate();
	}

	return {
		async ask(question) {
			hideTyping();
			if (!isReading) {
				isReading = true;
				stdin.on('data', read);
				stdin.on('end', hangUp);
				// It may have been asked and released before.
				stdin.resume();
			}
			stderr.write(question);
			const answer = await new Promise<string | undefined>((resolve) => {
				waiting = resolve;
				take();
			});
			stderr.write('\n');
			return answer;
		},
		async handOver() {
			await stopReading();
			leaveTyping();
		},
		async release() {
			await stopReading();
			showTyping();
		},
	};
}
